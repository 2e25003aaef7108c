/** `bay 3`, whether the bay is called `3`, `Bay 3` or `Device Bay 3`. */
export function bayName(bay: string): string {
  const called = bay.replace(/^device (?=bay\b)/i, '');
  return /^bay\b/i.test(called) ? called.replace(/^b/i, 'b') : `bay ${called}`;
}
