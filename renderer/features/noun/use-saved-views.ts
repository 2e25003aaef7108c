import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { NounName } from '../../../shared/domain/nouns.ts';
import type { SavedView } from '../../../shared/domain/saved-view.ts';
import { api, client } from '../../bridge/client.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { hrefOf, updateQuery, useLocation } from '../../ui/location.ts';
import { columnLayoutOf, isChanged, viewLayoutOf, viewSort } from './saved-views.ts';
import type { NounPageState } from './use-noun-page.ts';

export type KeptView = SavedView & { readonly id: string };

type ListState = Pick<NounPageState, 'query' | 'sort' | 'columns' | 'layout'>;

async function changed(id: string, patch: Partial<Pick<SavedView, 'name' | 'query' | 'layout' | 'pinned'>>) {
  const { version } = await client.savedView.get({ ref: id });
  return client.savedView.update({ ref: id, version, patch });
}

/** The views kept for a list: which one is open, and what can be done with them. */
export function useSavedViews(noun: NounName, { query, sort, columns, layout }: ListState) {
  const { path, query: address } = useLocation();
  const views: readonly KeptView[] =
    useQuery(
      api.savedView.list.queryOptions({ input: { query: `noun=${noun}`, sort: [{ key: 'name' }], limit: 1000 } }),
    ).data?.items.map(({ record }) => record) ?? [];
  const current = views.find(({ id }) => id === address['view']);
  const shown = { query, sort, layout: layout.layout };
  const kept = { query: query === '' ? null : query, layout: viewLayoutOf(columns, shown) };
  const create = useCommand((name: string) => client.savedView.create({ record: { noun, name, ...kept } }), {
    failures: 'inline',
  });
  const rename = useCommand(({ id, name }: { id: string; name: string }) => changed(id, { name }), {
    failures: 'inline',
  });
  const change = useCommand(({ id, ...patch }: { id: string } & Parameters<typeof changed>[1]) => changed(id, patch));
  const remove = useCommand((id: string) => client.savedView.remove({ refs: [id] }));
  useOpening(current, address['show'] !== undefined, columns, layout);
  return {
    views,
    current,
    changed: current !== undefined && isChanged(current, columns, shown),
    hrefOf: (id: string) => hrefOf(path, { view: id, show: '1' }),
    /** A view that was just made of what the list shows is the one that is open. */
    opened: (id: string) => updateQuery({ view: id }, { replace: true }),
    create,
    rename,
    keep: (id: string) => change.run({ id, ...kept }),
    pin: (id: string, pinned: boolean) => change.run({ id, pinned }),
    remove: async (id: string) => {
      if (await remove.run(id)) updateQuery({ view: undefined }, { replace: true });
    },
  };
}

export type SavedViewsState = ReturnType<typeof useSavedViews>;

/** An address that asks to show a view becomes what the view keeps, once the view is known. */
function useOpening(
  view: KeptView | undefined,
  asked: boolean,
  columns: ListState['columns'],
  layout: ListState['layout'],
): void {
  useEffect(() => {
    if (!asked || !view) return;
    const arranged = columnLayoutOf(columns, view.layout);
    if (arranged) layout.setLayout(arranged);
    else layout.resetLayout();
    updateQuery({ q: view.query ?? undefined, sort: viewSort(view.layout), show: undefined }, { replace: true });
  }, [asked, view, columns, layout]);
}
