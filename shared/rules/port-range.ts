import type { Reading } from '../domain/units.ts';

const MAXIMUM_PORTS = 10_000;
const ALLOWED = 'names separated by commas, with number ranges in brackets, for example Ethernet[1-24] or [1-4,7]';

function refused(message: string): Reading<string[]> {
  return { ok: false, message: `${message}; allowed are ${ALLOWED}.`, allowed: ALLOWED };
}

/** Numbers of a bracket: `1-4,7` → 1 2 3 4 7; `24-1` counts down; `08-10` keeps its leading zeros. Null: not understood. */
function numbersOf(bracket: string): string[] | null {
  const numbers: string[] = [];
  for (const part of bracket.split(',')) {
    const match = /^\s*(\d{1,6})(?:\s*-\s*(\d{1,6}))?\s*$/.exec(part);
    if (!match) return null;
    const [, from = '', to = from] = match;
    const width = from.startsWith('0') ? from.length : 0;
    const step = Number(from) <= Number(to) ? 1 : -1;
    for (let number = Number(from); number !== Number(to) + step; number += step) {
      numbers.push(String(number).padStart(width, '0'));
      if (numbers.length > MAXIMUM_PORTS) return numbers;
    }
  }
  return numbers;
}

/** Commas inside brackets do not separate names. */
function splitNames(text: string): string[] {
  return text.split(/,(?![^[]*\])/).map((part) => part.trim());
}

/** Null: not understood. `many`: more names than anybody connects at once. */
function expandOne(name: string): string[] | 'many' | null {
  const open = name.indexOf('[');
  if (open < 0) return name.includes(']') ? null : [name];
  const close = name.indexOf(']', open);
  const numbers = close < 0 ? null : numbersOf(name.slice(open + 1, close));
  const rest = close < 0 ? null : expandOne(name.slice(close + 1));
  if (!numbers || !rest) return null;
  if (rest === 'many' || numbers.length * rest.length > MAXIMUM_PORTS) return 'many';
  return numbers.flatMap((number) => rest.map((tail) => name.slice(0, open) + number + tail));
}

/**
 * The names a pattern stands for, in order: `Gi1/0/[1-3]` → Gi1/0/1 Gi1/0/2 Gi1/0/3, `[1-2]` → 1 2, `eth0, eth1` → both.
 * Several brackets multiply, the last running fastest. At most 10,000 names, each once.
 */
export function expandPorts(pattern: string): Reading<string[]> {
  const names: string[] = [];
  for (const part of splitNames(pattern)) {
    const expanded = part === '' ? null : expandOne(part);
    if (!expanded) return refused(`Ports '${part}' are not understood`);
    if (expanded === 'many' || names.length + expanded.length > MAXIMUM_PORTS)
      return refused(`The pattern stands for more than ${MAXIMUM_PORTS} ports`);
    names.push(...expanded);
  }
  const seen = new Set<string>();
  const repeated = names.find((name) => seen.has(name) || !seen.add(name));
  if (repeated !== undefined) return refused(`Port '${repeated}' is named twice`);
  return { ok: true, value: names };
}
