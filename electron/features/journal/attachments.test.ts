import { beforeEach, describe, expect, test } from 'vitest';
import { refusalOf } from '../../testing/failures.ts';
import { temporaryWorkspace, type TemporaryWorkspace } from '../../testing/temporary-workspace.ts';
import { attachmentDamage } from './attachment-check.ts';
import { carryAttachments } from './carry-attachments.ts';

let workspace: TemporaryWorkspace;
let entry: string;

beforeEach(async () => {
  workspace = temporaryWorkspace();
  await workspace.client.compute.create({ record: { name: 'web-1' } });
  ({ id: entry } = await workspace.client.journalEntry.create({ record: { objectId: 'web-1', content: 'Burnt' } }));
});

/** The first bytes of a JPEG and then some. */
function photo(bytes = 16): string {
  return Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(bytes - 4, 7)]).toString('base64');
}

function attach(fileName: string, base64: string) {
  return workspace.client.journal.attach({ entry, fileName, base64 });
}

describe('a photo', () => {
  test('is stored with its entry, comes back byte by byte, and is undone', async () => {
    const { id } = await attach('rack.jpg', photo());
    expect((await workspace.client.journal.feed({})).items[0]?.attachments).toEqual([
      { id, fileName: 'rack.jpg', mediaType: 'image/jpeg', sizeBytes: 16 },
    ]);
    await workspace.reopen();
    expect(await workspace.client.journal.attachment({ id })).toEqual({
      fileName: 'rack.jpg',
      mediaType: 'image/jpeg',
      base64: photo(),
    });
    await workspace.client.history.undo();
    expect((await workspace.client.journal.feed({})).items[0]?.attachments).toEqual([]);
    await workspace.client.history.redo();
    expect((await workspace.client.journal.attachment({ id })).base64).toBe(photo());
  });

  test('goes with its entry', async () => {
    const { id } = await attach('rack.jpg', photo());
    await workspace.client.journalEntry.remove({ refs: [entry] });
    expect((await refusalOf(workspace.client.journal.attachment({ id }))).code).toBe('E_NOT_FOUND');
  });

  test('is called without a path', async () => {
    expect((await attach('..\\..\\etc/pass<wd>.jpg', photo())).fileName).toBe('pass_wd_.jpg');
    expect((await attach('../..', photo())).fileName).toBe('attachment');
  });
});

describe('bytes kept for undo', () => {
  beforeEach(async () => {
    await attach('rack.jpg', photo());
    await workspace.client.history.undo();
  });

  test('are compared with their hash as others are', () => {
    const { read, workspace: open } = workspace.session;
    expect([...attachmentDamage(read)].flat()).toEqual([]);
    open.writer?.exec("UPDATE attachment_content SET bytes = x'00'");
    expect([...attachmentDamage(read)].flat().map(({ message }) => message)).toEqual([
      'A removed attachment, kept for undo, is not what was attached.',
    ]);
  });

  test('are carried into a salvaged workspace', () => {
    const salvaged = temporaryWorkspace().session.workspace;
    if (!salvaged.writer) throw new Error('It cannot be written.');
    expect(carryAttachments(workspace.session.read, salvaged.writer)).toBe(0);
    const bytes = salvaged.reader.prepare<[], Buffer>('SELECT bytes FROM attachment_content').pluck().get();
    expect(bytes?.toString('base64')).toBe(photo());
  });
});

test('an attachment is recorded as what its bytes are, and never without them', async () => {
  const { client } = workspace;
  const { id } = await attach('rack.jpg', photo());
  const { record, version } = await client.attachment.get({ ref: id });
  const { sha256 } = record;
  const other = { journalEntryId: entry, fileName: 'copy.pdf', mediaType: 'application/pdf', sizeBytes: 1 } as const;
  const copy = await client.attachment.create({ record: { ...other, sha256 } });
  expect((await client.attachment.get({ ref: copy.id })).record).toMatchObject({
    mediaType: 'image/jpeg',
    sizeBytes: 16,
  });
  const forged = { caption: 'Bay 3', sizeBytes: 5, sha256: '0'.repeat(64) };
  const refusal = await refusalOf(client.attachment.update({ ref: id, version, patch: forged }));
  expect(refusal.fields?.map(({ path }) => path)).toEqual(['sizeBytes', 'sha256']);
  await client.attachment.update({ ref: id, version, patch: { caption: 'Bay 3' } });
  expect((await client.attachment.get({ ref: id })).record).toMatchObject({ caption: 'Bay 3', sizeBytes: 16, sha256 });
  const lost = await refusalOf(client.attachment.create({ record: { ...other, sha256: '0'.repeat(64) } }));
  expect(lost.code).toBe('E_NOT_FOUND');
});

test('what is no photo or PDF, and what is too large, is refused', async () => {
  const script = Buffer.from('<svg onload="alert(1)"/>').toString('base64');
  expect((await refusalOf(attach('x.jpg', script))).message).toBe(
    'The file is none of: JPEG photo, PNG picture, WebP picture, PDF.',
  );
  const pdf = Buffer.from('%PDF-1.7\n').toString('base64');
  expect(await attach('plan.pdf', pdf)).toMatchObject({ mediaType: 'application/pdf' });
  expect((await refusalOf(attach('big.jpg', photo(10_000_001)))).message).toBe(
    'The file has 10.0 MB; attachments of at most 10 MB are taken.',
  );
});
