import { Button } from '@mantine/core';
import styles from './NounPage.module.css';
import type { SavedViewsState } from './use-saved-views.ts';

/** Pinned views, a key press away from the list. */
export function PinnedViews({ state }: { state: SavedViewsState }) {
  const pinned = state.views.filter((view) => view.pinned);
  if (pinned.length === 0) return null;
  return (
    <nav aria-label="Pinned views" className={styles.pinned}>
      {pinned.map(({ id, name }) => {
        const shown = id === state.current?.id && !state.changed;
        return (
          <Button
            key={id}
            component="a"
            href={state.hrefOf(id)}
            size="compact-xs"
            variant={shown ? 'light' : 'default'}
            aria-current={shown ? 'true' : undefined}
          >
            {name}
          </Button>
        );
      })}
    </nav>
  );
}
