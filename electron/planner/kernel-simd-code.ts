import { assemble, constant, F64, get, I32, i32, loopWhile, set, V128, v128, type Code } from './wasm-assembler.ts';

/** Rows per call: their columns fit the processor's second cache. */
export const BLOCK_ROWS = 4_096;

/** Where the parts of a block lie in the memory, in bytes. Codes, base, measured, totals and used are copied in. */
export interface BlockLayout {
  /** Per slot 24 bytes: least, most, bit (i32 each), 4 unused, most (f64). */
  readonly constants: number;
  readonly codes: number;
  readonly base: number;
  readonly measured: number;
  readonly totals: readonly number[];
  readonly used: readonly number[];
  /** Out: utilisation of every row with the whole max booked. */
  readonly utilisations: number;
  /** Out: a byte per 4 rows; low bits: candidate, max fits, utilisation in range; high bits: candidate, max does not fit. */
  readonly marks: number;
  /** Out: rows per code, counted up from code -1; four lanes to a code, to be added up. */
  readonly histogram: number;
}

export const SLOT_BYTES = 24;

export function blockLayout(slotCount: number): BlockLayout {
  let next = 256;
  const take = (bytesPerRow: number): number => {
    const at = next;
    next += BLOCK_ROWS * bytesPerRow;
    return at;
  };
  const perSlot = (): number[] => Array.from({ length: slotCount }, () => take(4));
  const [codes, base, measured, totals, used, utilisations, marks] = [
    take(4),
    take(8),
    take(1),
    perSlot(),
    perSlot(),
    take(8),
    take(1),
  ];
  return { constants: 0, codes, base, measured, totals, used, utilisations, marks, histogram: next };
}

/** Local variables of the function; parameters come first. */
const LOCALS = { groups: 0, low: 1, high: 2, at: 3, end: 4, candidates: 5, over: 6, range: 7, vectors: 8 } as const;

/** Vector locals: fixed ones, then six for each slot. */
function vectorLocals(slotCount: number) {
  const first = LOCALS.vectors;
  const slot = (index: number, part: number): number => first + 9 + index * 6 + part;
  return {
    code: first,
    over: first + 1,
    lowest: first + 2,
    highest: first + 3,
    numerator: first + 4,
    denominator: first + 5,
    converted: first + 6,
    measured: first + 7,
    share: first + 8,
    least: (index: number) => slot(index, 0),
    most: (index: number) => slot(index, 1),
    bit: (index: number) => slot(index, 2),
    mostF64: (index: number) => slot(index, 3),
    total: (index: number) => slot(index, 4),
    room: (index: number) => slot(index, 5),
    count: 9 + slotCount * 6,
  };
}

type Vectors = ReturnType<typeof vectorLocals>;

/** The byte offset of the group in a column of the given width: `at` counts bytes of an i32 column. */
function groupAt(bytesPerRow: number): Code {
  if (bytesPerRow === 8) return [get(LOCALS.at), constant(1), i32.shiftLeft];
  if (bytesPerRow === 1) return [get(LOCALS.at), constant(2), i32.shiftRight];
  return get(LOCALS.at);
}

function prepare(layout: BlockLayout, vectors: Vectors): Code {
  const slots = layout.totals.map((_, index) => {
    const at = layout.constants + index * SLOT_BYTES;
    return [
      [constant(0), v128.load32Splat(at), set(vectors.least(index))],
      [constant(0), v128.load32Splat(at + 4), set(vectors.most(index))],
      [constant(0), v128.load32Splat(at + 8), set(vectors.bit(index))],
      [constant(0), v128.load64Splat(at + 16), set(vectors.mostF64(index))],
    ];
  });
  const range = [
    get(LOCALS.low),
    v128.splatF64,
    set(vectors.lowest),
    get(LOCALS.high),
    v128.splatF64,
    set(vectors.highest),
  ];
  return [slots, range, get(LOCALS.groups), constant(4), i32.shiftLeft, set(LOCALS.end)];
}

/** Resource bits of four rows, and which of them cannot book their max. */
function filter(layout: BlockLayout, vectors: Vectors): Code {
  const perSlot = layout.totals.map((totals, index) => [
    [groupAt(4), v128.load(totals), set(vectors.total(index))],
    [
      get(vectors.total(index)),
      groupAt(4),
      v128.load(layout.used[index] ?? 0),
      v128.subtractI32,
      set(vectors.room(index)),
    ],
    [get(vectors.least(index)), get(vectors.room(index)), v128.greaterI32, get(vectors.bit(index)), v128.and],
    [get(vectors.code), v128.or, set(vectors.code)],
    [
      get(vectors.most(index)),
      get(vectors.room(index)),
      v128.greaterI32,
      get(vectors.over),
      v128.or,
      set(vectors.over),
    ],
  ]);
  return [
    [groupAt(4), v128.load(layout.codes), set(vectors.code), v128.zero, set(vectors.over)],
    perSlot,
    [groupAt(4), get(vectors.code), v128.store(layout.codes)],
    [get(vectors.code), v128.zero, v128.equalI32, v128.bitmaskI32, set(LOCALS.candidates)],
    [get(vectors.over), v128.bitmaskI32, set(LOCALS.over)],
  ];
}

