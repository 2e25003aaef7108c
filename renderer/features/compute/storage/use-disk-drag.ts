import { useEffect, type RefObject } from 'react';
import { useNewest } from '../../../ui/use-newest.ts';
import type { Zone } from './group-draft.ts';

const FORMAT = 'text/plain';

function zoneAt(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('[data-zone]') : null;
}

function isZone(value: string | undefined): value is Zone {
  return value === 'members' || value === 'spares' || value === 'loose';
}

/** Lets disks (buttons whose value is their key) be dragged into the zones inside this element. */
export function useDiskDrag(element: RefObject<HTMLElement | null>, onDrop: (key: string, zone: Zone) => void): void {
  const newest = useNewest(onDrop);
  useEffect(() => {
    const node = element.current;
    const control = new AbortController();
    const options = { signal: control.signal };
    const mark = (zone: HTMLElement | null) => {
      for (const marked of node?.querySelectorAll('[data-over]') ?? []) marked.removeAttribute('data-over');
      zone?.setAttribute('data-over', '');
    };
    node?.addEventListener(
      'dragstart',
      (event) => event.target instanceof HTMLButtonElement && event.dataTransfer?.setData(FORMAT, event.target.value),
      options,
    );
    node?.addEventListener(
      'dragover',
      (event) => {
        const zone = zoneAt(event.target);
        if (zone) event.preventDefault();
        mark(zone);
      },
      options,
    );
    node?.addEventListener('dragend', () => mark(null), options);
    node?.addEventListener(
      'drop',
      (event) => {
        const zone = zoneAt(event.target)?.dataset['zone'];
        const key = event.dataTransfer?.getData(FORMAT);
        mark(null);
        if (!isZone(zone) || !key) return;
        event.preventDefault();
        newest.current(key, zone);
      },
      options,
    );
    return () => control.abort();
  }, [element, newest]);
}
