import type { Loaded } from '../../../shared/contract/capacity.ts';
import { RESOURCE_KEYS, RESOURCE_LABELS } from '../../../shared/domain/resource.ts';
import type { PlainColumn } from '../../ui/PlainTable.tsx';
import { objectHref } from '../../ui/location.ts';
import { ShareBar } from './ShareBars.tsx';
import { shareText } from './capacity-text.ts';

interface Measured {
  readonly total: Loaded['total'];
  readonly allocated: Loaded['allocated'];
  readonly utilisation: number | null;
}

/** Mean share, then one bar per resource. */
export function shareColumns<Row extends Measured>(): readonly PlainColumn<Row>[] {
  return [
    { label: 'Mean', align: 'end', cell: ({ utilisation }) => <strong>{shareText(utilisation)}</strong> },
    ...RESOURCE_KEYS.map((resource): PlainColumn<Row> => {
      return {
        label: RESOURCE_LABELS[resource].label,
        cell: ({ total, allocated }) => <ShareBar resource={resource} total={total} allocated={allocated} />,
      };
    }),
  ];
}

/** The compute and where it stands. */
export function computeColumns<Row extends Loaded>(): readonly PlainColumn<Row>[] {
  return [
    {
      label: 'Compute',
      cell: ({ computeId, compute }) => <a href={objectHref('compute', computeId) ?? '#'}>{compute}</a>,
    },
    { label: 'Where', cell: ({ stands }) => [stands.site, stands.rack].filter(Boolean).join(' · ') },
  ];
}
