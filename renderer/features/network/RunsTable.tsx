import { Button } from '@mantine/core';
import type { MapSegment } from '../../../shared/contract/network.ts';
import { Badge } from '../../ui/Badge.tsx';
import type { Tone } from '../../ui/ToneIcon.tsx';
import { PlainTable, type PlainColumn } from '../../ui/PlainTable.tsx';
import { formatCount } from '../../ui/format.ts';
import { hrefOf, objectHref } from '../../ui/location.ts';
import { choiceText } from '../noun/field-text.ts';
import styles from './Network.module.css';
import type { Giving } from './give-draft.ts';
import { amountText, networkText } from './amount-text.ts';
import { useTakeBack } from './use-take-back.ts';

/** More are not read, they are filtered in the list of addresses. */
const SHOWN = 300;

const KINDS: Readonly<Record<MapSegment['kind'], readonly [label: string, tone: Tone]>> = {
  free: ['Free', 'good'],
  address: ['Address', 'info'],
  prefix: ['Prefix inside', 'neutral'],
  gateway: ['Gateway', 'neutral'],
  network: ['Network address', 'neutral'],
  broadcast: ['Broadcast address', 'neutral'],
};

const STATE_TONES = { available: 'good', assigned: 'info', reserved: 'attention' } as const;

function What({ kind, state }: MapSegment) {
  const [label, tone] = KINDS[kind];
  return (
    <Badge plain tone={state === null ? tone : STATE_TONES[state]}>
      {state === null ? label : choiceText('ipAddress', 'state', state)}
    </Badge>
  );
}

function Addresses({ kind, first, last, size, id }: MapSegment) {
  const text = kind === 'prefix' ? networkText(first, size) : first === last ? first : `${first} to ${last}`;
  const href = id === null ? null : kind === 'prefix' ? hrefOf(['prefix', id]) : (objectHref('ipAddress', id) ?? null);
  return <span className={styles.address}>{href === null ? text : <a href={href}>{text}</a>}</span>;
}

interface RunsTableProps {
  readonly segments: readonly MapSegment[];
  readonly total: number;
  readonly onGive: (what: Giving) => void;
}

/** Every address of a prefix once, in order: what is recorded one by one, what is free as runs. */
export function RunsTable({ segments, total, onGive }: RunsTableProps) {
  const takeBack = useTakeBack();
  const shown = segments.slice(0, SHOWN);
  return (
    <>
      <div className={styles.wide}>
        <PlainTable
          label="In order"
          columns={columnsOf({ onGive, onTakeBack: takeBack.run })}
          rows={shown}
          keyOf={({ first }) => first}
        />
      </div>
      {total > shown.length ? (
        <p className={styles.note}>
          The first {SHOWN} of {formatCount(total)}; the list of addresses has the others.
        </p>
      ) : null}
    </>
  );
}

interface RunSteps {
  readonly onGive: (what: Giving) => void;
  readonly onTakeBack: (address: string) => void;
}

function columnsOf({ onGive, onTakeBack }: RunSteps): readonly PlainColumn<MapSegment>[] {
  return [
    { label: 'Addresses', cell: (run) => <Addresses {...run} /> },
    { label: 'What', cell: (run) => <What {...run} /> },
    { label: 'Computes', align: 'grow', cell: ({ computes }) => computes.join(', ') },
    { label: 'How many', align: 'end', cell: ({ size }) => amountText(size) },
    {
      label: 'Tools',
      align: 'tools',
      cell: (run) => <RunTools run={run} onGive={onGive} onTakeBack={onTakeBack} />,
    },
  ];
}

type RunToolsProps = RunSteps & { readonly run: MapSegment };

function RunTools({ run, onGive, onTakeBack }: RunToolsProps) {
  const { kind, first, state, id } = run;
  if (kind === 'free')
    return (
      <Button
        variant="default"
        size="compact-xs"
        aria-label={`Give out ${first}`}
        onClick={() => onGive({ address: first })}
      >
        Give out…
      </Button>
    );
  if (kind !== 'address' || id === null) return null;
  return (
    <span className={styles.rowTools}>
      {state === 'assigned' ? null : (
        <Button
          variant="default"
          size="compact-xs"
          aria-label={`Give ${first} to a compute`}
          onClick={() => onGive({ recorded: { id, name: first } })}
        >
          Give…
        </Button>
      )}
      {state === 'available' ? null : (
        <Button variant="default" size="compact-xs" aria-label={`Take back ${first}`} onClick={() => onTakeBack(id)}>
          Take back
        </Button>
      )}
    </span>
  );
}
