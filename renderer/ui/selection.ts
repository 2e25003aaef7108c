/** The keys of the rows between two places of a list, both included, as far as they are loaded. */
export function keysBetween(keyAt: (index: number) => string | undefined, one: number, other: number): string[] {
  const keys: string[] = [];
  for (let index = Math.min(one, other); index <= Math.max(one, other); index += 1) {
    const key = keyAt(index);
    if (key !== undefined) keys.push(key);
  }
  return keys;
}

export function toggled(selected: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(selected);
  if (!next.delete(key)) next.add(key);
  return next;
}

export function withKeys(selected: ReadonlySet<string>, keys: readonly string[]): ReadonlySet<string> {
  return new Set([...selected, ...keys]);
}

/** Where the marked row goes for a key, or null for a key that does not move it. */
export function movedRow(key: string, active: number, total: number, rowsPerPage: number): number | null {
  const last = Math.max(0, total - 1);
  const target = {
    ArrowDown: active + 1,
    ArrowUp: active - 1,
    PageDown: active + rowsPerPage,
    PageUp: active - rowsPerPage,
    Home: 0,
    End: last,
  }[key];
  return target === undefined ? null : Math.min(Math.max(target, 0), last);
}
