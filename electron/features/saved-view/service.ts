import { failFields } from '../../../shared/contract/failure.ts';
import { definitionOf, findNoun } from '../../../shared/domain/nouns.ts';
import type { NounRule } from '../../session/noun-rules.ts';
import { customFieldsOf } from '../object/extras-repository.ts';
import { listColumns } from '../object/list-columns.ts';
import { queryFilter } from '../object/query-filter.ts';

const LAYOUT = definitionOf('savedView').fieldList.find(({ key }) => key === 'layout')?.schema;

/** A view is of a list that is there, and its query is understood; a column that went is left out when it is shown. */
export const savedViewRule: NounRule = {
  beforeWrite: (context, _before, after) => {
    const noun = String(after['noun']);
    const definition = findNoun(noun);
    if (!definition) {
      const message = `List of must be a noun such as compute, rack or service; "${noun}" was given.`;
      return failFields([{ path: 'noun', message, value: noun, allowed: 'compute, rack, service …' }]);
    }
    queryFilter(context.database, definition, typeof after['query'] === 'string' ? after['query'] : '');
    // The sort order is what a list would refuse; defaults of older views are filled in.
    const layout = LAYOUT?.parse(after['layout']) as { sort: { key: string }[] };
    const columns = listColumns(definition, customFieldsOf(context.database, noun));
    const unknown = layout.sort.find(({ key }) => !columns.has(key));
    if (!unknown) return;
    const message = `${definition.plural} cannot be sorted by "${unknown.key}".`;
    failFields([{ path: 'layout.sort', message, value: unknown.key, allowed: [...columns.keys()].join(', ') }]);
  },
};
