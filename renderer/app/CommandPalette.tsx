import { Modal } from '@mantine/core';
import { useDeferredValue, useId, useState } from 'react';
import { useQuery, keepPreviousData } from '@tanstack/react-query';
import { findNoun } from '../../shared/domain/nouns.ts';
import { api } from '../bridge/client.ts';
import { formatCount } from '../ui/format.ts';
import { useAllActions, type Action } from '../ui/actions.ts';
import { Kbd } from '../ui/Kbd.tsx';
import { useLocate } from '../features/locate/use-locate.ts';
import { navigate, objectHref } from '../ui/location.ts';
import styles from './CommandPalette.module.css';
import { useOverlays } from './overlays.ts';
import { matchingActions } from './palette-match.ts';

interface Entry {
  readonly id: string;
  readonly group: string;
  readonly label: string;
  readonly hint?: string;
  readonly keys?: string;
  /** An answer of several lines, under the label. */
  readonly lines?: readonly string[];
  readonly run: () => void;
}

/** One box for every object by name and every action. */
export function CommandPalette() {
  const { shown, close } = useOverlays();
  return (
    <Modal.Root
      opened={shown === 'palette'}
      onClose={close}
      size="36rem"
      lockScroll={false}
      yOffset="12vh"
      centered={false}
    >
      <Modal.Overlay backgroundOpacity={0.35} />
      <Modal.Content aria-label="Find anything">
        <PaletteBody onClose={close} />
      </Modal.Content>
    </Modal.Root>
  );
}

function PaletteBody({ onClose }: { onClose: () => void }) {
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const entries = useEntries(useDeferredValue(text));
  const listId = useId();
  const current = Math.min(active, entries.length - 1);
  const run = (entry: Entry | undefined) => {
    if (!entry) return;
    onClose();
    entry.run();
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.key === 'Enter') run(entries[current]);
    else if (event.key === 'ArrowDown') setActive(Math.min(current + 1, entries.length - 1));
    else if (event.key === 'ArrowUp') setActive(Math.max(current - 1, 0));
    else return;
    event.preventDefault();
  };
  return (
    <div className={styles.palette}>
      <input
        type="text"
        role="combobox"
        aria-label="Find an object or an action"
        aria-expanded
        aria-controls={listId}
        aria-activedescendant={entries[current] ? `${listId}-${current}` : undefined}
        data-autofocus
        placeholder="Name, serial number, action, or: locate db-01"
        className={styles.input}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      <ul id={listId} role="listbox" aria-label="Found" className={styles.list}>
        {entries.map((entry, index) => (
          <PaletteOption
            key={entry.id}
            id={`${listId}-${index}`}
            entry={entry}
            active={index === current}
            heading={entry.group !== entries[index - 1]?.group}
            onChoose={() => run(entry)}
          />
        ))}
      </ul>
      <NotIndexedYet />
      {entries.length === 0 ? <p className={styles.none}>Nothing has this name, serial number or asset tag.</p> : null}
    </div>
  );
}

/** For the seconds after a large import. */
function NotIndexedYet() {
  const behind = useQuery(api.find.behind.queryOptions()).data ?? 0;
  if (behind === 0) return null;
  return (
    <p role="status" className={styles.none}>
      The last import is still being indexed: {formatCount(behind)} changes may not be found yet.
    </p>
  );
}

function PaletteOption(props: { id: string; entry: Entry; active: boolean; heading: boolean; onChoose: () => void }) {
  const { entry, active } = props;
  return (
    <>
      {props.heading ? (
        <li role="presentation" className={styles.group}>
          {entry.group}
        </li>
      ) : null}
      <li
        id={props.id}
        role="option"
        aria-selected={active}
        className={styles.option}
        ref={(node) => {
          if (active) node?.scrollIntoView({ block: 'nearest' });
        }}
        onMouseDown={(event) => event.preventDefault()}
        onClick={props.onChoose}
      >
        <span className={styles.label}>
          {entry.label}
          {entry.lines?.map((line) => (
            <span key={line} className={styles.line}>
              {line}
            </span>
          ))}
        </span>
        {entry.hint ? <span className={styles.hint}>{entry.hint}</span> : null}
        {entry.keys ? <Kbd keys={entry.keys} /> : null}
      </li>
    </>
  );
}

function useEntries(text: string): readonly Entry[] {
  const wanted = text.trim();
  const located = useLocate(wanted);
  const found = useQuery({
    ...api.find.objects.queryOptions({ input: { text: wanted, limit: 20 } }),
    enabled: wanted !== '' && !located.asked,
    placeholderData: keepPreviousData,
  }).data;
  const answered = new Set(located.entries.map(({ id }) => id));
  const objects = (wanted === '' || located.asked ? [] : (found ?? [])).flatMap((object) => {
    const href = objectHref(object.noun, object.id);
    if (!href || answered.has(object.id)) return [];
    const group = findNoun(object.noun)?.plural ?? 'Objects';
    return [{ id: object.id, group, label: object.name, hint: object.hint, run: () => navigate(href) }];
  });
  const answers = located.entries.map(({ id, label, lines, href }) => ({
    id: `answer-${id}`,
    group: 'Where it is',
    label,
    lines,
    run: () => navigate(href),
  }));
  const actions = matchingActions(useAllActions(), wanted).map((action: Action) => ({
    ...action,
    id: `action-${action.id}`,
  }));
  const grouped = [...Map.groupBy(objects, (entry) => entry.group).values()].flat();
  // What bears the very name comes before a machine that has it as an address.
  const isNamed = ({ label }: Entry) => label.toLowerCase() === wanted.toLowerCase();
  const things: readonly Entry[] = [...answers, ...grouped];
  return [...things.filter(isNamed), ...things.filter((entry) => !isNamed(entry)), ...actions];
}
