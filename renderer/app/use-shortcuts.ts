import { useEffect } from 'react';
import { actionFor } from '../ui/actions.ts';
import { isTyping, keysOf } from '../ui/keys.ts';

/** Runs the action that the pressed keys mean here, unless they belong to a text being typed or to an open dialog. */
export function useShortcuts(): void {
  useEffect(() => {
    const listener = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.repeat) return;
      const keys = keysOf(event);
      if (isTyping(event.target, keys)) return;
      if (event.target instanceof Element && event.target.closest('[role=dialog], [role=menu]')) return;
      const action = actionFor(keys);
      if (!action) return;
      event.preventDefault();
      action.run();
    };
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, []);
}
