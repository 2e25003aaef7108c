import { isLessBalanced } from './balance.ts';
import { BLOCK_ROWS, COUNT_LANES, SLOT_BYTES, blockLayout, simdModule, type BlockLayout } from './kernel-simd-code.ts';
import type { RankKernel } from './kernel.ts';
import { scanScalar } from './kernel-scalar.ts';
import { keepLess, scanWith, type Pass, type Slot } from './pass.ts';
import { FREE_ROW } from './patterns.ts';
import { BOOKS_MAX, keepByUtilisation } from './threshold.ts';

/** The part of the WebAssembly interface used here; the planner is compiled without the DOM's types, which declare it. */
declare const WebAssembly: {
  readonly validate: (bytes: Uint8Array) => boolean;
  readonly Memory: new (size: { initial: number }) => { readonly buffer: ArrayBuffer };
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: { readonly run: RunBlock } };
};

type RunBlock = (groups: number, low: number, high: number) => void;

/** A compiled module for one number of slots, with views on its memory. */
interface Block {
  readonly layout: BlockLayout;
  readonly run: RunBlock;
  readonly i32: Int32Array<ArrayBuffer>;
  readonly f64: Float64Array<ArrayBuffer>;
  readonly u8: Uint8Array<ArrayBuffer>;
}

const PAGE_BYTES = 65_536;
const INT32_MAX = 2 ** 31 - 1;

/** Few, since nothing is known yet of what the best rows score, so that all candidates among them are marked. */
const FIRST_ROWS = 512;

/** Rows per code that a block's memory holds; a request whose rules make more patterns is scanned in JavaScript. */
const HISTOGRAM_CODES = 1 << 16;

/** Made when first needed; null where the processor lacks the instructions. */
const blocks = new Map<number, Block | null>();

/** Four rows at a time in WebAssembly; results equal to the scalar kernel's, which also takes what this one cannot. */
export const simdKernel: RankKernel = { name: 'simd', scan: (plan) => scanWith(plan, scanSimd) };

function scanSimd(pass: Pass, slots: readonly Slot[]): void {
  const block = isSuitable(pass, slots) ? blockFor(slots.length) : null;
  if (block) scanBlocks(block, pass, slots);
  else scanScalar(pass, slots);
}

function isSuitable({ histogram }: Pass, slots: readonly Slot[]): boolean {
  return (
    histogram.length < HISTOGRAM_CODES &&
    slots.every(
      ({ totals, taken, most }) => totals instanceof Int32Array && taken instanceof Int32Array && most <= INT32_MAX,
    )
  );
}

function blockFor(slotCount: number): Block | null {
  const known = blocks.get(slotCount);
  if (known !== undefined) return known;
  const code = simdModule(slotCount);
  const block = WebAssembly.validate(code) ? instantiate(slotCount, code) : null;
  blocks.set(slotCount, block);
  return block;
}

function instantiate(slotCount: number, code: Uint8Array<ArrayBuffer>): Block {
  const layout = blockLayout(slotCount);
  const memory = new WebAssembly.Memory({
    initial: Math.ceil((layout.histogram + 4 * COUNT_LANES * (HISTOGRAM_CODES + 1)) / PAGE_BYTES),
  });
  const instance = new WebAssembly.Instance(new WebAssembly.Module(code), { env: { memory } });
  const { buffer } = memory;
  return {
    layout,
    run: instance.exports.run,
    i32: new Int32Array(buffer),
    f64: new Float64Array(buffer),
    u8: new Uint8Array(buffer),
  };
}

function writeConstants({ layout, i32, f64 }: Block, slots: readonly Slot[]): void {
  slots.forEach(({ least, most, resource }, index) => {
    const at = layout.constants + index * SLOT_BYTES;
    i32[at / 4] = Math.max(least, -INT32_MAX - 1);
    i32[at / 4 + 1] = most;
    i32[at / 4 + 2] = 1 << resource;
    f64[at / 8 + 2] = most;
  });
}

/** Copies the columns of rows `start` to `end` in; a last group that is not full is filled up with free rows. */
function copyIn(
  { layout, i32, f64, u8 }: Block,
  { plan, codes }: Pass,
  slots: readonly Slot[],
  start: number,
  end: number,
): void {
  const { base, measured } = plan.columns;
  i32.set(codes.subarray(start, end), layout.codes / 4);
  i32.fill(FREE_ROW, layout.codes / 4 + end - start, layout.codes / 4 + paddedRows(start, end));
  f64.set(base.subarray(start, end), layout.base / 8);
  u8.set(measured.subarray(start, end), layout.measured);
  slots.forEach(({ totals, taken }, index) => {
    i32.set(totals.subarray(start, end), (layout.totals[index] ?? 0) / 4);
    i32.set(taken.subarray(start, end), (layout.used[index] ?? 0) / 4);
  });
}

const paddedRows = (start: number, end: number): number => (end - start + 3) & ~3;

function scanBlocks(block: Block, pass: Pass, slots: readonly Slot[]): void {
  const { codes, histogram, threshold } = pass;
  const { layout, i32 } = block;
  const cells = COUNT_LANES * (histogram.length + 1);
  const counts = i32.subarray(layout.histogram / 4, layout.histogram / 4 + cells).fill(0);
  writeConstants(block, slots);
  for (let start = 0, end = 0; start < codes.length; start = end) {
    end = Math.min(start + (start === 0 ? FIRST_ROWS : BLOCK_ROWS), codes.length);
    copyIn(block, pass, slots, start, end);
    block.run(paddedRows(start, end) / 4, threshold.low, threshold.high);
    codes.set(i32.subarray(layout.codes / 4, layout.codes / 4 + end - start), start);
    keepMarked(block, pass, slots, start, end);
  }
  for (let code = 1; code < histogram.length; code++) {
    for (let lane = 0; lane < COUNT_LANES; lane++)
      histogram[code] = (histogram[code] ?? 0) + (counts[(code + 1) * COUNT_LANES + lane] ?? 0);
  }
}

/** Hands the marked rows on, in row order like the scalar kernel; the range may have narrowed since the block was run. */
function keepMarked({ layout, u8, f64 }: Block, pass: Pass, slots: readonly Slot[], start: number, end: number): void {
  const { threshold, balance } = pass;
  const groups = paddedRows(start, end) / 4;
  for (let group = 0; group < groups; group++) {
    const marks = u8[layout.marks + group] ?? 0;
    if (marks === 0) continue;
    for (let lane = 0; lane < 4; lane++) {
      const index = group * 4 + lane;
      if ((marks >> lane) & 1) {
        const utilisation = f64[layout.utilisations / 8 + index] ?? 0;
        if (utilisation < threshold.low || utilisation > threshold.high) continue;
        if (isLessBalanced(balance, start + index, threshold.imbalance)) continue;
        keepByUtilisation(threshold, start + index, utilisation, BOOKS_MAX);
      } else if ((marks >> (lane + 4)) & 1) keepLess(pass, start + index, slots);
    }
  }
}
