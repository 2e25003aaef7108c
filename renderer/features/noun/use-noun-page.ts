import { inSentence } from '../../../shared/domain/label-text.ts';
import { useCallback, useMemo, useRef, useState } from 'react';
import { useActions } from '../../ui/actions.ts';
import { hrefOf, updateQuery, useLocation } from '../../ui/location.ts';
import { nounColumns } from './columns.tsx';
import { useListLayout } from './list-layouts.ts';
import type { NounScreen } from './noun-screen.ts';
import { useSelection } from './selection-store.ts';
import { sortFrom } from './sort-text.ts';
import { useBulkRows } from './use-bulk-rows.ts';
import { useCustomFields } from './use-custom-fields.ts';
import { useNounList } from './use-noun-list.ts';

/** Everything a list screen holds: its rows, columns, selection, and the work over all of its rows. */
export function useNounPage(screen: NounScreen) {
  const { definition, noun } = screen;
  const { path, query: address } = useLocation();
  const query = address['q'] ?? '';
  const sort = sortFrom(address['sort']);
  const list = useNounList(noun, query, sort);
  const customFields = useCustomFields(noun);
  const openHref = useCallback(
    (id: string) => screen.pageHref?.(id) ?? hrefOf(path, { ...address, open: id }),
    [screen, path, address],
  );
  const columns = useMemo(() => nounColumns(definition, customFields, openHref), [definition, customFields, openHref]);
  const layout = useListLayout(noun, columns);
  const [selected, select] = useSelection(noun);
  const [activeId, setActiveId] = useState<string | undefined>();
  const filter = useRef<HTMLInputElement>(null);
  const bulk = useBulkRows(noun, query, sort);
  useListActions(screen, selected, activeId, () => filter.current?.focus());
  const selectAll = async () => {
    const ids = await bulk.ids(list.total);
    if (ids) select(new Set(ids));
  };
  return {
    query,
    sort,
    list,
    columns,
    layout,
    selected,
    select,
    selectAll,
    setActiveId,
    filter,
    bulk,
    openHref,
    openId: address['open'],
  };
}

export type NounPageState = ReturnType<typeof useNounPage>;

export function openCreation(): void {
  updateQuery({ new: '1', open: undefined });
}

function useListActions(
  { definition }: NounScreen,
  selected: ReadonlySet<string>,
  activeId: string | undefined,
  focusFilter: () => void,
): void {
  const group = definition.plural;
  const edit = () => {
    if (selected.size > 1) updateQuery({ bulk: '1', open: undefined, new: undefined });
    else if (activeId !== undefined) updateQuery({ open: activeId, new: undefined, bulk: undefined });
  };
  const remove = () => updateQuery({ remove: selected.size > 0 ? 'selected' : activeId });
  useActions([
    { id: 'filter', label: `Filter ${inSentence(group)}`, group, keys: '/', run: focusFilter },
    { id: 'create', label: `New ${inSentence(definition.label)}`, group, keys: 'n', run: openCreation },
    { id: 'edit', label: 'Edit the marked row', group, keys: 'e', run: edit },
    { id: 'remove', label: 'Delete the marked or selected rows', group, keys: 'delete', run: remove },
  ]);
}
