import { useEffect, type RefObject } from 'react';
import { writesText } from './scan-source.ts';

const KEEPS_FOCUS = 'input, textarea, select, button, a, [role=dialog], [role=menu], [contenteditable=true]';

/**
 * Keeps the focus in the scan field: after a click beside it, after a dialog, when the window comes back; and whatever is scanned
 * while something else has the focus goes into it. Tab still leaves it, so that all else can be reached.
 */
export function useScanFocus(field: RefObject<HTMLInputElement | null>, enabled: boolean): void {
  useEffect(() => {
    if (!enabled) return undefined;
    const focus = () => field.current?.focus();
    const overlaid = () => document.querySelector('[role=dialog], [role=menu]') !== null;
    const onKey = (event: KeyboardEvent) => {
      const { target } = event;
      if (!writesText(event) || overlaid()) return;
      if (target instanceof Element && target.closest('input, textarea, select, [contenteditable=true]')) return;
      focus();
      // The character goes where the focus now is; no action of the program may take it.
      event.stopPropagation();
    };
    const onPointer = ({ target }: MouseEvent) => {
      if (!overlaid() && !(target instanceof Element && target.closest(KEEPS_FOCUS))) focus();
    };
    focus();
    document.addEventListener('keydown', onKey, { capture: true });
    document.addEventListener('click', onPointer);
    window.addEventListener('focus', focus);
    return () => {
      document.removeEventListener('keydown', onKey, { capture: true });
      document.removeEventListener('click', onPointer);
      window.removeEventListener('focus', focus);
    };
  }, [field, enabled]);
}
