/** Bytes of WebAssembly code; pieces are written as nested lists and flattened once. */
export type Code = readonly (number | Code)[];

function flat(code: Code): number[] {
  return code.flatMap((piece) => (typeof piece === 'number' ? [piece] : flat(piece)));
}

/** Unsigned LEB128, the number format of WebAssembly. */
export function unsigned(value: number): Code {
  const bytes: number[] = [];
  let rest = value;
  do {
    const low = rest % 128;
    rest = Math.floor(rest / 128);
    bytes.push(rest > 0 ? low | 0x80 : low);
  } while (rest > 0);
  return bytes;
}

/** A non-negative i32 constant: signed LEB128, so one more byte where bit 6 of the last is set. */
export function constant(value: number): Code {
  const bytes = flat(unsigned(value));
  const last = bytes[bytes.length - 1] ?? 0;
  if ((last & 0x40) === 0) return [0x41, bytes];
  return [0x41, bytes.slice(0, -1), last | 0x80, 0];
}

export const I32 = 0x7f;
export const F64 = 0x7c;
export const V128 = 0x7b;

export const get = (local: number): Code => [0x20, unsigned(local)];
export const set = (local: number): Code => [0x21, unsigned(local)];

/** Plain i32 instructions used by the kernel. */
export const i32 = {
  load: (offset: number): Code => [0x28, 2, unsigned(offset)],
  store: (offset: number): Code => [0x36, 2, unsigned(offset)],
  store8: (offset: number): Code => [0x3a, 0, unsigned(offset)],
  lessUnsigned: 0x49,
  add: 0x6a,
  and: 0x71,
  or: 0x72,
  xor: 0x73,
  shiftLeft: 0x74,
  shiftRight: 0x76,
} as const;

const simd = (opcode: number): Code => [0xfd, unsigned(opcode)];
const simdMemory =
  (opcode: number, align: number) =>
  (offset: number): Code => [simd(opcode), align, unsigned(offset)];

/** 128-bit instructions, named as in the specification. */
export const v128 = {
  load: simdMemory(0x00, 2),
  load32Splat: simdMemory(0x09, 2),
  load64Splat: simdMemory(0x0a, 3),
  load32Zero: simdMemory(0x5c, 0),
  store: simdMemory(0x0b, 2),
  zero: [simd(0x0c), Array.from({ length: 16 }, () => 0)] as Code,
  /** The upper two of four i32 lanes moved down. */
  upperHalf: (value: Code): Code => [
    value,
    value,
    simd(0x0d),
    [8, 9, 10, 11, 12, 13, 14, 15, 8, 9, 10, 11, 12, 13, 14, 15],
  ],
  splatF64: simd(0x14),
  equalI32: simd(0x37),
  greaterI32: simd(0x3b),
  lessOrEqualF64: simd(0x4b),
  greaterOrEqualF64: simd(0x4c),
  and: simd(0x4e),
  or: simd(0x50),
  extendLowU8ToI16: simd(0x89),
  extendLowU16ToI32: simd(0xa9),
  bitmaskI32: simd(0xa4),
  bitmaskI64: simd(0xc4),
  subtractI32: simd(0xb1),
  addF64: simd(0xf0),
  multiplyF64: simd(0xf2),
  divideF64: simd(0xf3),
  convertLowI32ToF64: simd(0xfe),
} as const;

/** A loop that runs `body` while `condition` holds, tested at the end: at least once. */
export function loopWhile(body: Code, condition: Code): Code {
  return [0x03, 0x40, body, condition, 0x0d, 0, 0x0b];
}

function section(id: number, content: Code): Code {
  const bytes = flat(content);
  return [id, unsigned(bytes.length), bytes];
}

const text = (ascii: string): Code => [unsigned(ascii.length), Array.from(ascii, (letter) => letter.charCodeAt(0))];

/** A module with one function `run` over an imported memory `env.memory`; locals are given as runs of one type. */
export function assemble(
  parameters: readonly number[],
  locals: readonly (readonly [count: number, type: number])[],
  body: Code,
): Uint8Array<ArrayBuffer> {
  const declared = locals.map(([count, type]) => [unsigned(count), type]);
  const code = flat([unsigned(locals.length), declared, body, 0x0b]);
  return Uint8Array.from(
    flat([
      [0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
      section(1, [1, 0x60, unsigned(parameters.length), parameters, 0]),
      section(2, [1, text('env'), text('memory'), 2, 0, 1]),
      section(3, [1, 0]),
      section(7, [1, text('run'), 0, 0]),
      section(10, [1, unsigned(code.length), code]),
    ]),
  );
}
