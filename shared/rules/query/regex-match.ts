import { parseRegex } from './regex-syntax.ts';
import type { CharacterSet, RegexNode } from './regex-syntax.ts';

type Instruction =
  | { kind: 'set'; set: CharacterSet }
  | { kind: 'assertion'; which: 'start' | 'end' | 'boundary' | 'noBoundary' }
  | { kind: 'split'; other: number }
  | { kind: 'jump'; to: number }
  | { kind: 'match' };

export type RegexCompilation =
  | { ok: true; test: (text: string) => boolean }
  | { ok: false; message: string; offset: number };

/** Counted repeats are written out, so a short pattern can grow; this bounds the work per character of text. */
const INSTRUCTION_LIMIT = 2_000;

/**
 * Makes a matcher whose time is at most (length of text × length of pattern): all alternatives advance side by side
 * (Thompson's construction, "Regular Expression Search Algorithm", CACM 11(6), 1968), where JavaScript's RegExp
 * backtracks and can hang on a pattern someone else saved in a workspace. Unanchored, as JavaScript's test().
 */
export function compileRegex(pattern: string, ignoreCase: boolean): RegexCompilation {
  const parsed = parseRegex(pattern);
  if (!parsed.ok) return parsed;
  if (sizeOf(parsed.node) > INSTRUCTION_LIMIT) {
    return { ok: false, message: 'the counts in this regex make it too large', offset: 0 };
  }
  const program: Instruction[] = [];
  emit(program, parsed.node);
  program.push({ kind: 'match' });
  return { ok: true, test: (text) => run(program, text, ignoreCase) };
}

function sizeOf(node: RegexNode): number {
  if (node.kind === 'sequence') return node.parts.reduce((sum, part) => sum + sizeOf(part), 0);
  if (node.kind === 'choice') return node.options.reduce((sum, option) => sum + sizeOf(option) + 2, 0);
  if (node.kind !== 'repeat') return 1;
  const copies = node.maximum === Infinity ? node.minimum + 1 : node.maximum;
  return copies * (sizeOf(node.body) + 2);
}

function emit(program: Instruction[], node: RegexNode): void {
  if (node.kind === 'sequence') for (const part of node.parts) emit(program, part);
  else if (node.kind === 'choice') emitChoice(program, node.options);
  else if (node.kind === 'repeat') emitRepeat(program, node);
  else program.push(node);
}

function emitChoice(program: Instruction[], options: readonly RegexNode[]): void {
  const exits: { kind: 'jump'; to: number }[] = [];
  for (const [index, option] of options.entries()) {
    if (index === options.length - 1) {
      emit(program, option);
      break;
    }
    const split = { kind: 'split' as const, other: 0 };
    const exit = { kind: 'jump' as const, to: 0 };
    program.push(split);
    emit(program, option);
    program.push(exit);
    exits.push(exit);
    split.other = program.length;
  }
  for (const exit of exits) exit.to = program.length;
}

function emitRepeat(program: Instruction[], node: RegexNode & { kind: 'repeat' }): void {
  for (let count = 0; count < node.minimum; count += 1) emit(program, node.body);
  if (node.maximum === Infinity) {
    const split = { kind: 'split' as const, other: 0 };
    const start = program.length;
    program.push(split);
    emit(program, node.body);
    program.push({ kind: 'jump', to: start });
    split.other = program.length;
    return;
  }
  const splits: { kind: 'split'; other: number }[] = [];
  for (let count = node.minimum; count < node.maximum; count += 1) {
    const split = { kind: 'split' as const, other: 0 };
    splits.push(split);
    program.push(split);
    emit(program, node.body);
  }
  for (const split of splits) split.other = program.length;
}

function run(program: readonly Instruction[], text: string, ignoreCase: boolean): boolean {
  const codePoints = Array.from(text, (character) => character.codePointAt(0) ?? 0);
  const seenAt = new Int32Array(program.length).fill(-1);
  let current: number[] = [];
  for (let position = 0; position <= codePoints.length; position += 1) {
    const reached = [...current, 0];
    current = [];
    const next: number[] = [];
    while (reached.length > 0) {
      const index = reached.pop() ?? 0;
      const instruction = program[index];
      if (instruction === undefined || seenAt[index] === position) continue;
      seenAt[index] = position;
      if (instruction.kind === 'match') return true;
      if (instruction.kind === 'jump') reached.push(instruction.to);
      else if (instruction.kind === 'split') reached.push(instruction.other, index + 1);
      else if (instruction.kind === 'set') {
        const codePoint = codePoints[position];
        if (codePoint !== undefined && accepts(instruction.set, codePoint, ignoreCase)) next.push(index + 1);
      } else if (holds(instruction.which, codePoints, position)) reached.push(index + 1);
    }
    current = next;
  }
  return false;
}

function accepts(set: CharacterSet, codePoint: number, ignoreCase: boolean): boolean {
  if (inRanges(set, codePoint)) return !set.negated;
  if (!ignoreCase) return set.negated;
  const character = String.fromCodePoint(codePoint);
  const variants = [character.toLowerCase(), character.toUpperCase()];
  return variants.some((variant) => isOther(variant, codePoint) && inRanges(set, variant.codePointAt(0) ?? 0))
    ? !set.negated
    : set.negated;
}

/** One character whose case differs; German sharp s becomes two letters in capitals and has no such partner. */
function isOther(variant: string, codePoint: number): boolean {
  const found = variant.codePointAt(0);
  return found !== undefined && found !== codePoint && String.fromCodePoint(found) === variant;
}

function inRanges(set: CharacterSet, codePoint: number): boolean {
  return set.ranges.some(([low, high]) => codePoint >= low && codePoint <= high);
}

function holds(which: 'start' | 'end' | 'boundary' | 'noBoundary', codePoints: readonly number[], at: number): boolean {
  if (which === 'start') return at === 0;
  if (which === 'end') return at === codePoints.length;
  const boundary = isWordCharacter(codePoints[at - 1]) !== isWordCharacter(codePoints[at]);
  return boundary === (which === 'boundary');
}

function isWordCharacter(codePoint: number | undefined): boolean {
  return codePoint !== undefined && /[0-9A-Za-z_]/u.test(String.fromCodePoint(codePoint));
}
