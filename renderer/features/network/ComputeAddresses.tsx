import { Button } from '@mantine/core';
import { IconArrowBackUp, IconPencil, IconPlus, IconStar } from '@tabler/icons-react';
import type { ComputeAddress } from '../../../shared/contract/network.ts';
import { DEFAULT_VRF } from '../../../shared/domain/vrf.ts';
import { client } from '../../bridge/client.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { Badge } from '../../ui/Badge.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { SectionHead } from '../../ui/SectionHead.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { PlainTable, type PlainColumn } from '../../ui/PlainTable.tsx';
import { objectHref } from '../../ui/location.ts';
import { choiceText } from '../noun/field-text.ts';
import styles from './Network.module.css';
import { useTakeBack } from './use-take-back.ts';

interface ComputeAddressesProps {
  readonly compute: string;
  readonly addresses: readonly ComputeAddress[];
  readonly onGive: () => void;
  readonly onEdit: (assignment: string) => void;
}

function column(label: string, key: 'cidr' | 'gateway' | 'dnsServers'): PlainColumn<ComputeAddress> {
  return { label, cell: (row) => <span className={styles.address}>{row[key]}</span> };
}

const FACTS: readonly PlainColumn<ComputeAddress>[] = [
  { label: 'Interface', cell: ({ interfaceName }) => interfaceName },
  { label: 'Type', cell: ({ type }) => choiceText('ipAddress', 'type', type) },
  column('CIDR', 'cidr'),
  column('Gateway', 'gateway'),
  column('DNS servers', 'dnsServers'),
  { label: 'VLAN', align: 'end', cell: ({ vlan }) => vlan },
  { label: 'VRF', cell: ({ vrf }) => (vrf === DEFAULT_VRF ? null : vrf) },
];

/** The addresses of a compute, the primary one first. */
export function ComputeAddresses({ compute, addresses, onGive, onEdit }: ComputeAddressesProps) {
  return (
    <section className={styles.section} aria-label="IP addresses">
      <SectionHead title="IP addresses">
        <Button variant="default" leftSection={<IconPlus size="1rem" aria-hidden />} onClick={onGive}>
          Give it an address…
        </Button>
      </SectionHead>
      {addresses.length === 0 ? (
        <EmptyState title="It has no address yet">
          Take the next free one of a prefix, or any other; the first one is its primary address.
        </EmptyState>
      ) : (
        <div className={styles.wide}>
          <PlainTable
            label="IP addresses"
            columns={columnsOf({ compute, addresses, onEdit })}
            rows={addresses}
            keyOf={({ assignmentId }) => assignmentId}
          />
        </div>
      )}
    </section>
  );
}

function columnsOf({
  compute,
  addresses,
  onEdit,
}: Omit<ComputeAddressesProps, 'onGive'>): readonly PlainColumn<ComputeAddress>[] {
  return [
    { label: 'Address', cell: (row) => <Address row={row} /> },
    // A column that would be empty for every address is left out.
    ...FACTS.filter(({ label, cell }) => label === 'Type' || addresses.some((row) => hasText(cell(row)))),
    {
      label: 'Tools',
      align: 'tools',
      cell: (row) => <Tools compute={compute} row={row} onEdit={onEdit} />,
    },
  ];
}

function hasText(cell: ReturnType<PlainColumn<ComputeAddress>['cell']>): boolean {
  if (cell === null || cell === undefined || cell === '') return false;
  if (typeof cell !== 'object' || !('props' in cell)) return true;
  return (cell.props as { children?: unknown }).children !== null;
}

function Address({ row: { ipAddressId, address, isPrimary, shared } }: { row: ComputeAddress }) {
  return (
    <span className={styles.node}>
      <a className={styles.address} href={objectHref('ipAddress', ipAddressId) ?? '#'}>
        {address}
      </a>
      {isPrimary ? <Badge tone="info">primary</Badge> : null}
      {shared ? <Badge tone="neutral">shared</Badge> : null}
    </span>
  );
}

interface ToolsProps {
  readonly compute: string;
  readonly row: ComputeAddress;
  readonly onEdit: (assignment: string) => void;
}

function Tools({ compute, row: { assignmentId, ipAddressId, address, isPrimary }, onEdit }: ToolsProps) {
  const primary = useCommand(client.ipAssignment.bulkUpdate);
  const takeBack = useTakeBack();
  const tool = (label: string, Symbol: typeof IconStar, run: () => void) => (
    <IconButton bare label={label} onClick={run}>
      <Symbol size="0.9375rem" />
    </IconButton>
  );
  return (
    <span className={styles.rowTools}>
      {isPrimary
        ? null
        : tool(`Make ${address} primary`, IconStar, () => {
            void primary.run({ refs: [assignmentId], patch: { isPrimary: true } });
          })}
      {tool(`Edit ${address}`, IconPencil, () => onEdit(assignmentId))}
      {tool(`Take back ${address}`, IconArrowBackUp, () => takeBack.run(ipAddressId, compute))}
    </span>
  );
}
