import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fail } from '../../../shared/contract/failure.ts';
import type { ImportReport } from '../../../shared/contract/import.ts';
import { findNoun } from '../../../shared/domain/nouns.ts';
import { createWorkspaceFile } from '../../db/create.ts';
import { assignService } from './assign.ts';
import { audit } from './audit.ts';
import { describeChannels, procedures } from './channels.ts';
import { BACKUP_COMMAND, checkWorkspace, salvageWorkspace } from './backup.ts';
import { componentAssign } from './component-assign.ts';
import { importCsvFile } from './csv.ts';
import { exportRows } from './export.ts';
import { importDataSet, isDataSet } from './netbox-data.ts';
import type { CliCommand, CliOptions } from './options.ts';
import { printJson, printLine } from './output.ts';
import { connect, consoleOf, disconnect, locate, placeOrMove, powerOf, trace } from './places.ts';
import { planService } from './plan.ts';
import { find } from './find.ts';
import { firewall } from './firewall.ts';
import { journal } from './journal.ts';
import { ip } from './network.ts';
import { record } from './record.ts';
import { report } from './report.ts';
import { withWorkspace } from './session.ts';
import { zone } from './zone.ts';

const NOTHING_REFUSED = 0;
const SOMETHING_REFUSED = 2;

async function workspaceCommand(words: readonly string[], options: CliOptions): Promise<number> {
  const [verb, file] = words;
  if (verb === 'check') return checkWorkspace(options);
  if (verb === 'salvage') return salvageWorkspace(options);
  if (verb !== 'create' || file === undefined)
    fail('E_FORMAT', 'Write: workspace create FILE, or workspace check|salvage --workspace FILE.');
  createWorkspaceFile(resolve(file));
  if (options.json) printJson({ file: resolve(file) });
  else printLine(`Created ${file}`);
  return NOTHING_REFUSED;
}

/** The JSON of `call`: the second word, or standard input for `-`. */
function readInput(word: string | undefined): unknown {
  if (word === undefined) return undefined;
  const text = word === '-' ? readFileSync(0, 'utf8') : word;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return fail('E_FORMAT', 'The input of the call must be JSON.');
  }
}

type Callable = (input: unknown, options?: { signal?: AbortSignal }) => Promise<unknown>;

async function call(words: readonly string[], options: CliOptions): Promise<number> {
  const [channel = '', json] = words;
  const procedure =
    procedures().get(channel) ?? fail('E_NOT_FOUND', `There is no channel "${channel}"; "channels" lists them.`);
  const input = readInput(json);
  await withWorkspace(options, procedure['~orpc'].meta.writes, async (client) => {
    const [feature = '', name = ''] = channel.split('.');
    const invoke: unknown = Reflect.get(Reflect.get(client, feature) as object, name);
    const answer = await (invoke as Callable)(input);
    if (isStream(answer)) for await (const event of answer) printJson(event);
    else printJson(answer ?? null);
  });
  return NOTHING_REFUSED;
}

function isStream(value: unknown): value is AsyncIterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.asyncIterator in value;
}

async function importPaths(words: readonly string[], options: CliOptions): Promise<number> {
  if (words.length === 0) fail('E_REQUIRED', 'Name the files or folders to import.');
  if (options.noun !== undefined) return importCsvFile(words, options.noun, options);
  const accept =
    options.accept === 'all' || options.accept === 'good'
      ? options.accept
      : fail('E_FORMAT', '--accept must be all or good.');
  const dryRun = options['dry-run'];
  const paths = words.map((word) => resolve(word));
  if (isDataSet(paths)) return importDataSet(paths[0] ?? '', options);
  const report = await withWorkspace(options, !dryRun, async (client) => {
    let last: ImportReport | null = null;
    for await (const event of await client.import.deviceTypes({ paths, dryRun, accept })) {
      if (event.kind === 'report') last = event.report;
      else if (!options.json) process.stderr.write(`\r${event.phase} ${event.done} of ${event.total}   `);
    }
    return last ?? fail('E_INTERNAL', 'The import ended without a report.');
  });
  printImport(report, options.json);
  return report.refused.length > 0 ? SOMETHING_REFUSED : NOTHING_REFUSED;
}

