import { join } from 'node:path';
import { writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { runScript } from '../../testing/child-process.ts';
import { server, withRacks } from '../../testing/racks.ts';
import { temporaryFolder } from '../../testing/temporary-folder.ts';
import { temporaryWorkspace } from '../../testing/temporary-workspace.ts';

async function smallHall() {
  const workspace = temporaryWorkspace();
  await withRacks(workspace);
  for (const [index, name] of ['web-1', 'web-2'].entries()) {
    await server(workspace, name, { serial: `SN-${index + 1}` });
    await workspace.client.rack.mount({ device: name, rack: 'rack101', positionHalfU: index * 8 });
  }
  await workspace.session.close();
  return workspace.file;
}

test('an audit is walked, reconciled, signed and verified from the command line', async () => {
  const file = await smallHall();
  const run = async (...words: string[]) => {
    const { exitCode, stdout, stderr } = await runScript('electron/engine/cli.ts', ['audit', ...words, '-w', file]);
    return { exitCode, stdout, failure: stderr };
  };
  const rw = async (...words: string[]) => {
    const { exitCode, stdout, failure } = await run(...words);
    expect([exitCode, failure]).toEqual([0, '']);
    return stdout;
  };
  expect(await rw('start', 'Spring', '--racks', 'rack101', '--auditor', 'Kim')).toBe(
    'Spring (open): Rack rack101; 0 of 2 seen, 0 elsewhere, 0 missing, 0 extra; 0 of 1 racks finished\n',
  );
  const readings = join(temporaryFolder(), 'readings.txt');
  writeFileSync(readings, 'rack101\r\nU9\r\nsn-1\r\n');
  expect(await rw('scan', 'Spring', '--list', readings)).toMatch(
    /^place: Now at rack101\.\nplace: Now at rack101 U9\.\nwrong-slot: web-1 is recorded at .* U1, not at U9\.\n$/,
  );
  expect(await rw('finish', 'Spring', 'rack101')).toBe('rack101: missing web-2\n');
  const open = JSON.parse(await rw('reconcile', 'Spring', '--json')) as { kind: string; proposal: string }[];
  expect(open.map(({ kind, proposal }) => [kind, proposal])).toEqual([
    ['wrong-slot', 'web-1 is moved to rack101 U9.'],
    ['missing', 'web-2 is taken out of its place and marked missing.'],
  ]);
  expect((await run('sign', 'Spring')).failure).toContain('2 discrepancies are undecided: web-1, web-2.');
  expect(await rw('reconcile', 'Spring', '--decision', 'accept')).toContain(
    'web-1: accept. web-1 is moved to rack101 U9.',
  );
  const signed = JSON.parse(await rw('sign', 'Spring', '--second', 'Sam', '--json')) as { head: string };
  const markdown = await rw('report', 'Spring');
  expect(markdown).toContain(signed.head);
  expect(markdown).toMatch(/Signed: \S+ by Kim, with Sam/);
  expect(await rw('report', 'Spring', '--format', 'csv')).toContain('Wrong unit or slot,web-1,');
  expect(await rw('verify', 'Spring', '--head', signed.head)).toContain(`head ${signed.head}`);
  expect(await run('verify', 'Spring', '--head', 'f'.repeat(64))).toMatchObject({ exitCode: 2 });
  expect((await run('scan', 'Spring', 'SN-2')).failure).toContain('Spring is signed');
  expect(await rw('status')).toContain('Spring (signed): Rack rack101; 1 of 2 seen');
}, 120_000);
