import type { Reading } from '../../../shared/domain/units.ts';
import { expandSequence } from '../../../shared/rules/sequence.ts';

/** The computes a component is fitted in: named one by one, or all that a filter lists. */
export type FitTarget = { readonly computes: readonly string[] } | { readonly query: string };

/** What the channels of fitting take. */
export function targetInput(target: FitTarget): { computes: string[] } | { query: string } {
  return 'query' in target ? target : { computes: [...target.computes] };
}

/** A comma outside brackets, or a line end. */
const BETWEEN_NAMES = /[,;\n](?![^[]*\])/;

/** `srv1, srv[003-005]` → srv1, srv003, srv004, srv005; each name once. */
export function readNames(text: string): Reading<readonly string[]> {
  const names = new Set<string>();
  for (const entry of text.split(BETWEEN_NAMES).map((part) => part.trim())) {
    if (entry === '') continue;
    const expanded = expandSequence(entry);
    if (!expanded.ok) return expanded;
    for (const name of expanded.value) names.add(name);
  }
  return { ok: true, value: [...names] };
}
