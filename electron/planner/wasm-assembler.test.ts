import { expect, test } from 'vitest';
import { constant, unsigned, type Code } from './wasm-assembler.ts';

const bytes = (code: Code): number[] => code.flatMap((piece) => (typeof piece === 'number' ? [piece] : bytes(piece)));

test.each([
  [0, [0]],
  [127, [0x7f]],
  [128, [0x80, 1]],
  [624_485, [0xe5, 0x8e, 0x26]],
  [0xfd, [0xfd, 1]],
])('%i is written as LEB128 bytes %j', (value, expected) => {
  expect(bytes(unsigned(value))).toEqual(expected);
});

test.each([
  [63, [0x41, 63]],
  [64, [0x41, 0xc0, 0]],
  [8_191, [0x41, 0xff, 0x3f]],
  [8_192, [0x41, 0x80, 0xc0, 0]],
])('the constant %i keeps its sign bit clear: %j', (value, expected) => {
  expect(bytes(constant(value))).toEqual(expected);
});
