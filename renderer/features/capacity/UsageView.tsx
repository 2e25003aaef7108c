import { Button, NativeSelect } from '@mantine/core';
import { IconFlame } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { UsageGroup } from '../../../shared/contract/capacity.ts';
import { api } from '../../bridge/client.ts';
import { failureFrom } from '../../bridge/failure.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PlainTable, type PlainColumn } from '../../ui/PlainTable.tsx';
import { formatCount } from '../../ui/format.ts';
import { hrefOf, updateQuery, useLocation } from '../../ui/location.ts';
import { useElevationLook } from '../elevation/look-store.ts';
import styles from './Capacity.module.css';
import { shareColumns } from './capacity-columns.tsx';
import { GROUPINGS, groupQuery, groupText, readGrouping } from './capacity-text.ts';

/** How much of what there is is allocated, by place, provider, type, role, owner or any tag. */
export function UsageView() {
  const by = readGrouping(useLocation().query['by']);
  const { data, error } = useQuery({
    ...api.capacity.usage.queryOptions({ input: { by } }),
    placeholderData: keepPreviousData,
  });
  const tags = useQuery(api.plan.places.queryOptions()).data?.tags ?? [];
  const label = GROUPINGS.find(([known]) => known === by)?.[1] ?? by.slice('tag:'.length);
  if (error) return <EmptyState title="The use cannot be shown">{failureFrom(error).message}</EmptyState>;
  const columns: readonly PlainColumn<UsageGroup>[] = [
    { label, cell: ({ value }) => groupName(groupText(by, value), groupQuery(by, value)) },
    { label: 'Computes', align: 'end', cell: ({ computes }) => formatCount(computes) },
    ...shareColumns<UsageGroup>(),
  ];
  return (
    <div className={styles.view}>
      <div className={styles.choices}>
        <NativeSelect
          label="Group by"
          className={styles.choice ?? ''}
          value={by}
          onChange={(event) => updateQuery({ by: event.currentTarget.value }, { replace: true })}
        >
          {GROUPINGS.map(([value, text]) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
          {tags.map(({ key }) => (
            <option key={key} value={`tag:${key}`}>
              Tag {key}
            </option>
          ))}
        </NativeSelect>
        <HeatLink />
      </div>
      {data ? <Fleet fleet={data.fleet} /> : null}
      {data ? (
        <PlainTable
          label={`Use by ${label.toLowerCase()}`}
          columns={columns}
          rows={data.groups}
          keyOf={({ value }) => value ?? ''}
        />
      ) : null}
    </div>
  );
}

/** To the hall, where every rack shows how full its machines are. */
function HeatLink() {
  const change = useElevationLook((look) => look.change);
  return (
    <Button
      component="a"
      variant="default"
      href={hrefOf(['racks'])}
      onClick={() => change({ colour: 'utilisation' })}
      leftSection={<IconFlame size="1rem" aria-hidden />}
    >
      As heat in the racks
    </Button>
  );
}

function Fleet({ fleet }: { fleet: UsageGroup }) {
  const columns: readonly PlainColumn<UsageGroup>[] = [
    { label: 'Fleet', cell: () => 'All computes' },
    { label: 'Computes', align: 'end', cell: ({ computes }) => formatCount(computes) },
    ...shareColumns<UsageGroup>(),
  ];
  return (
    <>
      <PlainTable label="Use of the whole fleet" columns={columns} rows={[fleet]} keyOf={() => 'fleet'} />
      {fleet.resting > 0 ? (
        <p className={styles.note}>
          {formatCount(fleet.resting)} of them are inactive or in maintenance and take nothing new.
        </p>
      ) : null}
    </>
  );
}

function groupName(text: string, query: string | null): ReactNode {
  return query === null ? text : <a href={hrefOf(['fleet', 'compute'], { q: query })}>{text}</a>;
}
