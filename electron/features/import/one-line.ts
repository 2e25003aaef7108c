const LONGEST = 400;

/** A sentence of a report on one line, whatever the file put into it. */
export function oneLine(sentence: string): string {
  const line = sentence.replaceAll(/[\s\u0085]+/g, ' ').trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 2)}….` : line;
}
