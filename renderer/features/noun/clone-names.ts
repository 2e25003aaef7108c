/**
 * Names for copies of `name` that count on where it stops: `db-07` → `db-08`, `db-09`; `db` → `db-2`, `db-3`.
 * Leading zeros are kept.
 */
export function cloneNames(name: string, copies: number): readonly string[] {
  const digits = /\d+$/.exec(name)?.[0];
  const stem = digits === undefined ? `${name}-` : name.slice(0, -digits.length);
  const first = digits === undefined ? 2 : Number(digits) + 1;
  return Array.from(
    { length: copies },
    (_unused, index) => stem + String(first + index).padStart(digits?.length ?? 1, '0'),
  );
}

/** One name per line, blank lines left out. */
export function namesIn(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}
