import { punycodeDecoded, punycodeEncoded } from './punycode.ts';

const LABEL_BYTES = 63;
const NAME_BYTES = 253;
/** Characters that mean something in a zone file, so they are written with a backslash inside a label. */
const SPECIAL = new Set(['.', '\\', '"', '(', ')', ';', '@', '$']);

/** A character of a label as it is written, and how many bytes it stands for. */
function written(code: number): string {
  if (code < 33 || (code > 126 && code < 160)) return `\\${String(code).padStart(3, '0')}`;
  const character = String.fromCodePoint(code);
  return SPECIAL.has(character) ? `\\${character}` : character;
}

/** The labels of a name with their escapes in one form; null where an escape or an empty label is wrong. */
function labelsOf(text: string): string[] | null {
  const labels: string[] = [];
  let label = '';
  const characters = Array.from(text);
  for (let at = 0; at < characters.length; at += 1) {
    const character = characters[at] ?? '';
    if (character === '.') {
      if (label === '') return null;
      labels.push(label);
      label = '';
    } else if (character === '\\') {
      const digits = characters.slice(at + 1, at + 4).join('');
      const isCode = /^\d{3}$/.test(digits);
      const next = characters[at + 1];
      if (next === undefined || (isCode && Number(digits) > 255)) return null;
      label += isCode ? byteWritten(Number(digits)) : written(next.codePointAt(0) ?? 0);
      at += isCode ? 3 : 1;
    } else if (/[\s"();]/.test(character)) return null;
    else label += SPECIAL.has(character) ? `\\${character}` : character;
  }
  return label === '' ? labels : [...labels, label];
}

/** A byte above ASCII stays a byte: it is no letter of Unicode. */
function byteWritten(code: number): string {
  return code > 126 ? `\\${String(code).padStart(3, '0')}` : written(code).toLowerCase();
}

/** What an international label may hold: no blanks, no control characters, nothing that is written with a backslash. */
const READABLE = /^[^\p{C}\p{Z}\s.\\"();@$]+$/u;
const INTERNATIONAL = /[^\u0020-\u007e]/u;

function asciiLabel(label: string): string {
  return INTERNATIONAL.test(label) ? `xn--${punycodeEncoded(label)}` : label;
}

/** `xn--mnchen-3ya` → `münchen`, where writing it again gives the same; other labels stay as they are. */
function readableLabel(label: string): string {
  if (!label.startsWith('xn--')) return label;
  const decoded = punycodeDecoded(label.slice(4));
  const stable = decoded !== null && decoded === normalised(decoded) && isInternational(decoded);
  return stable && asciiLabel(decoded) === label ? decoded : label;
}

function isInternational(label: string): boolean {
  return INTERNATIONAL.test(label) && READABLE.test(label);
}

function normalised(label: string): string {
  return label.normalize('NFC').toLowerCase();
}

function bytesOf(label: string): number {
  return asciiLabel(label).replaceAll(/\\(?:\d{3}|.)/gu, 'x').length;
}

/**
 * A domain name as it is stored: lower case, in Unicode, in full, without the dot at its end; the root is `.`. Null for
 * what is none: empty or too long labels, blanks, wrong escapes.
 */
export function canonicalDnsName(text: string): string | null {
  const name = text.trim();
  if (name === '.') return name;
  // Alone it stands for the zone, which a name in full does not need.
  if (name === '' || name === '@' || name.length > 1100) return null;
  const labels = labelsOf(name)?.map((label) => readableLabel(normalised(label)));
  if (!labels || labels.length === 0) return null;
  if (labels.some((label) => INTERNATIONAL.test(label) && !isInternational(label))) return null;
  const sizes = labels.map(bytesOf);
  const tooLong =
    sizes.some((size) => size > LABEL_BYTES) || sizes.reduce((sum, size) => sum + size + 1, -1) > NAME_BYTES;
  return tooLong ? null : labels.join('.');
}

/** Labels of a stored name, the escaped dots in them kept. */
export function dnsLabels(name: string): string[] {
  return name === '.' ? [] : (name.match(/(?:\\.|[^.\\])+/gu) ?? []);
}

/** A stored name as a zone file has it: in ASCII, with the dot that says it is whole. */
export function absoluteAscii(name: string): string {
  return name === '.' ? name : `${dnsLabels(name).map(asciiLabel).join('.')}.`;
}

/** Whether a stored name is the zone's own or lies in it. */
export function isInZone(name: string, zone: string): boolean {
  if (zone === '.' || name === zone) return true;
  const [labels, around] = [dnsLabels(name), dnsLabels(zone)];
  return labels.length > around.length && labels.slice(-around.length).join('.') === zone;
}

export const DNS_NAME_FORM = 'a domain name such as www.example.com, labels of at most 63 characters';
