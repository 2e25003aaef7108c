import { useQuery } from '@tanstack/react-query';
import { api } from '../../bridge/client.ts';
import { Badge } from '../../ui/Badge.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PlainTable, type PlainColumn } from '../../ui/PlainTable.tsx';
import { objectHref } from '../../ui/location.ts';
import { stateChoice, typeLabel } from '../elevation/device-fact.ts';
import styles from './Equipment.module.css';
import { bayRows, type BayRow } from './bay-rows.ts';

const COLUMNS: readonly PlainColumn<BayRow>[] = [
  { label: 'Bay', cell: ({ bay }) => bay ?? 'Not said' },
  {
    label: 'Device',
    cell: ({ device }) =>
      device ? (
        <a href={objectHref(device.noun, device.id) ?? '#'}>{device.name}</a>
      ) : (
        <Badge plain tone="good">
          Free
        </Badge>
      ),
  },
  { label: 'Type', cell: ({ device }) => (device ? typeLabel(device.type) : null) },
  {
    label: 'State',
    align: 'grow',
    cell: ({ device }) => {
      if (!device) return null;
      const { tone = 'neutral', label } = stateChoice(device);
      return (
        <Badge plain tone={tone}>
          {label}
        </Badge>
      );
    },
  },
];

/** The bays of a chassis, free ones included, and what stands in each. */
export function BaysTab({ id, name }: { id: string; name: string }) {
  const place = useQuery(api.compute.place.queryOptions({ input: { ref: id } })).data;
  const rackId = place?.path.find(({ noun }) => noun === 'rack')?.id;
  const elevation = useQuery({
    ...api.rack.elevation.queryOptions({ input: { ref: rackId ?? '-' } }),
    enabled: rackId !== undefined,
  }).data;
  if (place && rackId === undefined)
    return <EmptyState title={`${name} is in no rack`}>Its bays are filled once it is mounted.</EmptyState>;
  const chassis = elevation?.mounted.find((device) => device.id === id);
  if (!elevation) return null;
  const rows = chassis ? bayRows(chassis) : [];
  if (rows.length === 0)
    return <EmptyState title="It has no bays">Bays come from its device type, under device bays.</EmptyState>;
  return (
    <div className={styles.section}>
      <PlainTable label="Bays" columns={COLUMNS} rows={rows} keyOf={({ bay, device }) => device?.id ?? `bay ${bay}`} />
    </div>
  );
}
