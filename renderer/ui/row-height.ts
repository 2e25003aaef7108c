import { useSyncExternalStore } from 'react';

function subscribe(listener: () => void): () => void {
  const observer = new MutationObserver(listener);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  return () => observer.disconnect();
}

function rowHeightPx(): number {
  const root = getComputedStyle(document.documentElement);
  return Number.parseFloat(root.getPropertyValue('--row')) * Number.parseFloat(root.fontSize);
}

/** The height of a list row in px under the current theme, for virtual scrolling. */
export function useRowHeightPx(): number {
  return useSyncExternalStore(subscribe, rowHeightPx);
}
