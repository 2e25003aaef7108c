import { expandSlotRange } from './slot-range.ts';

interface Numbered {
  readonly prefix: string;
  readonly number: number;
  readonly digits: string;
}

function numbered(name: string): Numbered | null {
  const parts = /^(?<prefix>.*?)(?<digits>\d+)$/.exec(name)?.groups;
  return parts
    ? { prefix: parts['prefix'] ?? '', number: Number(parts['digits']), digits: parts['digits'] ?? '' }
    : null;
}

function follows(previous: Numbered, next: Numbered): boolean {
  const padded = String(previous.number + 1).padStart(previous.digits.length, '0');
  return next.prefix === previous.prefix && next.digits === padded;
}

function runs(names: readonly string[]): string[][] {
  const found: string[][] = [];
  for (const name of names) {
    const run = found.at(-1);
    const previous = run ? numbered(run.at(-1) ?? '') : null;
    const next = numbered(name);
    if (run && previous && next && follows(previous, next)) run.push(name);
    else found.push([name]);
  }
  return found;
}

function runText(run: readonly string[]): string {
  const [first = '', last = ''] = [run[0], run.at(-1)];
  if (run.length < 3) return run.join(', ');
  const text = `${first}-${numbered(last)?.digits ?? ''}`;
  const expanded = expandSlotRange(text);
  return expanded.ok && expanded.value.join() === run.join() ? text : run.join(', ');
}

/** Slot names as the shortest text that `expandSlotRange` reads back: DIMM1, DIMM2, DIMM3, DIMM7 → `DIMM1-3, DIMM7`. */
export function slotRangeText(names: readonly string[]): string {
  return runs(names).map(runText).join(', ');
}
