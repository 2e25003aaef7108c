/** A prefix by the sort keys of its first and last address. Two prefixes lie apart or one in the other, never across. */
export interface KeyedPrefix {
  readonly firstKey: string;
  readonly lastKey: string;
}

/** The order in which a prefix comes before those inside it. */
export function treeOrder(left: KeyedPrefix, right: KeyedPrefix): number {
  if (left.firstKey !== right.firstKey) return left.firstKey < right.firstKey ? -1 : 1;
  if (left.lastKey === right.lastKey) return 0;
  return left.lastKey > right.lastKey ? -1 : 1;
}

/** For each prefix the index of the innermost one around it, or null. The prefixes are in tree order, each once. */
export function parentsOf(prefixes: readonly KeyedPrefix[]): (number | null)[] {
  const around: number[] = [];
  return prefixes.map((prefix, index) => {
    leave(prefixes, around, prefix.firstKey);
    const parent = around.at(-1) ?? null;
    around.push(index);
    return parent;
  });
}

/** For each key the index of the innermost prefix that holds it, or null. Prefixes in tree order, keys ascending. */
export function innermostOf(prefixes: readonly KeyedPrefix[], keys: readonly string[]): (number | null)[] {
  const around: number[] = [];
  let next = 0;
  return keys.map((key) => {
    for (let prefix = prefixes[next]; prefix && prefix.firstKey <= key; prefix = prefixes[next]) {
      leave(prefixes, around, prefix.firstKey);
      around.push(next);
      next += 1;
    }
    leave(prefixes, around, key);
    return around.at(-1) ?? null;
  });
}

function leave(prefixes: readonly KeyedPrefix[], around: number[], key: string): void {
  for (let top = around.at(-1); top !== undefined && (prefixes[top]?.lastKey ?? '') < key; top = around.at(-1))
    around.pop();
}
