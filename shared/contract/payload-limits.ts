import { fail } from './failure.ts';

/** Deeper and wider than any input of ours, far below what a parser cannot follow or takes long over. */
const DEPTH_AT_MOST = 100;
const KEYS_AT_MOST = 1000;

/**
 * Refuses what no input of ours is, before anything parses it: nested deeper than 100 levels (also what holds itself), with
 * more than 1,000 keys in one place, or bytes. Lists may be as long as their channel allows.
 */
export function refuseUnreasonableInput(input: unknown): void {
  let level: readonly unknown[] = [input];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEPTH_AT_MOST) fail('E_FORMAT', `The input is nested deeper than the ${DEPTH_AT_MOST} levels allowed.`);
    level = level.flatMap(containersIn);
  }
}

function containersIn(value: unknown): readonly unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer)
    fail('E_FORMAT', 'The input holds bytes, which no channel takes.');
  if (Array.isArray(value)) return value.filter(isContainer);
  const values = Object.values(value);
  if (values.length > KEYS_AT_MOST)
    fail('E_FORMAT', `The input has ${values.length} keys in one place; at most ${KEYS_AT_MOST} are allowed.`);
  return values.filter(isContainer);
}

function isContainer(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}
