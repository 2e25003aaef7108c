import { Button, TextInput } from '@mantine/core';
import { IconFilter, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { PrefixNode } from '../../../shared/contract/network.ts';
import { api } from '../../bridge/client.ts';
import { failureFrom } from '../../bridge/failure.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Page } from '../../ui/Page.tsx';
import { useActions } from '../../ui/actions.ts';
import { counted } from '../../ui/format.ts';
import { hrefOf, navigate, updateQuery } from '../../ui/location.ts';
import { toggled } from '../../ui/selection.ts';
import type { ColumnLayout } from '../../ui/table-layout.ts';
import { useKeyListener } from '../../ui/use-key-listener.ts';
import { NounPanels } from '../noun/NounPanels.tsx';
import { SelectionBar } from '../noun/SelectionBar.tsx';
import type { NounScreen } from '../noun/noun-screen.ts';
import { useSelection } from '../noun/selection-store.ts';
import styles from './Network.module.css';
import { PrefixTabs } from './PrefixTabs.tsx';
import { prefixColumns } from './prefix-columns.tsx';
import { shownNodes } from './prefix-rows.ts';

const AS_GIVEN: ColumnLayout = { visibility: {}, order: [], sizing: {} };
const NOTHING = () => undefined;
const NO_NODES: readonly PrefixNode[] = [];

function create(): void {
  updateQuery({ new: '1', open: undefined });
}

function useTree() {
  const { data, error } = useQuery(api.network.tree.queryOptions({ input: {} }));
  const [text, setText] = useState('');
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const nodes = data?.nodes ?? NO_NODES;
  const shown = useMemo(() => shownNodes(nodes, text, closed), [nodes, text, closed]);
  const toggle = useCallback((id: string) => setClosed((before) => toggled(before, id)), []);
  return { nodes, shown, loaded: data !== undefined, error, text, setText, closed, toggle };
}

type Tree = ReturnType<typeof useTree>;

/** Every prefix below the one around it, VRF by VRF, with how much of it is used. */
export function PrefixTreeView({ screen }: { screen: NounScreen }) {
  const tree = useTree();
  const [selected, select] = useSelection('prefix');
  const filter = useRef<HTMLInputElement>(null);
  const [active, setActive] = useState<string | undefined>();
  const remove = () => updateQuery({ remove: selected.size > 0 ? 'selected' : active });
  const edit = () =>
    updateQuery(selected.size > 1 ? { bulk: '1', open: undefined } : { open: active, bulk: undefined });
  useActions([
    { id: 'prefix-filter', label: 'Filter prefixes', group: 'Prefixes', keys: '/', run: () => filter.current?.focus() },
    { id: 'prefix-new', label: 'New prefix', group: 'Prefixes', keys: 'n', run: create },
    { id: 'prefix-edit', label: 'Edit the marked prefix', group: 'Prefixes', keys: 'e', run: edit },
    { id: 'prefix-remove', label: 'Delete the marked prefix', group: 'Prefixes', keys: 'delete', run: remove },
  ]);
  return (
    <Page
      title="Network"
      aside={
        tree.loaded ? <span className={styles.note}>{counted(tree.nodes.length, 'prefix', 'prefixes')}</span> : null
      }
      body="fill"
      actions={
        <Button leftSection={<IconPlus size="1rem" aria-hidden />} onClick={create}>
          New prefix
        </Button>
      }
      bar={
        <div className={styles.bar}>
          <PrefixTabs view="tree" />
          <TextInput
            ref={filter}
            type="search"
            aria-label="Filter prefixes"
            placeholder="Filter: a network, an address it holds, a purpose, a VRF, vlan 20"
            leftSection={<IconFilter size="0.875rem" aria-hidden />}
            value={tree.text}
            onChange={(event) => tree.setText(event.currentTarget.value)}
          />
          <SelectionBar
            selected={selected}
            definition={screen.definition}
            progress={null}
            onClear={() => select(new Set())}
          />
        </div>
      }
      panel={<NounPanels screen={screen} selected={selected} onSelect={select} />}
    >
      <TreeTable tree={tree} selected={selected} onSelect={select} active={active} onActive={setActive} />
    </Page>
  );
}

interface TreeTableProps {
  readonly tree: Tree;
  readonly selected: ReadonlySet<string>;
  readonly onSelect: (selected: ReadonlySet<string>) => void;
  readonly active: string | undefined;
  readonly onActive: (id: string | undefined) => void;
}

function TreeTable({ tree, selected, onSelect, active, onActive }: TreeTableProps) {
  const { shown, closed, toggle } = tree;
  const frame = useRef<HTMLDivElement>(null);
  useKeyListener(frame, (event) => {
    if (active === undefined || event.altKey || !['ArrowLeft', 'ArrowRight'].includes(event.key)) return;
    if (closed.has(active) !== (event.key === 'ArrowRight')) return;
    event.preventDefault();
    toggle(active);
  });
  const columns = useMemo(() => prefixColumns({ closed, onToggle: toggle }), [closed, toggle]);
  if (tree.error)
    return <EmptyState title="The prefixes cannot be shown">{failureFrom(tree.error).message}</EmptyState>;
  return (
    <div ref={frame}>
      <DataTable
        label="Prefixes"
        columns={columns}
        layout={AS_GIVEN}
        onLayout={NOTHING}
        total={shown.length}
        rowAt={(index) => shown[index]}
        keyOf={({ id }) => id}
        nameOf={({ cidr, vrf, vrfId }) => (vrfId === null ? cidr : `${cidr} in ${vrf}`)}
        onRange={NOTHING}
        sort={null}
        onSort={NOTHING}
        selected={selected}
        onSelected={onSelect}
        onSelectAll={() => onSelect(new Set(shown.map(({ id }) => id)))}
        onOpen={({ id }) => navigate(hrefOf(['prefix', id]))}
        onActive={onActive}
        empty={tree.loaded ? <NoPrefixes filtered={tree.text.trim() !== ''} /> : null}
      />
    </div>
  );
}

function NoPrefixes({ filtered }: { filtered: boolean }) {
  if (filtered) return <EmptyState title="Nothing found">No prefix fits the filter.</EmptyState>;
  return (
    <EmptyState title="No prefixes yet">
      A prefix is a network that addresses are given out of, such as 192.0.2.0/24. Add the first one with{' '}
      <strong>New prefix</strong>; those inside it make a tree by themselves.
    </EmptyState>
  );
}
