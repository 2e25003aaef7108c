import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { InferContractRouterOutputs } from '@orpc/contract';
import type { Contract } from '../../../shared/contract/index.ts';
import { failureFrom } from '../../bridge/failure.ts';
import { api } from '../../bridge/client.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Page } from '../../ui/Page.tsx';
import { counted } from '../../ui/format.ts';
import { hrefOf } from '../../ui/location.ts';
import { RackTile } from './RackTile.tsx';
import styles from './RackWall.module.css';

export type RackOverview = InferContractRouterOutputs<Contract>['rack']['overview'][number];

/** All racks of all rooms, each with how full it is. */
export function RackWall({ tabs }: { tabs: ReactNode }) {
  const { data, error } = useQuery(api.rack.overview.queryOptions());
  const rooms = [...Map.groupBy(data ?? [], (rack) => `${rack.site} · ${rack.room}`)];
  return (
    <Page
      title="Racks"
      aside={data ? <span className={styles.count}>{counted(data.length, 'rack', 'racks')}</span> : null}
      bar={tabs}
    >
      {error ? <EmptyState title="The racks cannot be shown">{failureFrom(error).message}</EmptyState> : null}
      {data?.length === 0 ? <NoRacks /> : null}
      {rooms.map(([room, racks]) => (
        <Room key={room} name={room} racks={racks} />
      ))}
    </Page>
  );
}

function NoRacks() {
  return (
    <EmptyState title="No racks yet">
      A rack stands in a room of a site: make a <a href={hrefOf(['racks', 'site'], { new: '1' })}>site</a>, then a{' '}
      <a href={hrefOf(['racks', 'room'], { new: '1' })}>room</a>, then its{' '}
      <a href={hrefOf(['racks', 'rack'], { new: '1' })}>racks</a>.
    </EmptyState>
  );
}

function Room({ name, racks }: { name: string; racks: readonly RackOverview[] }) {
  const rows = [...Map.groupBy(racks, (rack) => rack.row ?? '')];
  return (
    <section className={styles.room} aria-label={name}>
      <h2>{name}</h2>
      {rows.map(([row, members]) => (
        <div key={row} className={styles.row}>
          {row === '' ? null : <h3>Row {row}</h3>}
          <ul className={styles.racks}>
            {members.map((rack) => (
              <RackTile key={rack.id} rack={rack} />
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
