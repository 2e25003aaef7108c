import { inSentence } from '../../../shared/domain/label-text.ts';
import { implement, type Router } from '@orpc/server';
import { nounContract } from '../../../shared/contract/noun.ts';
import type { FieldMap, NounDefinition } from '../../../shared/domain/noun.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import type { EngineContext } from '../../session/context.ts';
import { cloneRow } from './clone.ts';
import { customFieldsOf } from './extras-repository.ts';
import { listColumns } from './list-columns.ts';
import { itemsOf, listPage } from './list-repository.ts';
import { namesOf, referencedIds, resolveReference } from './reference-repository.ts';
import { emptyRow, refuseReadOnly } from './read-only.ts';
import {
  createRow,
  describe,
  previewRemoval,
  removeRows,
  refuseGone,
  requireRow,
  rowMeant,
  updateRow,
  updateVersioned,
  upsertRow,
} from './service.ts';
import { versionOf } from './version.ts';

export type NounRouter<Fields extends FieldMap> = Router<ReturnType<typeof nounContract<Fields>>, EngineContext>;

/**
 * The queries and commands every noun has. Rows of "any noun" are typed as records here; the contract's schemas give
 * them their types back, and the answers are parsed by those schemas.
 */
export function nounHandlers(definition: NounDefinition) {
  return { ...oneRowHandlers(definition), ...manyRowHandlers(definition) };
}

function implementing(definition: NounDefinition) {
  return implement(nounContract(definition)).$context<EngineContext>();
}

function oneRowHandlers(definition: NounDefinition) {
  const os = implementing(definition);
  const lower = inSentence(definition.label);
  return {
    list: os.list.handler(({ input, context }) => listPage(context.session().read, definition, input)),
    get: os.get.handler(({ input, context }) => getRow(context, definition, input.ref)),
    existing: os.existing.handler(({ input, context }) => {
      const { read, rules } = context.session();
      return { id: rowMeant(read, rules, definition, input.record) };
    }),
    create: os.create.handler(async ({ input, context }) => {
      refuseReadOnly(definition, input.record, emptyRow(definition, input.record));
      const session = context.session();
      const { result, receipt } = await session.write(
        { kind: 'edit', label: `Create ${lower}${labelOf(input.record)}` },
        (write) => {
          const record = createRow(write, session.rules, definition, input.record, input);
          const name = describe(write.database, definition, record);
          // Inside the transaction: after it the next command may already have written.
          return { id: record.id, name, version: versionOf(write.database, record.id) };
        },
      );
      return { ...receipt, ...result };
    }),
    update: os.update.handler(async ({ input, context }) => {
      const session = context.session();
      const id = resolveReference(session.read, definition.noun, input.ref);
      const present = requireRow(session.read, definition, id);
      refuseReadOnly(definition, input.patch, present);
      const name = describe(session.read, definition, present);
      const { result, receipt } = await session.write({ kind: 'edit', label: `Change ${lower} ${name}` }, (write) => {
        updateVersioned(write, session.rules, definition, { ...input, ref: id });
        return versionOf(write.database, id);
      });
      return { ...receipt, version: result };
    }),
    upsert: os.upsert.handler(async ({ input, context }) => {
      refuseReadOnly(definition, input.record, emptyRow(definition, input.record));
      const session = context.session();
      const { result, receipt } = await session.write(
        { kind: 'edit', label: `Record ${lower}${labelOf(input.record)}` },
        (write) => upsertRow(write, session.rules, definition, input.record, input),
      );
      return { ...receipt, ...result };
    }),
  };
}

function manyRowHandlers(definition: NounDefinition) {
  const os = implementing(definition);
  const lower = inSentence(definition.label);
  return {
    bulkUpdate: os.bulkUpdate.handler(async ({ input, context }) => {
      refuseReadOnly(definition, input.patch, {});
      const session = context.session();
      const ids = resolveAll(session.read, definition, input.refs);
      const label = `Change ${ids.length} ${ids.length === 1 ? lower : inSentence(definition.plural)}`;
      const { result, receipt } = await session.write(
        { kind: 'edit', label },
        (write) =>
          ids.filter((id) => updateRow(write, session.rules, definition, id, input.patch, input, false)).length,
      );
      return { ...receipt, updated: result, unchanged: ids.length - result };
    }),
    clone: os.clone.handler(async ({ input, context }) => {
      const session = context.session();
      const id = resolveReference(session.read, definition.noun, input.ref);
      const { result, receipt } = await session.write(
        { kind: 'edit', label: `Clone ${lower} as ${input.names.join(', ').slice(0, 80)}` },
        (write) => input.names.map((name) => cloneRow(write, session.rules, definition, id, name).id),
      );
      return { ...receipt, ids: result };
    }),
    previewRemove: os.previewRemove.handler(({ input, context }) => {
      const { read } = context.session();
      return previewRemoval(read, definition, resolveAll(read, definition, input.refs));
    }),
    remove: os.remove.handler(async ({ input, context }) => {
      const session = context.session();
      const ids = resolveAll(session.read, definition, input.refs);
      const [only] = ids;
      const what =
        ids.length === 1 && only
          ? `${lower} ${describe(session.read, definition, requireRow(session.read, definition, only))}`
          : `${ids.length} ${inSentence(definition.plural)}`;
      const { result, receipt } = await session.write({ kind: 'edit', label: `Delete ${what}` }, (write) =>
        removeRows(write, session.rules, definition, ids),
      );
      return { ...receipt, removed: result };
    }),
  };
}

/** Every row once, however often and by whatever name it was given. */
function resolveAll(database: ReadDatabase, definition: NounDefinition, refs: readonly string[]): string[] {
  return [...new Set(refs.map((ref) => resolveReference(database, definition.noun, ref)))];
}

function labelOf(record: Record<string, unknown>): string {
  const name = record['name'] ?? record['model'] ?? record['key'];
  return typeof name === 'string' ? ` ${name}` : '';
}

function getRow(context: EngineContext, definition: NounDefinition, ref: string) {
  const { read } = context.session();
  const id = resolveReference(read, definition.noun, ref);
  const columns = listColumns(definition, customFieldsOf(read, definition.noun));
  const item = itemsOf(read, definition, columns, [id])[0] ?? refuseGone(definition);
  const references = namesOf(read, referencedIds(definition, [item.record]));
  return { ...item, name: describe(read, definition, item.record), version: versionOf(read, id), references };
}
