import { marked, type Token } from 'marked';
import { beforeAll, expect, test } from 'vitest';
import { NOUN_LIST } from '../../shared/domain/nouns.ts';
import { reportMarkdown } from '../../shared/rules/report-markdown.ts';
import { addSampleDatacenter } from '../features/sample/service.ts';
import { poisonEverything } from '../testing/poison.ts';
import { temporaryWorkspace, type TemporaryWorkspace } from '../testing/temporary-workspace.ts';

let workspace: TemporaryWorkspace;
let client: TemporaryWorkspace['client'];
let untouched: readonly string[];

beforeAll(async () => {
  const ends: (() => void | Promise<void>)[] = [];
  workspace = temporaryWorkspace((end) => ends.push(end));
  ({ client } = workspace);
  workspace.session.workspace.writer?.pragma('synchronous = OFF');
  await addSampleDatacenter(workspace.session);
  untouched = await poisonEverything(client, true);
  return async () => {
    for (const end of ends.toReversed()) await end();
  };
}, 120_000);

test('every free text of every noun takes what would be a script, but for those with rules of their own', () => {
  expect(untouched).toEqual([
    // Codes, words and forms: three letters, six bytes, a noun, a key, a query.
    'setting.currency',
    'deviceType.currency',
    'flavor.currency',
    'compute.currency',
    'port.mac',
    'component.currency',
    // Of addresses; the text of a TXT record is free, and there is one.
    'dnsRecord.value',
    'customField.noun',
    'customField.key',
    'savedView.noun',
    'savedView.query',
  ]);
});

/** What a viewer of Markdown would make HTML, a picture, or a link to a script of. */
function markupIn(markdown: string): string[] {
  const found: string[] = [];
  void marked.walkTokens(marked.lexer(markdown), (token: Token) => {
    if (token.type === 'html' || token.type === 'image') found.push(token.raw);
    if (token.type === 'link' && /^\s*javascript:/i.test(String(token['href']))) found.push(token.raw);
  });
  return found;
}

test('a viewer of Markdown would notice', () => {
  expect(markupIn('a <img src=x> ![x](http://x) [x](javascript:x)')).toEqual([
    '<img src=x>',
    '![x](http://x)',
    '[x](javascript:x)',
  ]);
});

test('links of a Markdown entry that lead to a page stay, others are text', async () => {
  const content =
    '[wiki](https://wiki.example/a) [x](JavaScript:ran()) [y](java&#115;cript:ran()) [z]\n\n[z]: data:text/html,x';
  await client.compute.create({ record: { name: 'linked' } });
  await client.journal.write({ objectId: 'linked', category: 'other', content, format: 'markdown' });
  const markdown = reportMarkdown(await client.report.compute({ compute: 'linked', journal: 'all' }), true);
  const links: string[] = [];
  void marked.walkTokens(marked.lexer(markdown), (token: Token) => {
    if (token.type === 'link') links.push(String(token['href']));
  });
  expect(links).toEqual(['https://wiki.example/a']);
});

test('reports as Markdown hold it as text', async () => {
  let scripts = 0;
  for await (const report of await client.report.computes({ query: '', journal: 'all' })) {
    for (const whole of [false, true]) {
      const markdown = reportMarkdown(report, whole);
      expect(markupIn(markdown)).toEqual([]);
      if (markdown.includes('onerror')) scripts += 1;
    }
  }
  expect(scripts).toBeGreaterThan(10);
  const sessions = await client.auditSession.list({});
  expect(sessions.total).toBeGreaterThan(0);
  for (const { record } of sessions.items) {
    const { text } = await client.audit.reportText({ session: record.id, format: 'markdown' });
    expect(markupIn(text)).toEqual([]);
  }
});

test('every list answers it letter by letter, and CSV as text that no spreadsheet runs', async () => {
  for (const { noun } of NOUN_LIST) {
    let csv = '';
    for await (const { text } of await client.csv.export({ noun, query: '' })) csv += text;
    // A cell begins with no sign of a formula; what does is kept behind an apostrophe.
    expect(csv.split(/\r?\n/).filter((line) => /(^|,)"?[=+@]/.test(line))).toEqual([]);
  }
});
