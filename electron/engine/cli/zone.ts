import { resolve } from 'node:path';
import type { ZoneReport } from '../../../shared/contract/dns.ts';
import { fail } from '../../../shared/contract/failure.ts';
import type { CliOptions } from './options.ts';
import { printJson, printLine } from './output.ts';
import { withWorkspace } from './session.ts';

/** `zone import FILE`, `zone export ZONE`, `zone check [ZONE]`, `zone list`. */
export async function zone(words: readonly string[], options: CliOptions): Promise<number> {
  const [verb, subject] = words;
  if (verb === 'import' && subject !== undefined) return importZone(subject, options);
  if (verb === 'export' && subject !== undefined) return exportZone(subject, options);
  if (verb === 'check') return checkZone(subject, options);
  if (verb === 'list') return listZones(options);
  return fail('E_FORMAT', 'Write: zone import FILE, zone export ZONE, zone check [ZONE] or zone list.');
}

async function importZone(path: string, options: CliOptions): Promise<number> {
  const dryRun = options['dry-run'];
  const input = { path: resolve(path), dryRun, replace: options.replace, link: options.link };
  const report = await withWorkspace(options, true, async (client) => {
    let last: ZoneReport | null = null;
    const named = options.zone === undefined ? {} : { zone: options.zone };
    for await (const event of await client.dns.importZone({ ...input, ...named })) {
      if (event.kind === 'report') last = event.report;
      else if (!options.json) process.stderr.write(`\r${event.done} of ${event.total}   `);
    }
    return last ?? fail('E_INTERNAL', 'The import ended without a report.');
  });
  if (options.json) printJson(report);
  else {
    const { created, updated, unchanged, removed } = report;
    const counts = `${created} new, ${updated} changed, ${unchanged} the same, ${removed} removed`;
    printLine(`${dryRun ? 'Would be: ' : ''}zone ${report.zone}: ${counts}`);
    for (const { line, message } of report.problems) printLine(`  line ${line}: ${message}`);
  }
  return report.problems.length > 0 ? 2 : 0;
}

async function exportZone(name: string, options: CliOptions): Promise<number> {
  const { text } = await withWorkspace(options, false, (client) => client.dns.exportZone({ zone: name }));
  process.stdout.write(text);
  return 0;
}

async function checkZone(name: string | undefined, options: CliOptions): Promise<number> {
  const found = await withWorkspace(options, false, (client) =>
    client.dns.check(name === undefined ? {} : { zone: name }),
  );
  if (options.json) printJson(found);
  else for (const { code, message } of found) printLine(`${code}: ${message}`);
  return found.length > 0 ? 2 : 0;
}

async function listZones(options: CliOptions): Promise<number> {
  const zones = await withWorkspace(options, false, (client) => client.dns.zones());
  if (options.json) printJson(zones);
  else for (const { zone: name, records } of zones) printLine(`${name}: ${records}`);
  return 0;
}
