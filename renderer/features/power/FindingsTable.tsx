import { NativeSelect } from '@mantine/core';
import type { PowerFinding } from '../../../shared/contract/power.ts';
import { Badge } from '../../ui/Badge.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PlainTable, type PlainColumn } from '../../ui/PlainTable.tsx';
import { counted, formatCount } from '../../ui/format.ts';
import { hrefOf, updateQuery, useLocation } from '../../ui/location.ts';
import styles from './Power.module.css';
import { FINDING_LABELS, findingCounts } from './power-text.ts';

/** More are not read, they are filtered. */
const SHOWN = 200;

const GRAVE: ReadonlySet<PowerFinding['code']> = new Set(['overload', 'overload-on-loss', 'same-feed']);

const DEVICE: PlainColumn<PowerFinding> = {
  label: 'Device',
  cell: ({ deviceId, device, rackId }) => {
    if (deviceId === null) return device;
    // A finding does not say which noun its device is; the rack opens on it whichever it is.
    return rackId === null ? device : <a href={hrefOf(['rack', rackId], { device: deviceId })}>{device}</a>;
  },
};

const RACK: PlainColumn<PowerFinding> = {
  label: 'Rack',
  cell: ({ rackId, rack }) => (rackId ? <a href={hrefOf(['racks', 'power'], { rack: rackId })}>{rack}</a> : rack),
};

const WHAT: readonly PlainColumn<PowerFinding>[] = [
  {
    label: 'Finding',
    cell: ({ code }) => (
      <Badge plain tone={GRAVE.has(code) ? 'bad' : 'attention'}>
        {FINDING_LABELS[code]}
      </Badge>
    ),
  },
  { label: 'In words', align: 'wrap', cell: ({ message }) => message },
];

interface FindingsTableProps {
  readonly findings: readonly PowerFinding[];
  readonly ofOneRack: boolean;
}

/** Devices that are corded wrongly and feeds that carry too much. */
export function FindingsTable({ findings, ofOneRack }: FindingsTableProps) {
  const kind = useLocation().query['kind'] ?? '';
  if (findings.length === 0)
    return (
      <EmptyState title="No recorded cord is wrong">
        Each is on a feed of its own that carries it.{' '}
        {ofOneRack
          ? 'What has no recorded cord is not looked at.'
          : 'Choose a rack to see what has no recorded cord in it.'}
      </EmptyState>
    );
  const shown = findings.filter(({ code }) => kind === '' || code === kind);
  const kinds = findingCounts(findings).map(({ code, count }) => ({
    value: code,
    label: `${FINDING_LABELS[code]} (${formatCount(count)})`,
  }));
  return (
    <section className={styles.section} aria-labelledby="power-findings">
      <h2 id="power-findings">{counted(findings.length, 'finding', 'findings')}</h2>
      <NativeSelect
        className={styles.choice}
        label="Show"
        data={[{ value: '', label: 'All of them' }, ...kinds]}
        value={kind}
        onChange={({ currentTarget: { value } }) => updateQuery({ kind: value || undefined }, { replace: true })}
      />
      <div className={styles.wide}>
        <PlainTable
          label="Findings"
          columns={ofOneRack ? [DEVICE, ...WHAT] : [DEVICE, RACK, ...WHAT]}
          rows={shown.slice(0, SHOWN)}
          keyOf={({ code, deviceId, device, message }) => `${code} ${deviceId ?? device} ${message}`}
        />
      </div>
      {shown.length > SHOWN ? (
        <p className={styles.note}>
          The first {SHOWN} of {formatCount(shown.length)}; choose a rack or a kind to see the others.
        </p>
      ) : null}
    </section>
  );
}
