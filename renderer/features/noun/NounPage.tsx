import { inSentence } from '../../../shared/domain/label-text.ts';
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { NounDetail } from '../../bridge/noun-client.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Page } from '../../ui/Page.tsx';
import { counted } from '../../ui/format.ts';
import { navigate, updateQuery } from '../../ui/location.ts';
import { CsvMenu } from './CsvMenu.tsx';
import { NounBar } from './NounBar.tsx';
import styles from './NounPage.module.css';
import { NounPanels } from './NounPanels.tsx';
import type { ListRow } from './columns.tsx';
import type { NounScreen } from './noun-screen.ts';
import { sortText } from './sort-text.ts';
import { openCreation, useNounPage, type NounPageState } from './use-noun-page.ts';

interface NounPageProps {
  readonly screen: NounScreen;
  readonly title?: string;
  /** Tabs between lists that belong together. */
  readonly tabs?: ReactNode;
  readonly actions?: ReactNode;
  /** What to do when there is not one row yet. */
  readonly emptyHint?: ReactNode;
  readonly panelExtra?: ((detail: NounDetail) => ReactNode) | undefined;
  /** Further things to do with the selected rows. */
  readonly selectionActions?: ReactNode;
  /** Stands in place of the list's own panels: what a further action opened. */
  readonly panel?: ReactNode;
}

/** The list of any noun: filter, columns, sorting, selection, and its rows opened beside it. */
export function NounPage(props: NounPageProps) {
  const { screen, title, tabs, actions, emptyHint, panelExtra } = props;
  const { definition } = screen;
  const state = useNounPage(screen);
  const { list, columns, layout, bulk } = state;
  return (
    <Page
      title={title ?? definition.plural}
      aside={
        <span className={styles.count}>
          {list.loading ? '' : counted(list.total, inSentence(definition.label), inSentence(definition.plural))}
        </span>
      }
      body="fill"
      actions={
        <>
          {actions}
          <CsvMenu
            noun={screen.noun}
            onExportAll={() => void bulk.exportAll(list.total)}
            onExportShown={list.total === 0 ? null : () => void bulk.exportShown(columns, layout.layout, list.total)}
          />
          <Button leftSection={<IconPlus size="1rem" aria-hidden />} onClick={openCreation}>
            New {inSentence(definition.label)}
          </Button>
        </>
      }
      bar={
        <NounBar
          noun={screen.noun}
          definition={definition}
          state={state}
          tabs={tabs}
          selectionActions={props.selectionActions}
        />
      }
      panel={
        props.panel ?? (
          <NounPanels screen={screen} selected={state.selected} onSelect={state.select} extra={panelExtra} />
        )
      }
    >
      <NounTable screen={screen} state={state} emptyHint={emptyHint} />
    </Page>
  );
}

function NounTable({ screen, state, emptyHint }: { screen: NounScreen; state: NounPageState; emptyHint: ReactNode }) {
  const { definition } = screen;
  const { list, layout, query } = state;
  const empty = list.loading ? (
    <p className={styles.loading} role="status">
      Reading {inSentence(definition.plural)}…
    </p>
  ) : query === '' ? (
    <EmptyState title={`No ${inSentence(definition.plural)} yet`}>{emptyHint ?? definition.help}</EmptyState>
  ) : (
    <EmptyState title="Nothing found">No row fits the filter.</EmptyState>
  );
  return (
    <DataTable
      label={definition.plural}
      columns={state.columns}
      layout={layout.layout}
      onLayout={layout.setLayout}
      total={list.total}
      rowAt={list.rowAt}
      keyOf={keyOf}
      nameOf={(row) => nameOf(row, definition)}
      onRange={list.onRange}
      sort={state.sort}
      onSort={(next) => updateQuery({ sort: sortText(next) }, { replace: true })}
      selected={state.selected}
      onSelected={state.select}
      onSelectAll={() => void state.selectAll()}
      openKey={state.openId}
      onOpen={(row) => navigate(state.openHref(row.item.record.id))}
      onActive={state.setActiveId}
      outdated={list.outdated}
      empty={list.failure ? null : empty}
    />
  );
}

function keyOf(row: ListRow): string {
  return row.item.record.id;
}

/** A row without a name is called by the column that opens it. */
function nameOf({ item }: ListRow, { opensBy }: NounScreen['definition']): string {
  return item.name || String(item.derived[opensBy ?? ''] ?? '');
}
