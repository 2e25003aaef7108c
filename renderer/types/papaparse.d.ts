/**
 * The part of papaparse that the window uses. Its own types are written for Node too and would let Node's globals compile
 * in the window (scripts/layers.test.ts).
 */
interface UnparseOptions {
  readonly escapeFormulae?: boolean | RegExp;
  readonly newline?: string;
}

declare const Papa: {
  unparse(
    table: { fields: readonly string[]; data: readonly (readonly unknown[])[] },
    options?: UnparseOptions,
  ): string;
};

// papaparse is a CommonJS package: its one export is the default.
export default Papa;
