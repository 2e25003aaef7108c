import { useEffect } from 'react';
import type { ObjectLink } from '../../shared/domain/object-link.ts';
import { definitionOf } from '../../shared/domain/nouns.ts';
import { showNotice } from '../bridge/notices.ts';
import { shell } from '../bridge/shell.ts';
import { navigate, objectHref } from '../ui/location.ts';

/**
 * Shows the object whose link was followed outside: the code of a printed label.
 * @param known whether it is known if a workspace is open; until then a link waits
 */
export function useObjectLinks({ open, known }: { open: boolean; known: boolean }): void {
  useEffect(() => {
    if (!known) return;
    const take = async () => {
      const link = await shell('takeLink');
      if (link) show(link, open);
    };
    void take();
    return window.rackwright.onLink(() => void take());
  }, [open, known]);
}

function show({ noun, id }: ObjectLink, open: boolean): void {
  const href = objectHref(noun, id);
  if (!open)
    showNotice({
      tone: 'attention',
      text: 'No workspace is open. Open the one that holds this object, then follow its link again.',
    });
  else if (href === null)
    showNotice({
      tone: 'attention',
      text: `A ${definitionOf(noun).label.toLowerCase()} has no screen of its own to show.`,
    });
  else navigate(href);
}
