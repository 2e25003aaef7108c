/** A swap as it is typed and scanned; empty is not said. */
export interface SwapDraft {
  readonly newSerial: string;
  readonly oldSerial: string;
  /** Id of another catalogue entry. */
  readonly newComponent: string;
  /** Id of the shelf whose loose stock the new part leaves. */
  readonly takenFrom: string;
  readonly newAssetTag: string;
}

export const EMPTY_SWAP: SwapDraft = { newSerial: '', oldSerial: '', newComponent: '', takenFrom: '', newAssetTag: '' };

/** What was said, for `part.swap`. */
export function swapInput(draft: SwapDraft): Partial<Record<keyof SwapDraft, string>> {
  const entries = Object.entries(draft).map(([key, value]: [string, string]) => [key, value.trim()] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== ''));
}
