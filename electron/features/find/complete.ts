import { fieldOf, type NounDefinition } from '../../../shared/domain/noun.ts';
import { findNoun, referencedNouns } from '../../../shared/domain/nouns.ts';
import { fail } from '../../../shared/contract/failure.ts';
import { completeExpression, type Completion, type Proposal } from '../../../shared/rules/query/complete.ts';
import { printLiteral } from '../../../shared/rules/query/print.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import { querySchemaIn } from '../object/query-filter.ts';
import { addressesLike, customValuesLike, macsLike, namesLike, tagsLike, valuesLike } from './values-repository.ts';

const PROPOSED = 30;
/** What `in:` can name. */
const PLACES = ['site', 'zone', 'room', 'row', 'rack'];

/** What stands right of `connected to`. */
const THINGS = ['compute', 'equipment', ...PLACES];

type Asked = NonNullable<Completion['asks']>;

/** What may stand at `cursor` of a query over a noun, with the values of this workspace where it asks for them. */
export function completeQuery(database: ReadDatabase, noun: string, text: string, cursor: number) {
  const definition = findNoun(noun) ?? fail('E_NOT_FOUND', `There is no noun "${noun}".`);
  const { asks, ...completion } = completeExpression(text, cursor, querySchemaIn(database, definition));
  if (!asks) return { ...completion, proposals: [...completion.proposals] };
  const values = valuesFor(database, definition, asks);
  const proposals = values.map((value): Proposal => ({ kind: 'value', label: value, insert: printLiteral(value) }));
  return { ...completion, proposals };
}

function valuesFor(database: ReadDatabase, definition: NounDefinition, asked: Asked): string[] {
  const { head, key, text, things = false } = asked;
  if (head === 'tag') return tagsLike(database, key, text, PROPOSED);
  if (head === 'in') return namesLike(database, PLACES, text, PROPOSED);
  if (head === 'runs') return namesLike(database, ['service'], text, PROPOSED);
  if (head === 'ip') return addressesLike(database, text, PROPOSED);
  if (head === 'mac') return macsLike(database, text, PROPOSED);
  if (head === 'name' && things) return namesLike(database, THINGS, text, PROPOSED);
  if (things) return [];
  if (head === 'name' && definition.names) return namesLike(database, [definition.noun], text, PROPOSED);
  if (head.startsWith('custom.')) return customValuesLike(database, definition.noun, head.slice(7), text, PROPOSED);
  const field = definition.fieldList.find((entry) => entry.key === head);
  if (!field) return [];
  if (field.meta.kind === 'reference') {
    const nouns = referencedNouns(field.meta.references ?? '').map((entry) => entry.noun);
    return namesLike(database, nouns, text, PROPOSED);
  }
  return field.meta.kind === 'text'
    ? valuesLike(database, definition, fieldOf(definition, head).column, text, PROPOSED)
    : [];
}
