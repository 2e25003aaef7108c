import { Button } from '@mantine/core';
import { IconPencil, IconPlugOff, IconRoute } from '@tabler/icons-react';
import type { PortRow } from '../../../shared/contract/port.ts';
import type { PortKind } from '../../../shared/domain/port.ts';
import { formatQuantity } from '../../../shared/domain/units.ts';
import { Badge } from '../../ui/Badge.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { PlainTable, type PlainColumn } from '../../ui/PlainTable.tsx';
import { RowTools } from '../../ui/RowTools.tsx';
import { ToneIcon } from '../../ui/ToneIcon.tsx';
import { objectHref } from '../../ui/location.ts';
import { cableLength, cableTypeLabel } from './trace-text.ts';
import { CableSwatch } from './CableSwatch.tsx';
import styles from './Port.module.css';

export interface PortSteps {
  readonly connect: (port: PortRow) => void;
  readonly disconnect: (port: PortRow) => void;
  readonly trace: (port: PortRow) => void;
  readonly editCable: (port: PortRow) => void;
  readonly edit: (id: string) => void;
  readonly remove: (port: PortRow) => void;
}

const POWER: ReadonlySet<PortKind> = new Set(['power-port', 'power-outlet', 'power-feed']);

interface PortTableProps {
  readonly label: string;
  readonly kind: PortKind;
  readonly rows: readonly PortRow[];
  readonly steps: PortSteps;
}

/** Ports of one kind: where each cable goes, and what is free. */
export function PortTable({ label, kind, rows, steps }: PortTableProps) {
  return (
    <div className={styles.wide}>
      <PlainTable label={label} columns={columnsOf(kind, rows, steps)} rows={rows} keyOf={({ id }) => id} />
    </div>
  );
}

/** A column that would be empty for every port is left out. */
function columnsOf(kind: PortKind, rows: readonly PortRow[], steps: PortSteps): readonly PlainColumn<PortRow>[] {
  const special = kind === 'interface' ? NETWORK : POWER.has(kind) ? POWERED : INSIDE;
  return [
    {
      label: 'Port',
      cell: ({ name, label: printed }) => (printed && printed !== name ? `${name} (${printed})` : name),
    },
    { label: 'Type', cell: ({ type }) => type },
    ...special.filter(({ cell }) => rows.some((row) => cell(row) !== null)),
    { label: 'Connected to', align: 'grow', cell: (port) => <FarEnd port={port} /> },
    { label: 'Cable', cell: (port) => <CableCell port={port} onEdit={steps.editCable} /> },
    { label: 'Tools', align: 'tools', cell: (port) => <Tools port={port} steps={steps} /> },
  ];
}

const NETWORK: readonly PlainColumn<PortRow>[] = [
  { label: 'VLAN', align: 'end', cell: ({ vlan }) => vlan },
  { label: 'MAC address', cell: ({ mac }) => (mac === null ? null : <code>{mac}</code>) },
];

const POWERED: readonly PlainColumn<PortRow>[] = [
  { label: 'Phase', cell: ({ feedLeg }) => feedLeg },
  {
    label: 'Highest draw',
    align: 'end',
    cell: ({ maximumDrawWatts }) => (maximumDrawWatts === null ? null : formatQuantity(maximumDrawWatts, 'W')),
  },
];

const INSIDE: readonly PlainColumn<PortRow>[] = [{ label: 'Inside to', cell: ({ inner }) => inner }];

function FarEnd({ port }: { port: PortRow }) {
  const { peer, markConnected, warnings } = port;
  if (!peer) {
    return (
      <Badge plain tone={markConnected ? 'neutral' : 'good'}>
        {markConnected ? 'Taken, cable not recorded' : 'Free'}
      </Badge>
    );
  }
  const href = objectHref(peer.noun, peer.objectId);
  return (
    <span className={styles.far}>
      <span>
        {peer.text} on {href ? <a href={href}>{peer.device}</a> : peer.device}
      </span>
      {warnings.map((warning) => (
        <span key={warning} className={styles.warning}>
          <ToneIcon tone="attention" /> {warning}
        </span>
      ))}
    </span>
  );
}

function CableCell({ port, onEdit }: { port: PortRow; onEdit: (port: PortRow) => void }) {
  const { cable, name } = port;
  if (!cable) return null;
  const { type, lengthMm, label, status } = cable;
  const length = lengthMm === null ? null : cableLength(lengthMm);
  const words = [cableTypeLabel(type), length, label, status === 'connected' ? null : status].filter(Boolean);
  return (
    <span className={styles.cable}>
      <CableSwatch colour={cable.colour} />
      {words.length === 0 && !cable.colour ? 'Cable' : words.join(' · ')}
      <IconButton bare label={`Edit the cable of ${name}`} onClick={() => onEdit(port)}>
        <IconPencil size="0.9375rem" />
      </IconButton>
    </span>
  );
}

function Tools({ port, steps }: { port: PortRow; steps: PortSteps }) {
  const { name, cable } = port;
  return (
    <span className={styles.rowTools}>
      {cable ? (
        <>
          <IconButton bare label={`Trace ${name}`} onClick={() => steps.trace(port)}>
            <IconRoute size="0.9375rem" />
          </IconButton>
          <IconButton bare label={`Disconnect ${name}`} onClick={() => steps.disconnect(port)}>
            <IconPlugOff size="0.9375rem" />
          </IconButton>
        </>
      ) : (
        <Button
          variant="default"
          size="compact-xs"
          aria-label={`Connect ${name}`}
          disabled={port.markConnected}
          onClick={() => steps.connect(port)}
        >
          Connect…
        </Button>
      )}
      <RowTools name={name} onEdit={() => steps.edit(port.id)} onRemove={() => steps.remove(port)} />
    </span>
  );
}
