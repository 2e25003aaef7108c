import type { RefObject } from 'react';
import { useKeyListener } from '../../ui/use-key-listener.ts';

/** Marks a field or button as one that Enter leads to. */
export const SCANNED = { 'data-scan': '' };

/**
 * A scanner ends every code with Enter: inside this element it leads from a marked field to the next one and never
 * submits the form. After the last field it stays; Ctrl/Cmd-Enter and the buttons act.
 */
export function useScanOrder(element: RefObject<HTMLElement | null>, onScan?: (field: HTMLInputElement) => void): void {
  useKeyListener(element, (event) => {
    const field = event.target;
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return;
    if (!(field instanceof HTMLInputElement) || !('scan' in field.dataset)) return;
    event.preventDefault();
    onScan?.(field);
    const marked = [...(element.current?.querySelectorAll<HTMLElement>('[data-scan]:not(:disabled)') ?? [])];
    marked[marked.indexOf(field) + 1]?.focus();
  });
}
