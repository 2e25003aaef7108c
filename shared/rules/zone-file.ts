import { canonicalDnsName, isInZone } from '../domain/dns-name.ts';
import { canonicalDnsType } from '../domain/dns-record.ts';
import { generateRange, generateText } from './zone-file-generate.ts';
import { zoneEntries, type ZoneEntry, type ZoneToken } from './zone-file-lexer.ts';
import { readDuration, readFileValue } from './zone-file-values.ts';

/** A record with everything a file may leave out filled in; names and value in their stored form. */
export interface ZoneRecord {
  readonly name: string;
  readonly type: string;
  readonly ttlSeconds: number;
  readonly value: string;
  /** Where it stands in the file, from 1. */
  readonly line: number;
}

export interface ZoneProblem {
  readonly line: number;
  readonly message: string;
}

export interface ZoneFile {
  /** Null where the file does not say it and nobody else did. */
  readonly zone: string | null;
  readonly records: readonly ZoneRecord[];
  readonly problems: readonly ZoneProblem[];
}

const DEFAULT_TTL_SECONDS = 3600;
const LARGEST_TTL = 2_147_483_647;
const RECORDS_AT_MOST = 500_000;
const PROBLEMS_AT_MOST = 10_000;
const CLASSES: ReadonlySet<string> = new Set(['IN', 'CH', 'HS', 'CS']);

class Refusal extends Error {}

interface State {
  readonly records: ZoneRecord[];
  readonly problems: ZoneProblem[];
  /** What relative names end in; null: nothing was said yet. */
  origin: string | null;
  firstOrigin: string | null;
  defaultTtl: number | null;
  lastTtl: number | null;
  owner: string | null;
}

function refuse(message: string): never {
  throw new Refusal(message);
}

/** A name of the file in full. */
function fullName(state: State, raw: string): string | null {
  if (raw === '@') return state.origin ?? refuse("'@' stands before any $ORIGIN, and no zone was named.");
  if (raw.endsWith('.') && !raw.endsWith('\\.')) return canonicalDnsName(raw);
  const { origin } = state;
  if (origin === null) return refuse(`"${raw}" is no name in full, and no $ORIGIN or zone says what it lies in.`);
  return canonicalDnsName(origin === '.' ? raw : `${raw}.${origin}`);
}

function requireName(state: State, token: ZoneToken | undefined, what: string): string {
  if (!token || token.quoted) return refuse(`${what} needs a name.`);
  return fullName(state, token.raw) ?? refuse(`"${token.raw}" is no domain name.`);
}

function requireTtl(raw: string): number {
  const seconds = readDuration(raw);
  if (seconds === null || seconds > LARGEST_TTL)
    refuse(`TTL must be seconds from 0 to ${LARGEST_TTL}, or such as 1h30m; "${raw}" was given.`);
  return seconds;
}

function readDirective(state: State, entry: ZoneEntry, [head, ...words]: readonly ZoneToken[]): void {
  const name = head?.raw.toUpperCase() ?? '';
  if (name === '$INCLUDE')
    refuse('$INCLUDE is not followed: a zone file is read alone. Put the other file in its place and import again.');
  if (name === '$TTL') {
    state.defaultTtl = requireTtl(words[0]?.raw ?? '');
    return;
  }
  if (name === '$ORIGIN') {
    state.origin = requireName(state, words[0], '$ORIGIN');
    state.firstOrigin ??= state.origin;
    return;
  }
  if (name !== '$GENERATE') refuse(`${head?.raw ?? ''} is no directive; allowed are $ORIGIN, $TTL and $GENERATE.`);
  const [range, owner, ...rest] = words;
  const values = generateRange(range?.raw ?? '');
  if (!values || !owner)
    return refuse('$GENERATE needs a range such as 1-10 or 0-8/2 of at most 65,536 steps, and a name.');
  for (const value of values) {
    const tokens = [owner, ...rest].map((token) => ({
      ...token,
      raw: generateText(token.raw, value) ?? refuse(`"${token.raw}" cannot be filled in by $GENERATE.`),
    }));
    readRecord(state, entry.line, false, tokens);
  }
}

