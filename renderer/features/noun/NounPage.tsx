import { Button } from '@mantine/core';
import { IconDownload, IconPlus } from '@tabler/icons-react';
import { useCallback, useMemo, useRef, useState, type ReactNode } from 'react';
import type { NounDetail } from '../../bridge/noun-client.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Page } from '../../ui/Page.tsx';
import { useActions } from '../../ui/actions.ts';
import { counted } from '../../ui/format.ts';
import { hrefOf, navigate, updateQuery, useLocation } from '../../ui/location.ts';
import { ColumnChooser } from './ColumnChooser.tsx';
import { FilterBox } from './FilterBox.tsx';
import { NounPanels } from './NounPanels.tsx';
import styles from './NounPage.module.css';
import { SelectionBar } from './SelectionBar.tsx';
import { nounColumns, type ListRow } from './columns.tsx';
import { useListLayout } from './list-layouts.ts';
import type { NounScreen } from './noun-screen.ts';
import { useSelection } from './selection-store.ts';
import { sortFrom, sortText } from './sort-text.ts';
import { useBulkRows } from './use-bulk-rows.ts';
import { useCustomFields } from './use-custom-fields.ts';
import { useNounList } from './use-noun-list.ts';

interface NounPageProps {
  readonly screen: NounScreen;
  readonly title?: string;
  /** Tabs between lists that belong together. */
  readonly tabs?: ReactNode;
  readonly actions?: ReactNode;
  /** What to do when there is not one row yet. */
  readonly emptyHint?: ReactNode;
  readonly panelExtra?: (detail: NounDetail) => ReactNode;
}

/** The list of any noun: filter, columns, sorting, selection, and its rows opened beside it. */
export function NounPage({ screen, title, tabs, actions, emptyHint, panelExtra }: NounPageProps) {
  const { definition, noun } = screen;
  const location = useLocation();
  const query = location.query['q'] ?? '';
  const sort = sortFrom(location.query['sort']);
  const list = useNounList(noun, query, sort);
  const customFields = useCustomFields(noun);
  const path = location.path;
  const openHref = useCallback(
    (id: string) => screen.pageHref?.(id) ?? hrefOf(path, { ...location.query, open: id }),
    [screen, path, location.query],
  );
  const columns = useMemo(() => nounColumns(definition, customFields, openHref), [definition, customFields, openHref]);
  const { layout, setLayout, resetLayout } = useListLayout(noun, columns);
  const [selected, select] = useSelection(noun);
  const [active, setActive] = useState<ListRow | undefined>();
  const filter = useRef<HTMLInputElement>(null);
  const bulk = useBulkRows(noun, query, sort);
  const openPanel = (id: string) => updateQuery({ open: id, new: undefined, bulk: undefined });
  const activeId = active?.item.record.id;

  useActions([
    {
      id: 'filter',
      label: `Filter ${definition.plural.toLowerCase()}`,
      group: definition.plural,
      keys: '/',
      run: () => filter.current?.focus(),
    },
    {
      id: 'create',
      label: `New ${definition.label.toLowerCase()}`,
      group: definition.plural,
      keys: 'n',
      run: () => updateQuery({ new: '1', open: undefined }),
    },
    {
      id: 'edit',
      label: 'Edit the marked row',
      group: definition.plural,
      keys: 'e',
      run: () => (selected.size > 1 ? updateQuery({ bulk: '1' }) : activeId && openPanel(activeId)),
    },
    {
      id: 'remove',
      label: 'Delete the marked or selected rows',
      group: definition.plural,
      keys: 'delete',
      run: () => updateQuery({ remove: selected.size > 0 ? 'selected' : activeId }),
    },
  ]);

  const none = query === '' ? (emptyHint ?? definition.help) : 'No row fits the filter.';
  const selectAll = async () => {
    const ids = await bulk.ids(list.total);
    if (ids) select(new Set(ids));
  };
  return (
    <Page
      title={title ?? definition.plural}
      aside={
        <span className={styles.count}>
          {list.loading ? '' : counted(list.total, definition.label.toLowerCase(), definition.plural.toLowerCase())}
        </span>
      }
      body="fill"
      actions={
        <>
          {actions}
          <Button
            variant="default"
            leftSection={<IconDownload size="1rem" aria-hidden />}
            disabled={list.total === 0}
            onClick={() => void bulk.exportCsv(columns, layout, list.total)}
          >
            Export CSV
          </Button>
          <Button
            leftSection={<IconPlus size="1rem" aria-hidden />}
            onClick={() => updateQuery({ new: '1', open: undefined })}
          >
            New {definition.label.toLowerCase()}
          </Button>
        </>
      }
      bar={
        <div className={styles.bar}>
          {tabs}
          <div className={styles.tools}>
            <FilterBox
              label={`Filter ${definition.plural.toLowerCase()}`}
              query={query}
              onQuery={setQuery}
              failure={list.failure}
              inputRef={filter}
            />
            <ColumnChooser columns={columns} layout={layout} onLayout={setLayout} onReset={resetLayout} />
          </div>
          <SelectionBar
            selected={selected}
            definition={definition}
            progress={bulk.progress}
            onClear={() => select(new Set())}
          />
        </div>
      }
      panel={<NounPanels screen={screen} selected={selected} onSelect={select} extra={panelExtra} />}
    >
      <DataTable
        label={definition.plural}
        columns={columns}
        layout={layout}
        onLayout={setLayout}
        total={list.total}
        rowAt={list.rowAt}
        keyOf={keyOf}
        nameOf={nameOf}
        onRange={list.onRange}
        sort={sort}
        onSort={(next) => updateQuery({ sort: sortText(next) }, { replace: true })}
        selected={selected}
        onSelected={select}
        onSelectAll={() => void selectAll()}
        openKey={location.query['open']}
        onOpen={(row) => navigate(openHref(row.item.record.id))}
        onActive={setActive}
        outdated={list.outdated}
        empty={
          list.loading ? null : (
            <EmptyState title={query === '' ? `No ${definition.plural.toLowerCase()} yet` : 'Nothing found'}>
              {none}
            </EmptyState>
          )
        }
      />
    </Page>
  );
}

function setQuery(query: string): void {
  updateQuery({ q: query === '' ? undefined : query }, { replace: true });
}

function keyOf(row: ListRow): string {
  return row.item.record.id;
}

function nameOf(row: ListRow): string {
  return row.item.name;
}
