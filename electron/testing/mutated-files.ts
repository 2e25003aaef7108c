import fc from 'fast-check';

/** What the formats that are read give a meaning to, put where it does not belong. */
const PIECES = [
  '\n',
  '\t',
  ': ',
  '- ',
  '"',
  "'",
  '{',
  '}',
  '[',
  ']',
  '&a ',
  '*a',
  '!!',
  '|',
  '#',
  '\u0000',
  '__proto__',
  '~',
  '-1',
  '1e400',
  ',',
  ';',
  '\r',
  '(',
  ')',
  '\\',
  '$GENERATE 1-9 ',
  'null',
  '\uFEFF',
  '\u202E',
];

/** One change of a file: of a byte, of a piece, of its structure. */
export const mutation = fc.oneof(
  fc.record({ kind: fc.constant('byte' as const), at: fc.nat(), byte: fc.integer({ min: 0, max: 255 }) }),
  fc.record({ kind: fc.constant('insert' as const), at: fc.nat(), text: fc.constantFrom(...PIECES) }),
  fc.record({ kind: fc.constant('cut' as const), at: fc.nat(), length: fc.integer({ min: 1, max: 40 }) }),
  fc.record({ kind: fc.constant('repeat' as const), at: fc.nat(), length: fc.integer({ min: 1, max: 40 }) }),
  fc.record({ kind: fc.constant('truncate' as const), at: fc.nat() }),
);

export type Mutation = typeof mutation extends fc.Arbitrary<infer Value> ? Value : never;

/** `at` is taken as far as the file reaches. */
export function mutated(bytes: Buffer, change: Mutation): Buffer {
  const at = change.at % (bytes.length + 1);
  const [head, tail] = [bytes.subarray(0, at), bytes.subarray(at)];
  if (change.kind === 'byte') return Buffer.concat([head, Buffer.of(change.byte), tail.subarray(1)]);
  if (change.kind === 'insert') return Buffer.concat([head, Buffer.from(change.text), tail]);
  if (change.kind === 'cut') return Buffer.concat([head, tail.subarray(change.length)]);
  if (change.kind === 'repeat') return Buffer.concat([head, tail.subarray(0, change.length), tail]);
  return head;
}
