import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runScript, type Ended } from '../testing/child-process.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { temporaryWorkspace } from '../testing/temporary-workspace.ts';
import { plant } from '../testing/plant.ts';

function rw(words: readonly string[], input = ''): Promise<Ended> {
  return runScript('electron/engine/cli.ts', words, { input });
}

/** What a command that went well printed: one line of JSON. */
function answered({ exitCode, stdout, stderr }: Ended, wanted = 0): unknown {
  expect({ exitCode, stderr }).toEqual({ exitCode: wanted, stderr: '' });
  expect(stdout.endsWith('\n') && stdout.indexOf('\n') === stdout.length - 1).toBe(true);
  return JSON.parse(stdout);
}

/** The failure that a command ended with: JSON on stderr, nothing on stdout, exit code 1. */
function refused({ exitCode, stdout, stderr }: Ended): unknown {
  expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
  return JSON.parse(stderr);
}

/** A workspace with a site that nobody has open. */
async function closedWorkspace(): Promise<string> {
  const workspace = temporaryWorkspace();
  await plant(workspace.client, 'site', { name: 'Berlin' });
  await workspace.session.close();
  return workspace.file;
}

describe('rw', { timeout: 120_000 }, () => {
  test('workspace create makes a file, and refuses one that is there', async () => {
    const file = join(temporaryFolder(), 'New.rackwright');
    expect(answered(await rw(['workspace', 'create', file, '--json']))).toEqual({ file });
    expect(refused(await rw(['workspace', 'create', file]))).toMatchObject({ code: 'E_DUPLICATE' });
    expect(answered(await rw(['call', 'site.list', '{}', '--workspace', file]))).toMatchObject({ total: 0 });
  });

  test('channels describes every channel by JSON Schema', async () => {
    const { channels, contractVersion } = answered(await rw(['channels'])) as {
      channels: { name: string; kind: string; input: object; output: object }[];
      contractVersion: number;
    };
    expect(contractVersion).toBeGreaterThan(0);
    expect(channels.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['compute.list', 'plan.rank', 'history.undo', 'topics.subscribe', 'import.deviceTypes']),
    );
    for (const { kind, input, output } of channels) {
      expect(['query', 'command']).toContain(kind);
      // A union has `anyOf`, a record or an array `type`: nothing is left undescribed.
      for (const schema of [input, output])
        expect(Object.keys(schema)).toEqual(
          expect.arrayContaining([expect.stringMatching(/^(type|anyOf|oneOf|allOf)$/)]),
        );
    }
  });

  test('call takes JSON as a word or from standard input and prints the answer', async () => {
    const file = await closedWorkspace();
    const words = ['--workspace', file, '--operator', 'ada'];
    const record = JSON.stringify({ record: { name: 'Paris' } });
    expect(answered(await rw(['call', 'site.create', record, ...words]))).toMatchObject({ name: 'Paris', groupId: 2 });
    expect(answered(await rw(['call', 'site.list', '-', ...words], '{"query": "p*"}'))).toMatchObject({ total: 1 });
    expect(answered(await rw(['call', 'history.groups', '{}', ...words]))).toMatchObject([{ actor: 'ada' }, {}]);
  });

  test('a failure is JSON on stderr and exit code 1, whatever was wrong', async () => {
    const file = await closedWorkspace();
    const words = ['--workspace', file];
    const cases: readonly (readonly [words: readonly string[], failure: object])[] = [
      [
        ['call', 'site.create', '{"record": {"name": 7}}', ...words],
        { code: 'E_FORMAT', fields: [{ path: 'name', value: 7 }] },
      ],
      [
        ['call', 'site.create', '{"record": ', ...words],
        { code: 'E_FORMAT', message: 'The input of the call must be JSON.' },
      ],
      [['call', 'site.explode', '{}', ...words], { code: 'E_NOT_FOUND' }],
      [['call', 'constructor.name', '{}', ...words], { code: 'E_NOT_FOUND' }],
      [['call', 'site.list', '{}'], { code: 'E_REQUIRED', message: 'Name the workspace with --workspace FILE.' }],
      [['call', 'site.list', '{}', '--workspace', `${file}x`], { code: 'E_NOT_FOUND' }],
      [['make', 'coffee'], { code: 'E_NOT_FOUND' }],
      [['call', '--nonsense'], { code: 'E_FORMAT' }],
      [['export', 'toaster', ...words], { code: 'E_NOT_FOUND' }],
    ];
    for (const [command, failure] of cases) expect(refused(await rw(command))).toMatchObject(failure);
  });

  test('beside an open workspace reads work and writes name the holder', async () => {
    const { file, client } = temporaryWorkspace();
    await plant(client, 'site', { name: 'Berlin' });
    const words = ['--workspace', file];
    expect(answered(await rw(['call', 'site.list', '{}', ...words]))).toMatchObject({ total: 1 });
    const busy = refused(await rw(['call', 'site.create', '{"record": {"name": "Paris"}}', ...words]));
    expect(busy).toMatchObject({
      code: 'E_WORKSPACE_BUSY',
    });
    await plant(client, 'site', { name: 'Rome' });
    expect(await client.site.list({})).toMatchObject({ total: 2 });
  });

  test('export prints CSV with references by name and no formulas, or rows as JSON', async () => {
    const workspace = temporaryWorkspace();
    const room = await plant(workspace.client, 'room', {
      name: 'Hall, "south"',
      siteId: await plant(workspace.client, 'site', { name: 'Berlin' }),
    });
    await workspace.client.room.bulkUpdate({ refs: [room], patch: { notes: '=1+1' }, tags: { floor: '2' } });
    await workspace.session.close();
    const words = ['export', 'room', '--workspace', workspace.file];
    const { stdout } = await rw(words);
    expect(stdout.split('\n')[0]).toMatch(/^id,name,siteId,.*,tags$/);
    expect(stdout).toContain('"Hall, ""south""",Berlin,');
    expect(stdout).toContain(",'=1+1,floor=2\n");
    expect(answered(await rw([...words, '--json']))).toMatchObject([{ id: room, notes: '=1+1', tags: { floor: '2' } }]);
  });
});

