import { ActionIcon } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import type { PrefixNode } from '../../../shared/contract/network.ts';
import { Meter } from '../../ui/Meter.tsx';
import { formatCount } from '../../ui/format.ts';
import { hrefOf } from '../../ui/location.ts';
import type { DataColumn } from '../../ui/table-layout.ts';
import styles from './Network.module.css';
import { ofText, shareText, usedText } from './amount-text.ts';

interface TreeState {
  readonly closed: ReadonlySet<string>;
  readonly onToggle: (id: string) => void;
}

/** Prefixes as rows of a tree: each with how much of it is used. */
export function prefixColumns({ closed, onToggle }: TreeState): readonly DataColumn<PrefixNode>[] {
  return [
    {
      id: 'cidr',
      label: 'Network',
      width: 215,
      align: 'start',
      cell: (node) => <NetworkCell node={node} open={!closed.has(node.id)} onToggle={onToggle} />,
    },
    { id: 'vrf', label: 'VRF', width: 90, align: 'start', cell: ({ vrf }) => <span>{vrf}</span> },
    { id: 'purpose', label: 'Purpose', width: 130, align: 'start', cell: ({ purpose }) => <span>{purpose}</span> },
    { id: 'vlan', label: 'VLAN', width: 60, align: 'end', cell: ({ vlan }) => vlan },
    { id: 'use', label: 'Use', width: 150, align: 'start', cell: (node) => <UseBar node={node} /> },
    {
      id: 'used',
      label: 'Used',
      width: 250,
      align: 'start',
      cell: (node) => <span>{ofText(node)}</span>,
    },
    { id: 'children', label: 'Prefixes', width: 80, align: 'end', cell: ({ children }) => someText(children) },
    { id: 'addresses', label: 'Recorded', width: 80, align: 'end', cell: ({ addresses }) => someText(addresses) },
  ];
}

function someText(count: number): string {
  return count === 0 ? '' : formatCount(count);
}

function NetworkCell({ node, open, onToggle }: { node: PrefixNode; open: boolean; onToggle: (id: string) => void }) {
  const Symbol = open ? IconChevronDown : IconChevronRight;
  return (
    <span className={styles.node} style={{ paddingLeft: `${node.depth * 1.25}rem` }}>
      {node.children > 0 ? (
        <ActionIcon
          variant="subtle"
          color="gray"
          size="xs"
          tabIndex={-1}
          aria-expanded={open}
          aria-label={`${open ? 'Close' : 'Open'} ${node.cidr}`}
          onClick={() => onToggle(node.id)}
        >
          <Symbol size="0.875rem" />
        </ActionIcon>
      ) : (
        <span className={styles.leaf} />
      )}
      <a className={styles.network} href={hrefOf(['prefix', node.id])} tabIndex={-1}>
        {node.cidr}
      </a>
    </span>
  );
}

/** How full a prefix is, as a bar and as a share. */
export function UseBar({ node }: { node: PrefixNode }) {
  return (
    <span className={styles.use}>
      <Meter label={`Use of ${node.cidr}`} total={1} used={node.share} text={usedText(node)} />
      <span className={styles.share}>{shareText(node.share)}</span>
    </span>
  );
}
