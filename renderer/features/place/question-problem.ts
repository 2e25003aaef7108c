import type { PlaceQuestion } from './place-draft.ts';

/** What is wrong with one field of the draft, if anything. */
export function problemAt(question: PlaceQuestion, path: string): string | undefined {
  return question.kind === 'unreadable' ? question.problems.find((entry) => entry.path === path)?.message : undefined;
}
