import { readFileSync } from 'node:fs';
import { fail } from '../../../shared/contract/failure.ts';
import type { AuditSummary, ScanAnswer } from '../../../shared/contract/audit-schemas.ts';
import type { AuditScope } from '../../../shared/domain/audit-scope.ts';
import { AUDIT_LEVELS } from '../../../shared/domain/audit-words.ts';
import { reconcile } from './audit-reconcile.ts';
import type { CliOptions } from './options.ts';
import { printJson, printLine } from './output.ts';
import { withWorkspace } from './session.ts';

const SOMETHING_REFUSED = 2;

const USAGE =
  'Write: audit start NAME --site|--room|--row|--racks|--query|--list …, audit scan SESSION TEXT…, audit status [SESSION], audit finish SESSION RACK…, audit reconcile SESSION [KEY…] [--decision D] [--reason R] [--shelf S] [--component C] [--keeper DEVICE] [--serial N], audit sign SESSION, audit report SESSION or audit verify SESSION.';

type Verb = (session: string, words: readonly string[], options: CliOptions) => Promise<number>;

const VERBS: Readonly<Record<string, Verb>> = { start, scan, finish, reconcile, sign, report, verify };

/** `audit start|scan|status|finish|reconcile|sign|report|verify`. */
export async function audit(words: readonly string[], options: CliOptions): Promise<number> {
  const [verb = '', session, ...rest] = words;
  if (verb === 'status') return status(session, options);
  const run = VERBS[verb];
  if (!run || session === undefined) return fail('E_FORMAT', USAGE);
  return run(session, rest, options);
}

function lines(file: string): string[] {
  const text = readFileSync(file === '-' ? 0 : file, 'utf8');
  return text.split(/\r?\n/).filter((line) => line.trim() !== '');
}

function scopeOf({ site, room, row, racks, list, query }: CliOptions): AuditScope {
  if (site !== undefined) return { kind: 'site', site };
  if (room !== undefined) return { kind: 'room', room };
  if (row !== undefined) return { kind: 'row', row };
  if (racks !== undefined) return { kind: 'racks', racks: racks.split(',').map((name) => name.trim()) };
  if (list !== undefined) return { kind: 'list', texts: lines(list) };
  return { kind: 'query', query };
}

async function start(name: string, _words: readonly string[], options: CliOptions): Promise<number> {
  const level = AUDIT_LEVELS.find(({ value }) => value === (options.level ?? 'presence'))?.value;
  if (level === undefined) return fail('E_FORMAT', `--level must be presence or serial; "${options.level}" was given.`);
  const { auditor } = options;
  const input = { name, level, scope: scopeOf(options), ...(auditor === undefined ? {} : { auditor }) };
  const started = await withWorkspace(options, true, (client) => client.audit.start(input));
  if (options.json) printJson(started);
  else printLine(summaryLine(started.session));
  return 0;
}

function summaryLine(summary: AuditSummary): string {
  const { name, status: state, scopeText, progress, racks, racksFinished, carriedIn } = summary;
  const { seen, expected, odd, missing, extra } = progress;
  const walked = `${racksFinished} of ${racks} racks finished`;
  return `${name} (${state}): ${scopeText}; ${seen} of ${expected} seen, ${odd} elsewhere, ${missing} missing, ${extra} extra; ${walked}${carriedIn > 0 ? `; ${carriedIn} carried over into it` : ''}`;
}

/** Texts from the words, from `--list FILE`, or with `--list -` from standard input. */
async function scan(session: string, words: readonly string[], options: CliOptions): Promise<number> {
  const texts = options.list === undefined ? words : lines(options.list);
  if (texts.length === 0) fail('E_REQUIRED', 'Give the texts that were read, or a file with --list FILE.');
  const source = options.list === undefined ? 'typed' : 'file';
  const answer = await withWorkspace(options, true, (client) =>
    client.audit.scanMany({ session, text: texts.join('\n'), source }),
  );
  if (options.json) printJson(answer);
  else for (const one of answer.answers) printLine(answerLine(one));
  return 0;
}

function answerLine({ class: shown, observation, message }: ScanAnswer): string {
  return `${shown ?? observation.kind}: ${message}`;
}

async function status(session: string | undefined, options: CliOptions): Promise<number> {
  await withWorkspace(options, false, async (client) => {
    if (session === undefined) {
      const sessions = await client.audit.sessions();
      if (options.json) printJson(sessions);
      else for (const one of sessions) printLine(summaryLine(one));
      return;
    }
    const [summary, walk] = [await client.audit.session({ session }), await client.audit.walk({ session })];
    if (options.json) return printJson({ ...summary, walk: walk.racks });
    printLine(summaryLine(summary));
    for (const { name, progress, finished } of walk.racks)
      printLine(`  ${name}: ${progress.seen} of ${progress.expected}${finished ? ', finished' : ''}`);
  });
  return 0;
}

async function finish(session: string, racks: readonly string[], options: CliOptions): Promise<number> {
  if (racks.length === 0) fail('E_REQUIRED', 'Name the racks that are finished.');
  const answers = await withWorkspace(options, true, async (client) => {
    const finished = [];
    for (const rack of racks) finished.push({ rack, ...(await client.audit.finishRack({ session, rack })) });
    return finished;
  });
  if (options.json) printJson(answers);
  else
    for (const { rack, missing } of answers)
      printLine(
        `${rack}: ${missing.length === 0 ? 'nothing missing' : `missing ${missing.map(({ name }) => name).join(', ')}`}`,
      );
  return 0;
}

async function sign(session: string, _words: readonly string[], options: CliOptions): Promise<number> {
  const { second } = options;
  const signed = await withWorkspace(options, true, (client) =>
    client.audit.sign({ session, ...(second === undefined ? {} : { secondPerson: second }) }),
  );
  if (options.json) printJson(signed);
  else printLine(`Signed; head of the change log ${signed.head}`);
  return 0;
}

/** Markdown, with `--format csv` CSV, with `--json` JSON. */
async function report(session: string, _words: readonly string[], options: CliOptions): Promise<number> {
  const format = options.format === 'csv' ? 'csv' : 'markdown';
  await withWorkspace(options, false, async (client) => {
    if (options.json) printJson(await client.audit.report({ session }));
    else process.stdout.write((await client.audit.reportText({ session, format })).text);
  });
  return 0;
}

/** Exit code 2 where the audit does not stand as it was signed. */
async function verify(session: string, _words: readonly string[], options: CliOptions): Promise<number> {
  const { head } = options;
  const found = await withWorkspace(options, false, (client) =>
    client.audit.verify({ session, ...(head === undefined ? {} : { head }) }),
  );
  if (options.json) printJson(found);
  else if (found.ok) printLine(`Stands as it was signed; ${found.checked} changes checked, head ${found.head}`);
  else for (const problem of found.problems) printLine(problem);
  return found.ok ? 0 : SOMETHING_REFUSED;
}
