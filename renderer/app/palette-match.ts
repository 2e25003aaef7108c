import type { Action } from '../ui/actions.ts';

/** Actions whose label holds every word typed, in any order; those that begin with the text come first. */
export function matchingActions(actions: readonly Action[], text: string): readonly Action[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const fitting = [...new Map(actions.map((action) => [action.id, action])).values()].filter((action) => {
    const label = action.label.toLowerCase();
    return words.every((word) => label.includes(word));
  });
  const leads = (action: Action) => (action.label.toLowerCase().startsWith(text.toLowerCase()) ? 0 : 1);
  const ranked = fitting.toSorted((one, other) => leads(one) - leads(other));
  return [...Map.groupBy(ranked, (action) => action.group).values()].flat();
}
