import { absoluteAscii, canonicalDnsName } from '../domain/dns-name.ts';
import { formatIp, parseIp } from '../domain/ip.ts';
import type { Reading } from '../domain/units.ts';
import { layoutOf, type ValuePart } from './zone-file-layouts.ts';
import { valueTokens, type ZoneToken } from './zone-file-lexer.ts';

/** A part of a value as it is stored; names are written differently in files. */
interface StoredPart {
  readonly text: string;
  readonly isName: boolean;
}

type ReadName = (raw: string) => string | null;

const STRING_BYTES = 255;
const HEX = /^(?:[0-9a-f]{2})*$/i;

/** `1w2d3h4m5s` or plain seconds, in seconds; null for neither. */
export function readDuration(text: string): number | null {
  if (/^\d{1,10}$/.test(text)) return Number(text);
  const parts = [...text.matchAll(/(\d{1,9})([smhdw])/gi)];
  if (parts.length === 0 || parts.map(([whole]) => whole).join('') !== text) return null;
  const factors: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400, w: 604_800 };
  return parts.reduce((sum, [, count, unit = 's']) => sum + Number(count) * (factors[unit.toLowerCase()] ?? 1), 0);
}

function numberUpTo(raw: string, most: number): string | null {
  return /^\d{1,10}$/.test(raw) && Number(raw) <= most ? String(Number(raw)) : null;
}

/** The characters of a character string, each in the one form that stands between quotes. */
function stringUnits(raw: string): string[] | null {
  const units: string[] = [];
  const characters = Array.from(raw);
  for (let at = 0; at < characters.length; at += 1) {
    const character = characters[at] ?? '';
    if (character !== '\\') units.push(unit(character.codePointAt(0) ?? 0));
    else {
      const digits = characters.slice(at + 1, at + 4).join('');
      const next = characters[at + 1];
      if (next === undefined || (/^\d{3}$/.test(digits) && Number(digits) > 255)) return null;
      const isByte = /^\d{3}$/.test(digits);
      units.push(
        isByte && Number(digits) > 126 ? `\\${digits}` : unit(isByte ? Number(digits) : (next.codePointAt(0) ?? 0)),
      );
      at += isByte ? 3 : 1;
    }
  }
  return units;
}

function unit(code: number): string {
  if (code < 32 || code === 127) return `\\${String(code).padStart(3, '0')}`;
  const character = String.fromCodePoint(code);
  return character === '"' || character === '\\' ? `\\${character}` : character;
}

/** Strings of at most 255 bytes each, cut where one is longer: readers put the pieces together again. */
function stringPieces(raw: string): string[] | null {
  const units = stringUnits(raw);
  if (!units) return null;
  const pieces: string[] = [''];
  let bytes = 0;
  for (const piece of units) {
    const size = piece.startsWith('\\') ? 1 : utf8Bytes(piece);
    if (bytes + size > STRING_BYTES) {
      pieces.push('');
      bytes = 0;
    }
    pieces.push((pieces.pop() ?? '') + piece);
    bytes += size;
  }
  return pieces.map((piece) => `"${piece}"`);
}

function utf8Bytes(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x1_0000 ? 3 : 4;
}

function rawText({ raw, quoted }: ZoneToken): string {
  return quoted ? `"${raw}"` : raw;
}

function plain(text: string | null): StoredPart[] | null {
  return text === null ? null : [{ text, isName: false }];
}

function readPart(part: ValuePart, token: ZoneToken, readName: ReadName): StoredPart[] | null {
  const { raw, quoted } = token;
  const ip = part === 'ipv4' || part === 'ipv6' ? parseIp(raw) : null;
  switch (part) {
    case 'ipv4':
      return plain(ip?.version === 4 ? formatIp(ip) : null);
    case 'ipv6':
      return plain(ip?.version === 6 ? formatIp(ip) : null);
    case 'u8':
      return plain(numberUpTo(raw, 255));
    case 'u16':
      return plain(numberUpTo(raw, 65_535));
    case 'u32':
      return plain(numberUpTo(raw, 4_294_967_295));
    case 'time': {
      const seconds = readDuration(raw);
      return plain(seconds !== null && seconds <= 2_147_483_647 ? String(seconds) : null);
    }
    case 'name':
    case 'names': {
      const name = quoted ? null : readName(raw);
      return name === null ? null : [{ text: name, isName: true }];
    }
    case 'text': {
      const units = stringUnits(raw);
      return plain(units && `"${units.join('')}"`);
    }
    case 'texts':
      return stringPieces(raw)?.map((text) => ({ text, isName: false })) ?? null;
    case 'word':
    case 'rest':
    case 'someRest':
      return plain(rawText(token));
  }
}