/** Owner, TTL and class may be left out and stand in any order but that the owner comes first (RFC 1035, section 5.1). */
function readRecord(state: State, line: number, ownerless: boolean, tokens: readonly ZoneToken[]): void {
  const [first] = tokens;
  let at = 0;
  if (!ownerless) {
    state.owner = null;
    state.owner = requireName(state, first, 'A record');
    at = 1;
  }
  const name = state.owner ?? refuse('The record has no name, and no record stands before it.');
  let ttl: number | null = null;
  let classed = false;
  for (; at < tokens.length; at += 1) {
    const word = tokens[at]?.raw.toUpperCase() ?? '';
    if (!classed && CLASSES.has(word)) {
      if (word !== 'IN') refuse(`Only records of class IN are kept; this one is of class ${word}.`);
      classed = true;
    } else if (ttl === null && /^\d/.test(word)) ttl = requireTtl(word);
    else break;
  }
  const given = tokens[at];
  if (!given) refuse('The record ends before its type.');
  const type = canonicalDnsType(given.raw) ?? refuse(`"${given.raw}" is no type of a DNS record.`);
  refuseHalfService(name, type);
  const value = readFileValue(type, tokens.slice(at + 1), (raw) => fullName(state, raw));
  if (!value.ok) refuse(value.message);
  if (ttl !== null) state.lastTtl = ttl;
  const ttlSeconds = ttl ?? state.defaultTtl ?? state.lastTtl ?? minimumOf(type, value.value) ?? DEFAULT_TTL_SECONDS;
  state.records.push({ name, type, ttlSeconds, value: value.value, line });
  if (state.records.length > RECORDS_AT_MOST) refuse(`The file holds more than ${RECORDS_AT_MOST} records.`);
}

/** RFC 2782: _service._proto; a single underscore name is half of one. */
function refuseHalfService(name: string, type: string): void {
  if (type !== 'SRV' || !name.startsWith('_') || /^_[^.]+\._/.test(name)) return;
  refuse(`The name of an SRV record must begin with a service and a protocol, such as _sip._tcp; "${name}" was given.`);
}

/** The SOA's last number, for a file that gives no TTL before it. */
function minimumOf(type: string, value: string): number | null {
  return type === 'SOA' ? Number(value.split(' ').at(-1)) : null;
}

function readEntries(state: State, text: string): void {
  for (const entry of zoneEntries(text)) {
    try {
      if (entry.problem !== null) refuse(entry.problem);
      const [first] = entry.tokens;
      if (first && !first.quoted && first.raw.startsWith('$')) readDirective(state, entry, entry.tokens);
      else readRecord(state, entry.line, entry.ownerless, entry.tokens);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      state.problems.push({ line: entry.line, message: error.message });
      if (state.records.length > RECORDS_AT_MOST) return;
      if (state.problems.length < PROBLEMS_AT_MOST) continue;
      const message = 'Too many lines of the file cannot be read; what follows was not looked at.';
      state.problems.push({ line: entry.line, message });
      return;
    }
  }
}

/**
 * What is wrong with the file as a whole: several SOA records, records of other zones, and a file that names its own zone
 * but holds nothing of it than its SOA (a part of a zone, without $ORIGIN, may).
 */
function wholeProblems(zone: string, records: readonly ZoneRecord[], namesItself: boolean): ZoneProblem[] {
  const [soa, second] = records.filter(({ type }) => type === 'SOA');
  const problems = records.flatMap(({ name, line }) =>
    isInZone(name, zone) ? [] : [{ line, message: `"${name}" does not lie in the zone ${zone}.` }],
  );
  if (second) problems.push({ line: second.line, message: 'A zone has one SOA record; this is another one.' });
  if (soa && soa.name !== zone)
    problems.push({ line: soa.line, message: `The SOA record is of ${soa.name}, not of the zone ${zone}.` });
  if (soa && records.length === 1 && namesItself)
    problems.push({ line: soa.line, message: 'The zone has no name server (NS) at its origin, nor any other record.' });
  return problems;
}

function withoutRepeats(records: readonly ZoneRecord[]): ZoneRecord[] {
  const seen = new Set<string>();
  return records.filter(({ name, type, value }) => {
    const key = JSON.stringify([name, type, value]);
    return !seen.has(key) && Boolean(seen.add(key));
  });
}

/**
 * Reads a zone file (RFC 1035 section 5, RFC 2308 $TTL, BIND's $GENERATE). `zone` is what the file itself may leave unsaid;
 * otherwise its SOA record or first $ORIGIN says it. Every problem is answered with its line; the records then are those
 * that could be read. Never throws, in time linear in the text and what it generates.
 */
export function parseZoneFile(text: string, zone: string | null = null): ZoneFile {
  const state: State = {
    records: [],
    problems: [],
    origin: zone,
    firstOrigin: null,
    defaultTtl: null,
    lastTtl: null,
    owner: null,
  };
  readEntries(state, text.startsWith('\uFEFF') ? text.slice(1) : text);
  const soa = state.records.find(({ type }) => type === 'SOA');
  const named = zone ?? soa?.name ?? state.firstOrigin;
  if (named === null)
    state.problems.push({ line: 1, message: 'The file has no SOA record and no $ORIGIN; name its zone.' });
  const records = withoutRepeats(state.records);
  if (named !== null) state.problems.push(...wholeProblems(named, records, state.firstOrigin !== null));
  const problems = state.problems.toSorted((left, right) => left.line - right.line);
  return { zone: named, records, problems };
}
