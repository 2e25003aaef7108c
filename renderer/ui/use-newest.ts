import { useLayoutEffect, useRef, type RefObject } from 'react';

/**
 * What the newest rendering gave, for listeners that outlive it. It is set before the paint: a key pressed at once must mean
 * what is seen, not what was there before.
 */
export function useNewest<Value>(value: Value): Readonly<RefObject<Value>> {
  const newest = useRef(value);
  useLayoutEffect(() => {
    newest.current = value;
  });
  return newest;
}
