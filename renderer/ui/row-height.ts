import { useSyncExternalStore } from 'react';

/** What was read last: reading it makes the window work out its styles, which a list that scrolls has no time for. */
let known: number | null = null;

function subscribe(listener: () => void): () => void {
  const forget = () => {
    known = null;
    listener();
  };
  // The theme may have been another since the last list was there.
  forget();
  const observer = new MutationObserver(forget);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  return () => observer.disconnect();
}

function rowHeightPx(): number {
  if (known === null) {
    const root = getComputedStyle(document.documentElement);
    known = Number.parseFloat(root.getPropertyValue('--row')) * Number.parseFloat(root.fontSize);
  }
  return known;
}

/** The height of a list row in px under the current theme, for virtual scrolling. */
export function useRowHeightPx(): number {
  return useSyncExternalStore(subscribe, rowHeightPx);
}
