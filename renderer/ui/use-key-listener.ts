import { useEffect, type RefObject } from 'react';
import { useNewest } from './use-newest.ts';

/** Listens to key presses anywhere inside an element that is itself no control: a panel, a form, a drawing. */
export function useKeyListener(element: RefObject<HTMLElement | null>, listener: (event: KeyboardEvent) => void): void {
  const newest = useNewest(listener);
  useEffect(() => {
    const node = element.current;
    const call = (event: KeyboardEvent) => newest.current(event);
    node?.addEventListener('keydown', call);
    return () => node?.removeEventListener('keydown', call);
  }, [element, newest]);
}
