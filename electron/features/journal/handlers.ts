import { implement } from '@orpc/server';
import { fail } from '../../../shared/contract/failure.ts';
import { journalContract } from '../../../shared/contract/journal.ts';
import { foldText } from '../../../shared/rules/query/text-match.ts';
import type { EngineContext } from '../../session/context.ts';
import { resolveReference } from '../object/reference-repository.ts';
import { attach, attachedFile } from './attachments.ts';
import { entryOf, feed, subjectOf, writeEntry } from './service.ts';

const os = implement(journalContract).$context<EngineContext>();

export const journalHandlers = {
  feed: os.feed.handler(({ input, context }) => {
    const { read } = context.session();
    const items = feed(read, {
      objectIds: input.objects?.map((ref) => resolveReference(read, 'journalled', ref, 'objects')) ?? null,
      categories: input.categories ?? null,
      from: utc(input.from),
      to: utc(input.to),
      text: foldText(input.text.trim()),
      automatic: input.automatic ?? null,
      limit: input.limit,
      after: input.cursor === undefined ? null : placeOf(input.cursor),
    });
    const last = items.length === input.limit ? items.at(-1) : undefined;
    return { items, cursor: last ? `${last.at} ${last.id}` : null };
  }),
  entry: os.entry.handler(({ input, context }) => {
    const { read } = context.session();
    return entryOf(read, resolveReference(read, 'journalEntry', input.ref));
  }),
  subject: os.subject.handler(({ input, context }) => {
    const { read } = context.session();
    return subjectOf(read, resolveReference(read, 'journalled', input.ref));
  }),
  write: os.write.handler(async ({ input, context }) => {
    const session = context.session();
    const objectId = resolveReference(session.read, 'journalled', input.objectId, 'objectId');
    const { name } = subjectOf(session.read, objectId);
    const { result, receipt } = await session.write(
      { kind: 'edit', label: `Write in the journal of ${name}` },
      (write) => writeEntry(write, session.rules, { ...input, objectId }),
    );
    return { ...receipt, id: result };
  }),
  attach: os.attach.handler(async ({ input, context }) => {
    const session = context.session();
    const { result, receipt } = await session.write({ kind: 'edit', label: `Attach ${input.fileName}` }, (write) =>
      attach(write, session.rules, input),
    );
    return { ...receipt, ...result };
  }),
  attachment: os.attachment.handler(({ input, context }) => {
    const { read } = context.session();
    return attachedFile(read, resolveReference(read, 'attachment', input.id, 'id'));
  }),
};

/** The same moment as entries are stored, whatever its offset was. */
function utc(moment: string | undefined): string | null {
  return moment === undefined ? null : new Date(moment).toISOString();
}

function placeOf(cursor: string): { at: string; id: string } {
  const [at, id] = cursor.split(' ');
  if (at === undefined || id === undefined)
    return fail('E_FORMAT', 'The cursor does not belong to this list; ask for the first page again.');
  return { at, id };
}
