/** Text of an element whose parts stand on lines of their own, as one line. */
export function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
