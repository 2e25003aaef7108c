import { useEffect, type RefObject } from 'react';
import { useNewest } from '../../ui/use-newest.ts';

/** Takes files that are dropped on an element that is itself no control. */
export function useFileDrop(element: RefObject<HTMLElement | null>, onFiles: (files: readonly File[]) => void): void {
  const newest = useNewest(onFiles);
  useEffect(() => {
    const node = element.current;
    const over = (event: DragEvent) => event.preventDefault();
    const drop = (event: DragEvent) => {
      event.preventDefault();
      newest.current([...(event.dataTransfer?.files ?? [])]);
    };
    node?.addEventListener('dragover', over);
    node?.addEventListener('drop', drop);
    return () => {
      node?.removeEventListener('dragover', over);
      node?.removeEventListener('drop', drop);
    };
  }, [element, newest]);
}
