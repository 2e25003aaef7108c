export type TickReading =
  | { readonly ok: true; readonly numbers: readonly number[] }
  | { readonly ok: false; readonly message: string };

/** Reads the ticked lines of one rack, `1-12 14, 17-20`; each line is counted once. */
export function readTicks(text: string, lines: number): TickReading {
  const numbers = new Set<number>();
  for (const word of text.split(/[\s,;]+/).filter(Boolean)) {
    const { first, last } = /^(?<first>\d{1,6})(?:[-–](?<last>\d{1,6}))?$/.exec(word)?.groups ?? {};
    const from = Number(first);
    const to = last === undefined ? from : Number(last);
    if (first === undefined || from < 1 || to > lines || from > to)
      return {
        ok: false,
        message: `'${word}' is no line of this rack; allowed are 1 to ${lines}, and ranges such as 1-${lines}.`,
      };
    for (let number = from; number <= to; number += 1) numbers.add(number);
  }
  return { ok: true, numbers: [...numbers].toSorted((one, other) => one - other) };
}
