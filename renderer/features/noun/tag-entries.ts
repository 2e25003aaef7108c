export interface TagEntry {
  readonly key: string;
  readonly value: string;
}

export function tagEntries(tags: Readonly<Record<string, string>>): readonly TagEntry[] {
  return Object.entries(tags).map(([key, value]) => ({ key, value }));
}

/** The tags that have a key; of a key given twice, the last. */
export function tagMap(entries: readonly TagEntry[]): Record<string, string> {
  return Object.fromEntries(
    entries.filter(({ key }) => key.trim() !== '').map(({ key, value }) => [key.trim(), value]),
  );
}
