/** The parts of a key press that decide what it means. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

/** A key press as actions spell it: `mod+shift+z`, `n`, `/`. Shift is named only with `mod`: `?` is already shifted. */
export function keysOf(press: KeyPress): string {
  const key = press.key === ' ' ? 'space' : press.key.toLowerCase();
  const modified = press.ctrlKey || press.metaKey;
  return [modified && 'mod', press.altKey && 'alt', modified && press.shiftKey && 'shift', key]
    .filter(Boolean)
    .join('+');
}

/** Whether the press belongs to the text being typed rather than to an action. */
export function isTyping(target: EventTarget | null, keys: string): boolean {
  if (!(target instanceof HTMLElement)) return false;
  const field = target.closest(
    'input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable=true]',
  );
  if (!field) return false;
  return !keys.startsWith('mod+') || ['mod+z', 'mod+shift+z', 'mod+a'].includes(keys);
}
