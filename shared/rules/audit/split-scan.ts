import { isPlaceholder, scanKey } from './scan-text.ts';

/** Shorter pieces are found in too many texts to mean anything. */
const SHORTEST_PIECE = 4;
/** Longer texts are not cut without separators. */
const LONGEST_BURST = 400;

/** The lines of a pasted text or a file, as they were, without empty ones. */
export function linesOf(text: string): string[] {
  return text.split(LINE_ENDS).filter((line) => line.trim() !== '');
}

/** Line ends, and what scanners are set to send between two numbers: any control character but the tab. */
const LINE_ENDS = /(?:(?!\t)[\p{Cc}\u2028\u2029])+/u;
const SEPARATORS = /[\t,;| ]+/u;

/** Which texts mean something. `isExpected` is asked for every piece of a text, so it must be quick. */
export interface KnownTexts {
  isKnown(key: string): boolean;
  isExpected(key: string): boolean;
}

/**
 * The texts that one reading of a scanner holds. Line ends always part. Within a line a known text is never cut; else it is
 * cut at its separators when every piece is known, else without any where exactly one way of cutting gives only expected
 * pieces. In every other case it stays whole: a wrong guess would be a false observation.
 */
export function splitScan(text: string, known: KnownTexts): string[] {
  return linesOf(text).flatMap((line) => splitLine(line, known));
}

function splitLine(line: string, known: KnownTexts): string[] {
  const whole = scanKey(line);
  if (known.isKnown(whole) || isPlaceholder(whole)) return [line];
  const pieces = line.split(SEPARATORS).filter((piece) => piece !== '');
  if (pieces.length > 1) return pieces.every((piece) => known.isKnown(scanKey(piece))) ? pieces : [line];
  const text = line.trim();
  if (text.length > LONGEST_BURST) return [line];
  return onlyCut(text, (piece) => known.isExpected(scanKey(piece))) ?? [line];
}

/** The one way to cut a text into known pieces; null: there is none, or several. */
function onlyCut(text: string, isKnown: (piece: string) => boolean): string[] | null {
  // How many ways the first n characters can be cut, counted up to 2, and where the last piece of one begins.
  const ways: number[] = [1];
  const lastCut: number[] = [0];
  for (let end = 1; end <= text.length; end += 1) {
    ways[end] = 0;
    for (let start = 0; start <= end - SHORTEST_PIECE; start += 1) {
      if (!ways[start] || !isKnown(text.slice(start, end))) continue;
      ways[end] = Math.min(2, (ways[end] ?? 0) + (ways[start] ?? 0));
      lastCut[end] = start;
    }
  }
  if (ways[text.length] !== 1) return null;
  const pieces: string[] = [];
  for (let end = text.length; end > 0; end = lastCut[end] ?? 0) pieces.unshift(text.slice(lastCut[end] ?? 0, end));
  return pieces;
}