const SERVER = `manufacturer: Acme
model: R1
slug: acme-r1
u_height: 1
interfaces:
  - name: eth0
    type: 1000base-t
`;

describe('rw import', { timeout: 120_000 }, () => {
  test('ends with one line that counts and refuses; exit code 2 where anything was refused', async () => {
    const file = await closedWorkspace();
    const folder = join(temporaryFolder(), 'device-types');
    mkdirSync(join(folder, 'Acme'), { recursive: true });
    writeFileSync(join(folder, 'Acme', 'r1.yaml'), SERVER);
    writeFileSync(join(folder, 'README.md'), 'not a type');
    const words = ['import', folder, '--workspace', file, '--json'];
    const counts = (created: number, unchanged: number) => ({
      byNoun: { deviceType: { created, updated: 0, unchanged } },
      refused: [],
      ignored: 1,
    });
    expect(answered(await rw([...words, '--dry-run']))).toMatchObject(counts(1, 0));
    expect(answered(await rw(words))).toMatchObject(counts(1, 0));
    expect(answered(await rw(words))).toMatchObject(counts(0, 1));

    writeFileSync(join(folder, 'Acme', 'broken.yaml'), 'manufacturer: Acme\nmodel: [unclosed\n');
    const report = answered(await rw(words), 2) as { refused: { file: string; line: number; reason: string }[] };
    expect(report.refused).toHaveLength(1);
    expect(report.refused[0]?.file).toContain('broken.yaml');
    expect(report.refused[0]?.line).toBeGreaterThan(0);
    expect(refused(await rw(['import', '--workspace', file]))).toMatchObject({ code: 'E_REQUIRED' });
  });
});

describe('rw plan', { timeout: 120_000 }, () => {
  test('prints candidates with their score and rejected computes with every reason', async () => {
    const workspace = temporaryWorkspace();
    const { client } = workspace;
    await plant(client, 'compute', { name: 'big-1', statedCores: 16 });
    await plant(client, 'compute', { name: 'small-1', statedCores: 1 });
    await plant(client, 'service', { name: 'Shop', minSpec: { cores: 4 } });
    const { version } = await client.setting.get({ ref: 'workspace' });
    await client.setting.update({ ref: 'workspace', version, patch: { scoreShape: 'pack' } });
    await workspace.session.close();
    const words = ['plan', 'Shop', '--workspace', workspace.file];
    const plan = answered(await rw([...words, '--json']));
    expect(plan).toMatchObject({
      service: 'Shop',
      shape: 'pack',
      // 4 of 16 cores: 25 points when fullest is best.
      candidates: [{ compute: 'big-1', rank: 1, score: 25 }],
      rejected: {
        total: 1,
        rows: [
          {
            compute: 'small-1',
            reasons: [{ code: 'INSUFFICIENT', resource: 'cores', need: 4, free: 1, short: 4 - 1 }],
          },
        ],
      },
      recommendations: [],
    });
    const { stdout } = await rw(words);
    expect(stdout).toContain('big-1');
    expect(stdout).toMatch(/small-1: .*cores/i);
    expect(answered(await rw([...words, '--shape', 'spread', '--json']))).toMatchObject({
      candidates: [{ score: 75 }],
    });
    expect(refused(await rw([...words, '--shape', 'steep']))).toMatchObject({ code: 'E_FORMAT' });
    expect(refused(await rw([...words, '--quantity', 'many']))).toMatchObject({ code: 'E_FORMAT' });
    expect(refused(await rw(['plan', 'Nothing', '--workspace', workspace.file]))).toMatchObject({
      code: 'E_NOT_FOUND',
    });
  });
});
