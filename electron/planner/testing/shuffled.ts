/** The entries in an order that `random`, a stream of numbers in [0, 1), decides. */
export function shuffled<Entry>(entries: readonly Entry[], random: () => number): Entry[] {
  return entries
    .map((entry) => ({ entry, key: random() }))
    .toSorted((left, right) => left.key - right.key)
    .map(({ entry }) => entry);
}
