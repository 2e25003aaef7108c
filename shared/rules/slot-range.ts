import type { Reading } from '../domain/units.ts';

const MOST_SLOTS = 4096;
const ALLOWED = 'one name, names with commas, or a rising range such as DIMM0-3, A1-A16 or PSU A-B';

/** `M.2-1`, `U.3-4`: the digit belongs to the word, the hyphen starts no range. */
const CONNECTOR_WORD = /(?:^|[^a-z])[mu]\.[23]$/i;
const NUMBERED = /^(?<prefix>.*?)(?<from>\d+)\s*-\s*(?<second>.*?)(?<to>\d+)$/;
const LETTERED = /^(?<prefix>(?:.*[^a-z])?)(?<from>[a-z])\s*-\s*(?<to>[a-z])$/i;

function refused(text: string, why: string): Reading<readonly string[]> {
  return { ok: false, message: `Slot '${text}' ${why}; allowed is ${ALLOWED}.`, allowed: ALLOWED };
}

function sequence(text: string, from: number, to: number, name: (step: number) => string): Reading<readonly string[]> {
  if (to < from) return refused(text, 'runs backwards');
  if (to - from >= MOST_SLOTS) return refused(text, `names more than ${MOST_SLOTS} slots`);
  return { ok: true, value: Array.from({ length: to - from + 1 }, (_, index) => name(from + index)) };
}

function lastPrefix(prefix: string): string {
  return /[^\s]*$/.exec(prefix)?.[0] ?? prefix;
}

function expandOne(text: string): Reading<readonly string[]> {
  const numbered = NUMBERED.exec(text)?.groups;
  const { prefix = '', from = '', second = '', to = '' } = numbered ?? {};
  if (numbered && !CONNECTOR_WORD.test(prefix + from)) {
    if (second && second !== prefix && second !== lastPrefix(prefix))
      return refused(text, `starts with ${prefix}${from} and ends with ${second}${to}`);
    return sequence(text, Number(from), Number(to), (step) => `${prefix}${String(step).padStart(from.length, '0')}`);
  }
  const lettered = LETTERED.exec(text)?.groups;
  if (!lettered) return { ok: true, value: [text] };
  const [first = 0, last = 0] = [lettered['from'], lettered['to']].map((letter) => letter?.charCodeAt(0));
  return sequence(text, first, last, (step) => `${lettered['prefix'] ?? ''}${String.fromCharCode(step)}`);
}

/**
 * The slot names that a text names: `DIMM0-3` → DIMM0 … DIMM3, `DIMM A1-A16` → DIMM A1 … DIMM A16, `Bay 00-23` keeps its
 * zeros, `CPU1, CPU2` is a list. A text that is itself the name of a slot is that slot, hyphens or not.
 */
export function expandSlotRange(
  text: string,
  isSlot: (name: string) => boolean = () => false,
): Reading<readonly string[]> {
  const written = text.trim();
  if (isSlot(written)) return { ok: true, value: [written] };
  const names: string[] = [];
  for (const part of written.split(',').map((entry) => entry.trim())) {
    if (part === '') return refused(written, 'has an empty place between commas');
    const expanded = isSlot(part) ? ({ ok: true, value: [part] } as const) : expandOne(part);
    if (!expanded.ok) return expanded;
    names.push(...expanded.value);
  }
  const repeated = names.find((name, index) => names.indexOf(name) !== index);
  return repeated === undefined ? { ok: true, value: names } : refused(written, `names ${repeated} twice`);
}
