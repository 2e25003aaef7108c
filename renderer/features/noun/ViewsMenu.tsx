import { Button, Menu } from '@mantine/core';
import { IconBookmark, IconCheck, IconPin } from '@tabler/icons-react';
import { useState } from 'react';
import { useActions } from '../../ui/actions.ts';
import styles from './NounPage.module.css';
import { ViewNameDialog } from './ViewNameDialog.tsx';
import type { SavedViewsState } from './use-saved-views.ts';

/** The views of a list: open one, keep what the list shows under a name, rename, pin, delete. */
export function ViewsMenu({ state, plural }: { state: SavedViewsState; plural: string }) {
  const { views, current } = state;
  const [naming, setNaming] = useState<'create' | 'rename' | null>(null);
  useActions([
    {
      id: 'save-view',
      label: 'Save this list as a view',
      group: plural,
      keys: 'mod+s',
      run: () => setNaming('create'),
    },
  ]);
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default" leftSection={<IconBookmark size="1rem" aria-hidden />}>
            {current ? `${current.name}${state.changed ? ' (changed)' : ''}` : 'Views'}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {views.length > 0 ? <Menu.Label>Saved views</Menu.Label> : null}
          {views.map(({ id, name, pinned }) => (
            <Menu.Item
              key={id}
              component="a"
              className={styles.view}
              href={state.hrefOf(id)}
              aria-current={id === current?.id ? 'true' : undefined}
              leftSection={
                <IconCheck size="0.875rem" aria-hidden className={id === current?.id ? undefined : styles.unseen} />
              }
              rightSection={pinned ? <IconPin size="0.875rem" aria-label="pinned" /> : null}
            >
              {name}
            </Menu.Item>
          ))}
          {views.length > 0 ? <Menu.Divider /> : null}
          <Menu.Item onClick={() => setNaming('create')}>Save this list as a view…</Menu.Item>
          {current ? <CurrentItems state={state} onRename={() => setNaming('rename')} /> : null}
        </Menu.Dropdown>
      </Menu>
      {naming ? <Naming state={state} renaming={naming === 'rename'} onClose={() => setNaming(null)} /> : null}
    </>
  );
}

function CurrentItems({ state, onRename }: { state: SavedViewsState; onRename: () => void }) {
  const { current } = state;
  if (!current) return null;
  const { id, name, pinned } = current;
  return (
    <>
      <Menu.Item disabled={!state.changed} onClick={() => void state.keep(id)}>
        Save the changes to {name}
      </Menu.Item>
      <Menu.Item onClick={onRename}>Rename {name}…</Menu.Item>
      <Menu.Item onClick={() => void state.pin(id, !pinned)}>
        {pinned ? `Do not show ${name} beside the list` : `Show ${name} beside the list`}
      </Menu.Item>
      <Menu.Item onClick={() => void state.remove(id)}>Delete {name}</Menu.Item>
    </>
  );
}

function Naming({ state, renaming, onClose }: { state: SavedViewsState; renaming: boolean; onClose: () => void }) {
  const { current, create, rename } = state;
  if (renaming && current) {
    return (
      <ViewNameDialog
        title={`Rename ${current.name}`}
        action="Rename"
        name={current.name}
        command={rename}
        onClose={onClose}
        onName={async (name) => (await rename.run({ id: current.id, name })) !== null}
      />
    );
  }
  return (
    <ViewNameDialog
      title="Save this list as a view"
      action="Save"
      name=""
      command={create}
      onClose={onClose}
      onName={async (name) => {
        const made = await create.run(name);
        if (made) state.opened(made.id);
        return made !== null;
      }}
    />
  );
}
