/** A word of a zone file as it stands there: escapes are kept, a quoted one is without its quotes. */
export interface ZoneToken {
  readonly raw: string;
  readonly quoted: boolean;
}

/** One entry: a record or a directive, over several lines where parentheses hold it together. */
export interface ZoneEntry {
  /** Where it begins, from 1. */
  readonly line: number;
  /** It begins with a blank: its owner is that of the record before. */
  readonly ownerless: boolean;
  readonly tokens: readonly ZoneToken[];
  /** What cannot be read; there are no tokens then. */
  readonly problem: string | null;
}

interface Reading {
  readonly text: string;
  at: number;
  line: number;
}

const ENDS_WORD = /[\s;()]/;

/** Reads up to the closing quote; answers null where the line ends first. */
function readQuoted(reading: Reading): string | null {
  const start = reading.at + 1;
  for (let at = start; at < reading.text.length; at += 1) {
    const character = reading.text.charAt(at);
    if (character === '\n') break;
    if (character === '\\') at += 1;
    else if (character === '"') {
      reading.at = at + 1;
      return reading.text.slice(start, at);
    }
  }
  return null;
}

/** A word; a quote inside it (`alpn="h2,h3"`) keeps blanks. Answers null where that quote is never closed. */
function readWord(reading: Reading): string | null {
  const start = reading.at;
  while (reading.at < reading.text.length) {
    const character = reading.text.charAt(reading.at);
    if (ENDS_WORD.test(character)) break;
    if (character === '"') {
      if (readQuoted(reading) === null) return null;
    } else reading.at += character === '\\' ? 2 : 1;
  }
  reading.at = Math.min(reading.at, reading.text.length);
  return reading.text.slice(start, reading.at);
}

function skipComment(reading: Reading): void {
  const end = reading.text.indexOf('\n', reading.at);
  reading.at = end < 0 ? reading.text.length : end;
}

/** Goes to the end of the line that cannot be read, so that the rest of the file still is. */
function broken(reading: Reading, line: number, problem: string): ZoneEntry {
  skipComment(reading);
  return { line, ownerless: false, tokens: [], problem };
}

function readEntry(reading: Reading): ZoneEntry {
  const tokens: ZoneToken[] = [];
  const { line } = reading;
  const ownerless = /[ \t]/.test(reading.text.charAt(reading.at));
  let [depth, opened] = [0, line];
  while (reading.at < reading.text.length) {
    const character = reading.text.charAt(reading.at);
    if (character === '\n') {
      if (depth === 0) break;
      reading.at += 1;
      reading.line += 1;
    } else if (/\s/.test(character)) reading.at += 1;
    else if (character === ';') skipComment(reading);
    else if (character === '(') {
      if (depth === 0) opened = reading.line;
      depth += 1;
      reading.at += 1;
    } else if (character === ')') {
      if (depth === 0) return broken(reading, reading.line, "')' closes no '('.");
      depth -= 1;
      reading.at += 1;
    } else {
      const quoted = character === '"';
      const raw = quoted ? readQuoted(reading) : readWord(reading);
      if (raw === null) return broken(reading, reading.line, 'The quote is not closed before the line ends.');
      tokens.push({ raw, quoted });
    }
  }
  if (depth > 0) return { line: opened, ownerless, tokens: [], problem: "'(' is never closed." };
  return { line, ownerless, tokens, problem: null };
}

/** The entries of a zone file (RFC 1035, section 5.1), comments and empty lines left out. Takes time in the text. */
export function* zoneEntries(text: string): Generator<ZoneEntry, void, void> {
  const reading: Reading = { text, at: 0, line: 1 };
  while (reading.at < text.length) {
    const entry = readEntry(reading);
    if (entry.tokens.length > 0 || entry.problem !== null) yield entry;
    if (text.charAt(reading.at) === '\n') {
      reading.at += 1;
      reading.line += 1;
    }
  }
}

/** The words of one value as a form or a stored record has it; null where a quote is not closed. */
export function valueTokens(value: string): readonly ZoneToken[] | null {
  const entries = [...zoneEntries(` ${value.replaceAll('\n', ' ')}`)];
  const [entry] = entries;
  if (!entry) return [];
  return entries.length === 1 && entry.problem === null ? entry.tokens : null;
}