/** Utilisation of two of the four rows: base + (Σ most/total) / measured, the sum on one denominator. */
function share(layout: BlockLayout, vectors: Vectors, half: 0 | 1): Code {
  const converted = (local: number): Code => [
    half === 0 ? get(local) : v128.upperHalf(get(local)),
    v128.convertLowI32ToF64,
  ];
  const fold = layout.totals.slice(1).map((_, offset) => {
    const index = offset + 1;
    return [
      [converted(vectors.total(index)), set(vectors.converted)],
      [get(vectors.numerator), get(vectors.converted), v128.multiplyF64],
      [get(vectors.mostF64(index)), get(vectors.denominator), v128.multiplyF64, v128.addF64, set(vectors.numerator)],
      [get(vectors.denominator), get(vectors.converted), v128.multiplyF64, set(vectors.denominator)],
    ];
  });
  const offset = half * 16;
  return [
    [get(vectors.mostF64(0)), set(vectors.numerator), converted(vectors.total(0)), set(vectors.denominator)],
    fold,
    [groupAt(8), v128.load(layout.base + offset), get(vectors.numerator), get(vectors.denominator)],
    [converted(vectors.measured), v128.multiplyF64, v128.divideF64, v128.addF64, set(vectors.share)],
    [groupAt(8), get(vectors.share), v128.store(layout.utilisations + offset)],
    [get(vectors.share), get(vectors.lowest), v128.greaterOrEqualF64],
    [get(vectors.share), get(vectors.highest), v128.lessOrEqualF64, v128.and, v128.bitmaskI64],
  ];
}

function mark(layout: BlockLayout): Code {
  return [
    [get(LOCALS.at), constant(4), i32.shiftRight],
    [get(LOCALS.range), get(LOCALS.candidates), i32.and, get(LOCALS.over), constant(15), i32.xor, i32.and],
    [get(LOCALS.candidates), get(LOCALS.over), i32.and, constant(4), i32.shiftLeft, i32.or],
    i32.store8(layout.marks),
  ];
}

/** Lanes of the histogram: neighbouring rows mostly have the same code, and counting them in one cell would wait for itself. */
export const COUNT_LANES = 4;

/** Counts the codes of the block, four rows at a time, each in a lane of its own. */
function count(layout: BlockLayout): Code {
  const lanes = Array.from({ length: COUNT_LANES }, (_, lane): Code => {
    const cell = layout.histogram + lane * 4;
    return [
      [get(LOCALS.at), i32.load(layout.codes + lane * 4), constant(1), i32.add],
      [constant(4), i32.shiftLeft, set(LOCALS.range)],
      [get(LOCALS.range), get(LOCALS.range), i32.load(cell), constant(1), i32.add, i32.store(cell)],
    ];
  });
  const body: Code = [lanes, get(LOCALS.at), constant(4 * COUNT_LANES), i32.add, set(LOCALS.at)];
  return [constant(0), set(LOCALS.at), loopWhile(body, [get(LOCALS.at), get(LOCALS.end), i32.lessUnsigned])];
}

/**
 * The module of the SIMD kernel for a number of slots: `run(groups, low, high)` filters and scores groups of four rows of
 * the block in memory and counts their codes. A handful of instructions per row and no branch but the loop's.
 */
export function simdModule(slotCount: number): Uint8Array<ArrayBuffer> {
  const layout = blockLayout(slotCount);
  const vectors = vectorLocals(slotCount);
  const measured: Code = [
    [
      groupAt(1),
      v128.load32Zero(layout.measured),
      v128.extendLowU8ToI16,
      v128.extendLowU16ToI32,
      set(vectors.measured),
    ],
  ];
  const group: Code = [
    filter(layout, vectors),
    measured,
    [share(layout, vectors, 0), share(layout, vectors, 1), constant(2), i32.shiftLeft, i32.or, set(LOCALS.range)],
    mark(layout),
    [get(LOCALS.at), constant(16), i32.add, set(LOCALS.at)],
  ];
  const groups = loopWhile(group, [get(LOCALS.at), get(LOCALS.end), i32.lessUnsigned]);
  const body: Code = [prepare(layout, vectors), constant(0), set(LOCALS.at), groups, count(layout)];
  const locals = [
    [LOCALS.vectors - 3, I32],
    [vectors.count, V128],
  ] as const;
  return assemble([I32, F64, F64], locals, body);
}