const REPEATED: ReadonlySet<ValuePart> = new Set(['texts', 'names', 'rest', 'someRest']);
const OPTIONAL: ReadonlySet<ValuePart> = new Set(['names', 'rest']);

/** `\# 4 7f000002` (RFC 3597): bytes of any type; those of an address become the address. */
function readGeneric(type: string, tokens: readonly ZoneToken[]): StoredPart[] | null {
  const [, count, ...digits] = tokens.map(({ raw }) => raw);
  const hex = digits.join('').toLowerCase();
  if (numberUpTo(count ?? '', 65_535) === null || !HEX.test(hex) || hex.length !== Number(count) * 2) return null;
  const version = type === 'A' ? 4 : type === 'AAAA' ? 6 : null;
  if (version === null) return plain(`\\# ${Number(count)} ${hex}`.trim());
  if (hex.length !== (version === 4 ? 8 : 32)) return null;
  return plain(formatIp({ version, value: BigInt(`0x${hex}`) }));
}

function readParts(type: string, tokens: readonly ZoneToken[], readName: ReadName): StoredPart[] | null {
  if (tokens[0]?.raw === '\\#' && !tokens[0].quoted) return readGeneric(type, tokens);
  const { parts } = layoutOf(type, tokens);
  const found: StoredPart[] = [];
  let at = 0;
  for (const part of parts) {
    const rest = REPEATED.has(part) ? tokens.slice(at) : tokens.slice(at, at + 1);
    if (rest.length === 0 && !OPTIONAL.has(part)) return null;
    for (const token of rest) {
      const read = readPart(part, token, readName);
      if (!read) return null;
      found.push(...read);
    }
    at += rest.length;
  }
  return at === tokens.length ? found : null;
}

function refusal(type: string, tokens: readonly ZoneToken[], value: string): Reading<string> {
  const allowed = layoutOf(type, tokens).form;
  const shown = value.length > 80 ? `${value.slice(0, 77)}…` : value;
  return { ok: false, message: `The value of a ${type} record must be ${allowed}; "${shown}" was given.`, allowed };
}

function joined(parts: readonly StoredPart[]): string {
  return parts.map(({ text }) => text).join(' ');
}

/** The value of a record of a zone file as it is stored: names in full, numbers and addresses in one form. */
export function readFileValue(type: string, tokens: readonly ZoneToken[], readName: ReadName): Reading<string> {
  const parts = readParts(type, tokens, readName);
  return parts ? { ok: true, value: joined(parts) } : refusal(type, tokens, tokens.map(rawText).join(' '));
}

/**
 * A value as a form, a file of rows or a stored record has it, in its stored form. Names are in full, with or without a dot
 * at their end; text without any quote is one string, blanks included.
 */
export function storedDnsValue(type: string, value: string): Reading<string> {
  const text = value.trim();
  const { parts } = layoutOf(type, []);
  const oneString = parts[0] === 'texts' && !text.includes('"') && text !== '';
  const tokens = oneString ? [{ raw: text, quoted: true }] : valueTokens(text);
  if (!tokens || tokens.length === 0) return refusal(type, [], value);
  const read = readParts(type, tokens, canonicalDnsName);
  return read ? { ok: true, value: joined(read) } : refusal(type, tokens, value);
}

/** A stored value as a zone file has it: names in ASCII with the dot that says they are whole. */
export function fileValue(type: string, stored: string): string {
  const tokens = valueTokens(stored) ?? [];
  const parts = readParts(type, tokens, canonicalDnsName);
  if (!parts) return stored;
  return parts.map(({ text, isName }) => (isName ? absoluteAscii(text) : text)).join(' ');
}

/** The names that a stored value leads to: the target of a CNAME, the host of an MX. */
export function targetsOf(type: string, stored: string): string[] {
  const parts = readParts(type, valueTokens(stored) ?? [], canonicalDnsName) ?? [];
  return parts.filter(({ isName }) => isName).map(({ text }) => text);
}
