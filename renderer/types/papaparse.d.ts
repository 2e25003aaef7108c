/**
 * The part of papaparse that the window uses. Its own types are written for Node too and would let Node's globals compile
 * in the window (scripts/layers.test.ts).
 */
interface UnparseOptions {
  readonly escapeFormulae?: boolean | RegExp;
  readonly newline?: string;
  readonly delimiter?: string;
}

declare const Papa: {
  unparse(
    table:
      | { readonly fields: readonly string[]; readonly data: readonly (readonly unknown[])[] }
      | readonly (readonly string[])[],
    options?: UnparseOptions,
  ): string;
  parse(text: string, options: { readonly delimiter: string }): { readonly data: readonly (readonly string[])[] };
};

// papaparse is a CommonJS package: its one export is the default.
export default Papa;
