import { useMemo, useState } from 'react';
import type { MapSegment, PrefixNode } from '../../../shared/contract/network.ts';
import { counted } from '../../ui/format.ts';
import { hrefOf } from '../../ui/location.ts';
import { CellFacts } from './CellFacts.tsx';
import { MapLegend } from './MapLegend.tsx';
import styles from './Network.module.css';
import { PrefixMap } from './PrefixMap.tsx';
import type { Giving } from './give-draft.ts';
import { RunsTable } from './RunsTable.tsx';
import { mapCells } from './map-cells.ts';

export interface PrefixView {
  readonly node: PrefixNode;
  readonly segments: readonly MapSegment[];
  readonly total: number;
}

/** The map of a prefix, what the marked cell of it is, and its runs in order. */
export function PrefixContent({ view, onGive }: { view: PrefixView; onGive: (what: Giving) => void }) {
  const { node, segments, total } = view;
  const cells = useMemo(() => mapCells(node.cidr, segments), [node.cidr, segments]);
  const [marked, setMarked] = useState(0);
  const cell = cells[Math.min(marked, cells.length - 1)];
  return (
    <div className={styles.content}>
      <section className={styles.mapSection} aria-label="Map">
        <h2>Map</h2>
        <p className={styles.note}>
          {cells.length > 1 && cells[0]?.kind === 'block'
            ? `Each cell is a block of /${cells[0].label.split('/')[1] ?? ''}; the fuller, the stronger its colour.`
            : 'Each cell is an address.'}{' '}
          Arrow keys move the mark.
        </p>
        <div className={styles.mapAndFacts}>
          <PrefixMap cidr={node.cidr} cells={cells} marked={marked} onMark={setMarked} />
          {cell ? <CellFacts cell={cell} onGive={onGive} /> : null}
        </div>
        <MapLegend blocks={cells[0]?.kind === 'block'} />
      </section>
      <section className={styles.section} aria-label="In order">
        <h2>
          In order <span className={styles.count}>{counted(total, 'run', 'runs')}</span>
        </h2>
        <RunsTable segments={segments} total={total} onGive={onGive} />
        <p className={styles.note}>
          <a href={hrefOf(['network', 'ipAddress'], { q: `ip:${node.cidr}` })}>All addresses on record in it</a>
        </p>
      </section>
    </div>
  );
}
