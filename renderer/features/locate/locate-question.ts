/** What somebody asks the palette about a device. */
export type LocateQuestion =
  | { readonly kind: 'place'; readonly text: string }
  | { readonly kind: 'console'; readonly text: string }
  | { readonly kind: 'power'; readonly text: string }
  /** A plain word: answered only where it is a serial number, an asset tag or an address. */
  | { readonly kind: 'mark'; readonly text: string };

const FORMS: readonly (readonly [RegExp, 'place' | 'console' | 'power'])[] = [
  [/^(?:locate|where is)\s+(\S.*)$/i, 'place'],
  [/^console\s+(?:for|of)\s+(?:server\s+)?(\S.*)$/i, 'console'],
  [/^power\s+off\s+(?:server\s+)?(\S.*)$/i, 'power'],
];

/** `locate db-01`, `console for db-01`, `power off db-01`, or a mark such as a serial number; null for nothing. */
export function locateQuestion(typed: string): LocateQuestion | null {
  const text = typed.trim();
  for (const [form, kind] of FORMS) {
    const asked = form.exec(text)?.[1]?.trim();
    if (asked) return { kind, text: asked };
  }
  return text.length < SHORTEST_MARK ? null : { kind: 'mark', text };
}

/** Shorter ones are names being typed. */
const SHORTEST_MARK = 4;
