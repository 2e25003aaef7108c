import type { Value } from './ast.ts';
import { compileRegex } from './regex-match.ts';

/** How one text is compared: whole and case-insensitive, by a glob likewise, or by a regex found anywhere in it. */
export type TextMatch =
  | { kind: 'exact'; text: string }
  | { kind: 'glob'; glob: string }
  | { kind: 'regex'; pattern: string; ignoreCase: boolean };

/**
 * The form in which text is compared. Two letters whose small form is ASCII or longer than one are left alone, so that
 * on text matched against ASCII it gives what SQLite's lower() gives.
 */
export function foldText(text: string): string {
  return text.replaceAll(/[^\u0130\u212A]+/gu, (run) => run.toLowerCase()).replaceAll('ς', 'σ');
}

export function toTextMatch(value: Value, alwaysIgnoreCase = false): TextMatch {
  if (value.kind === 'literal') return { kind: 'exact', text: value.text };
  if (value.kind === 'glob') return { kind: 'glob', glob: value.glob };
  return { kind: 'regex', pattern: value.pattern, ignoreCase: value.ignoreCase || alwaysIgnoreCase };
}

/** The test a match stands for, in time linear in the text for exact and regex, text × pattern for a glob. */
export function textTester(match: TextMatch): (text: string) => boolean {
  if (match.kind === 'exact') {
    const wanted = foldText(match.text);
    return (text) => foldText(text) === wanted;
  }
  if (match.kind === 'glob') {
    const wanted = Array.from(foldText(match.glob));
    return (text) => globMatches(wanted, Array.from(foldText(text)));
  }
  const compiled = compileRegex(match.pattern, match.ignoreCase);
  return compiled.ok ? compiled.test : () => false;
}

/** On a mismatch only the last `*` needs to take one character more, so no choice is tried twice. */
function globMatches(glob: readonly string[], text: readonly string[]): boolean {
  let globAt = 0;
  let textAt = 0;
  let starAt = -1;
  let starTextAt = 0;
  while (textAt < text.length) {
    const wanted = glob[globAt];
    if (wanted === '*') {
      starAt = globAt;
      starTextAt = textAt;
      globAt += 1;
    } else if (wanted === '?' || (wanted !== undefined && wanted === text[textAt])) {
      globAt += 1;
      textAt += 1;
    } else if (starAt >= 0) {
      starTextAt += 1;
      textAt = starTextAt;
      globAt = starAt + 1;
    } else {
      return false;
    }
  }
  return glob.slice(globAt).every((character) => character === '*');
}
