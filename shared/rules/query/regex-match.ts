import { RegexProgram, type Instruction, type RegexBudget } from './regex-program.ts';
import { parseRegex } from './regex-syntax.ts';
import type { RegexNode } from './regex-syntax.ts';

export type RegexCompilation =
  | { ok: true; test: (text: string, budget?: RegexBudget) => boolean }
  | { ok: false; message: string; offset: number };

/** Counted repeats are written out, so a short pattern can grow; this bounds the work per character of text. */
const INSTRUCTION_LIMIT = 500;

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
  return { ok: true, test: new RegexProgram(program, ignoreCase).test };
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
