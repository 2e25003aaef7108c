import type { CharacterSet } from './regex-syntax.ts';

export type Instruction =
  | { kind: 'set'; set: CharacterSet }
  | { kind: 'assertion'; which: 'start' | 'end' | 'boundary' | 'noBoundary' }
  | { kind: 'split'; other: number }
  | { kind: 'jump'; to: number }
  | { kind: 'match' };

/** Work that matching may still do. A step is one instruction tried at one character of a text. */
export interface RegexBudget {
  /** Throws where it is used up. */
  spend(steps: number): void;
}

const UNLIMITED: RegexBudget = { spend: () => undefined };

type CharacterTest = (codePoint: number) => boolean;

const [SET, ASSERTION, SPLIT, JUMP, MATCH] = [0, 1, 2, 3, 4] as const;
const OPERATIONS = { set: SET, assertion: ASSERTION, split: SPLIT, jump: JUMP, match: MATCH } as const;

/** Runs a program over texts; what it needs to keep count is made once, not for every text. */
export class RegexProgram {
  readonly #instructions: readonly Instruction[];
  readonly #operations: Uint8Array;
  /** Where a split or a jump leads. */
  readonly #targets: Int32Array;
  readonly #accepts: readonly CharacterTest[];
  /** The position, counted over all texts, at which an instruction was tried last. */
  readonly #triedAt: Float64Array;
  /** Instructions still to be tried at a position; each is put there by two others at most. */
  readonly #waiting: Int32Array;
  #clock = 0;

  constructor(instructions: readonly Instruction[], ignoreCase: boolean) {
    this.#instructions = instructions;
    this.#operations = Uint8Array.from(instructions, ({ kind }) => OPERATIONS[kind]);
    this.#targets = Int32Array.from(instructions, targetOf);
    this.#accepts = instructions.map((entry) => (entry.kind === 'set' ? characterTest(entry.set, ignoreCase) : NONE));
    this.#triedAt = new Float64Array(instructions.length);
    this.#waiting = new Int32Array(2 * instructions.length + 2);
  }

  readonly test = (text: string, budget = UNLIMITED): boolean => {
    let current: number[] = [];
    let before: number | undefined;
    for (let position = 0; position <= text.length;) {
      const codePoint = text.codePointAt(position);
      const next: number[] = [];
      if (this.#advance(current, next, { before, codePoint }, budget)) return true;
      current = next;
      before = codePoint;
      position += codePoint !== undefined && codePoint > 0xffff ? 2 : 1;
    }
    return false;
  };

  /** Tries all that the start and `current` lead to at one position; gathers in `next` what goes on behind it. */
  #advance(current: readonly number[], next: number[], around: Around, budget: RegexBudget): boolean {
    const [operations, targets, triedAt, waiting] = [this.#operations, this.#targets, this.#triedAt, this.#waiting];
    const now = (this.#clock += 1);
    let steps = 1;
    for (let begun = -1; begun < current.length; begun += 1) {
      let count = 1;
      waiting[0] = begun < 0 ? 0 : (current[begun] ?? 0);
      while (count > 0) {
        count -= 1;
        const index = waiting[count] ?? 0;
        if (triedAt[index] === now) continue;
        triedAt[index] = now;
        steps += 1;
        const operation = operations[index];
        if (operation === MATCH) return true;
        if (operation === SET) {
          if (around.codePoint !== undefined && this.#accepts[index]?.(around.codePoint)) next.push(index + 1);
          continue;
        }
        if (operation === ASSERTION && !holds(this.#instructions[index], around)) continue;
        if (operation !== ASSERTION) waiting[count++] = targets[index] ?? 0;
        if (operation !== JUMP) waiting[count++] = index + 1;
      }
    }
    budget.spend(steps);
    return false;
  }
}

function targetOf(instruction: Instruction): number {
  if (instruction.kind === 'split') return instruction.other;
  return instruction.kind === 'jump' ? instruction.to : 0;
}

const NONE: CharacterTest = () => false;
/** Of a set, these are looked up from the start, and others once they were met. */
const TABLE_SIZE = 256;
const REMEMBERED_AT_MOST = 1000;

function characterTest(set: CharacterSet, ignoreCase: boolean): CharacterTest {
  const table = Uint8Array.from({ length: TABLE_SIZE }, (_, codePoint) =>
    accepts(set, codePoint, ignoreCase) ? 1 : 0,
  );
  const remembered = new Map<number, boolean>();
  return (codePoint) => {
    if (codePoint < TABLE_SIZE) return table[codePoint] === 1;
    const known = remembered.get(codePoint);
    if (known !== undefined) return known;
    if (remembered.size >= REMEMBERED_AT_MOST) remembered.clear();
    const accepted = accepts(set, codePoint, ignoreCase);
    remembered.set(codePoint, accepted);
    return accepted;
  };
}

/** The characters on both sides of a position; undefined at the ends of the text. */
interface Around {
  readonly before: number | undefined;
  readonly codePoint: number | undefined;
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

function holds(instruction: Instruction | undefined, { before, codePoint }: Around): boolean {
  const which = instruction?.kind === 'assertion' ? instruction.which : undefined;
  if (which === 'start') return before === undefined;
  if (which === 'end') return codePoint === undefined;
  const boundary = isWordCharacter(before) !== isWordCharacter(codePoint);
  return boundary === (which === 'boundary');
}

function isWordCharacter(codePoint: number | undefined): boolean {
  return codePoint !== undefined && /[0-9A-Za-z_]/u.test(String.fromCodePoint(codePoint));
}
