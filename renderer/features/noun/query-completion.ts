import type { QueryCompletion, QueryProposal } from '../../../shared/contract/workspace.ts';

/** The text with a proposal in it, and where the cursor stands then. */
export function completedQuery(
  text: string,
  { from, to }: Pick<QueryCompletion, 'from' | 'to'>,
  { insert }: Pick<QueryProposal, 'insert'>,
): { readonly text: string; readonly cursor: number } {
  return { text: text.slice(0, from) + insert + text.slice(to), cursor: from + insert.length };
}

/** Proposals come by themselves inside a word or an argument, not after a blank: they would hide the rows without need. */
export function opensByItself(text: string, cursor: number): boolean {
  return /[^\s()]$/u.test(text.slice(0, cursor));
}

/** The proposal that Enter takes without a further key: the first one, if it is what is being typed. */
export function leadingProposal(proposals: readonly QueryProposal[], typed: string): number | null {
  const [first] = proposals;
  const wanted = typed.replace(/^"/u, '').toLowerCase();
  return first && wanted !== '' && first.label.toLowerCase().startsWith(wanted) ? 0 : null;
}