function printImport(report: ImportReport, json: boolean): void {
  if (json) return printJson(report);
  process.stderr.write('\n');
  for (const [noun, counts] of Object.entries(report.byNoun))
    printLine(
      `${findNoun(noun)?.plural ?? noun}: ${counts.created} new, ${counts.updated} changed, ${counts.unchanged} the same`,
    );
  printLine(`${report.refused.length} refused, ${report.ignored} files of other kinds`);
  for (const { file, line, reason } of report.refused)
    printLine(`  ${file}${line === null ? '' : `:${line}`}: ${reason}`);
  for (const { key, taken } of report.repeated) printLine(`  ${key} is in several files; ${taken} was taken`);
}

/** Friendly verbs over the channels. Whatever a window can do, `call` can do. */
export const COMMANDS: Readonly<Record<string, CliCommand>> = {
  workspace: {
    usage: 'workspace create FILE | check | salvage',
    help: 'make one; compare one with its history; put what can be read of a damaged one in its place',
    run: workspaceCommand,
  },
  backup: BACKUP_COMMAND,
  channels: {
    usage: 'channels',
    help: 'every channel with its JSON Schema',
    run: async () => {
      printJson(describeChannels());
      return NOTHING_REFUSED;
    },
  },
  call: { usage: 'call CHANNEL [JSON|-]', help: 'call a channel; the answer is JSON on stdout', run: call },
  import: {
    usage: 'import PATH... [--dry-run] [--accept all|good] [--noun NOUN]',
    help: 'NetBox types and their pictures; one .json: a data set, --clash suffix|skip|update; --noun: a CSV file, --existing update|skip|refuse|"take over"',
    run: importPaths,
  },
  locate: { usage: 'locate NAME', help: 'where it is and what it is connected to', run: locate },
  console: { usage: 'console NAME', help: 'the console server and port that reach it', run: consoleOf },
  power: { usage: 'power NAME', help: 'the outlets that feed it', run: powerOf },
  place: { usage: 'place DEVICE RACK U10,U11', help: 'put a device into a rack', run: placeOrMove('place') },
  move: { usage: 'move DEVICE RACK U10,U11', help: 'move a device, wherever it is', run: placeOrMove('move') },
  connect: { usage: 'connect A:PORT B:PORT', help: 'join two ports by a cable', run: connect },
  disconnect: { usage: 'disconnect A:PORT...', help: 'take cables out', run: disconnect },
  trace: { usage: 'trace A:PORT', help: 'the path through a port, end to end', run: trace },
  export: {
    usage: 'export NOUN [--query EXPR]',
    help: 'rows of a noun as CSV, or as JSON with --json',
    run: exportRows,
  },
  record: {
    usage: 'record NOUN FIELD=VALUE...',
    help: 'make a row, or change the one with that natural key; values as in its CSV file',
    run: record,
  },
  component: {
    usage: 'component assign --computes A,B --component C [--raid 5 ...]',
    help: 'fit a component in computes; also --quantity --slot --serial --notes --raid-group --dry-run',
    run: componentAssign,
  },
  find: { usage: 'find WORDS [--noun NOUN]', help: 'by name, number, tag, address or note', run: find },
  ip: {
    usage: 'ip next|give PREFIX | release ADDRESS | tree | check',
    help: 'addresses; also --compute --primary --quantity',
    run: ip,
  },
  firewall: {
    usage: 'firewall rules C | packet C PROTOCOL SOURCE [PORT]',
    help: 'what a compute lets pass; assign|unassign RULE --computes A,B or --query',
    run: firewall,
  },
  journal: {
    usage: 'journal add NAME TEXT | list [NAME]',
    help: 'what was done; also --category --top',
    run: journal,
  },
  report: {
    usage: 'report compute [NAME] [--journal] | capacity | costs | renewals',
    help: 'a compute as Markdown, all computes as CSV; also --query --days',
    run: report,
  },
  audit: {
    usage: 'audit start|scan|status|finish|reconcile|sign|report|verify ...',
    help: 'walk the hall; --room|--racks|--query|--list, --level --decision --reason --second --head',
    run: audit,
  },
  zone: {
    usage: 'zone import FILE | export ZONE | check [ZONE] | list',
    help: 'zone files; also --zone --replace --link --dry-run',
    run: zone,
  },
  assign: {
    usage: 'assign SERVICE --computes A,B [--quantity N]',
    help: 'book a service on several computes; also --query --basis --accept --reason --dry-run',
    run: assignService,
  },
  plan: {
    usage: 'plan SERVICE [--quantity N] [--basis max|min]',
    help: 'candidates, rejected computes and recommendations; also --query --top --shape target|classic|pack|spread',
    run: planService,
  },
};
