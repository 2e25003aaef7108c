import { Button } from '@mantine/core';
import { hrefOf, objectHref } from '../../ui/location.ts';
import styles from './Network.module.css';
import type { Giving } from './give-draft.ts';
import { cellText } from './cell-text.ts';
import type { MapCell } from './map-cells.ts';
import { useTakeBack } from './use-take-back.ts';

/** What the marked cell is, and what can be done with it. */
export function CellFacts({ cell, onGive }: { cell: MapCell; onGive: (what: Giving) => void }) {
  const { label, segment, kind } = cell;
  const takeBack = useTakeBack();
  const own = kind !== 'block' && segment?.kind === 'address' ? segment : null;
  return (
    <div className={styles.facts} role="status">
      <p>
        <strong className={styles.address}>{label}</strong>
        <br />
        {cellText(cell)}
      </p>
      <div className={styles.buttons}>
        {kind === 'free' ? (
          <Button variant="default" onClick={() => onGive({ address: label })}>
            Give it out…
          </Button>
        ) : null}
        {own && own.computes.length === 0 ? (
          <Button variant="default" onClick={() => onGive({ recorded: { id: own.id ?? '', name: label } })}>
            Give to a compute…
          </Button>
        ) : null}
        {own && own.state !== 'available' ? (
          <Button variant="default" loading={takeBack.pending} onClick={() => takeBack.run(own.id ?? '')}>
            Take back
          </Button>
        ) : null}
        {own?.id ? (
          <Button component="a" variant="default" href={objectHref('ipAddress', own.id) ?? '#'}>
            Open
          </Button>
        ) : null}
        {segment?.kind === 'prefix' && segment.id ? (
          <Button component="a" variant="default" href={hrefOf(['prefix', segment.id])}>
            Open the prefix
          </Button>
        ) : null}
      </div>
    </div>
  );
}
