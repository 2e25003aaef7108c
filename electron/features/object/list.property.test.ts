import fc from 'fast-check';
import { expect, test } from 'vitest';
import { definitionOf } from '../../../shared/domain/nouns.ts';
import { anyNoun, type AnyItem, type AnyPage } from '../../testing/any-noun.ts';
import type { TemporaryWorkspace } from '../../testing/temporary-workspace.ts';
import { variedCompute, workspaceOf } from './testing/varied-computes.ts';

const STORED = [
  'name',
  'type',
  'provider',
  'serial',
  'statedCores',
  'monthlyCost',
  'contractEnd',
  'deviceTypeId',
] as const;
const DERIVED = ['site', 'rack', 'cores', 'memoryFree', 'services'] as const;
const CUSTOM = ['custom.units', 'custom.leased', 'custom.contact'] as const;
const KEYS = [...STORED, ...DERIVED, ...CUSTOM];

const sort = fc.uniqueArray(fc.record({ key: fc.constantFrom(...KEYS), descending: fc.boolean() }), {
  maxLength: 3,
  selector: ({ key }) => key,
});

type SortedValue = string | number | null;

/** The value that a column sorts by: text without regard to ASCII case, money and numbers as numbers, yes after no. */
function sortedBy(key: string, item: AnyItem, { references }: AnyPage): SortedValue {
  const field = definitionOf('compute').fieldList.find((entry) => entry.key === key);
  const own = key.startsWith('custom.') ? (item.custom[key.slice(7)] ?? null) : null;
  const value = field ? (item.record[key] as SortedValue) : key in item.derived ? (item.derived[key] ?? null) : own;
  if (value === null) return null;
  if (key === 'custom.units' || field?.meta.kind === 'money') return Number(value);
  if (key === 'custom.leased') return value === 'yes' ? 1 : 0;
  if (field?.meta.kind === 'reference') return references[String(value)] ?? null;
  const text = typeof value === 'string' && (field ? field.meta.kind === 'text' : true);
  return text ? value.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase()) : value;
}

/** SQLite's order: nothing before everything, numbers by size, text by its bytes. */
function compared(left: SortedValue, right: SortedValue): number {
  if (left === null || right === null) return Number(left !== null) - Number(right !== null);
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  return Buffer.compare(Buffer.from(String(left)), Buffer.from(String(right)));
}

async function pagesOf({ client }: TemporaryWorkspace, request: object, limit: number): Promise<AnyPage[]> {
  const pages: AnyPage[] = [];
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page: AnyPage = await anyNoun(client, 'compute').list({
      ...request,
      limit,
      ...(cursor === undefined ? {} : { cursor }),
    });
    pages.push(page);
    cursor = page.cursor;
    if (pages.length > 100) throw new Error('The pages do not end.');
  }
  return pages;
}

test('the pages of any sorting are the whole sorted list, each row once', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(variedCompute, { maxLength: 16 }),
      fc.array(fc.tuple(sort, fc.integer({ min: 1, max: 7 })), { minLength: 25, maxLength: 25 }),
      async (computes, requests) => {
        const workspace = await workspaceOf(computes);
        const whole = await anyNoun(workspace.client, 'compute').list({ limit: 1000 });
        for (const [order, limit] of requests) {
          const keys = order.length > 0 ? order : [{ key: 'name', descending: false }];
          const byKeys = (left: AnyItem, right: AnyItem) => {
            for (const { key, descending } of keys) {
              const difference = compared(sortedBy(key, left, whole), sortedBy(key, right, whole));
              if (difference !== 0) return descending ? -difference : difference;
            }
            const later = left.record.id < right.record.id ? -1 : 1;
            return order.at(-1)?.descending ? -later : later;
          };
          const pages = await pagesOf(workspace, { sort: order }, limit);
          const ids = pages.flatMap(({ items }) => items.map(({ record }) => record.id));
          expect({ order, ids }).toEqual({ order, ids: whole.items.toSorted(byKeys).map(({ record }) => record.id) });
          for (const page of pages) expect(page.total).toBe(computes.length);
        }
      },
    ),
    { numRuns: 6 },
  );
}, 120_000);

test('a jump to the n-th row shows the same rows as paging there, under a filter too', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(variedCompute, { minLength: 3, maxLength: 12 }),
      sort,
      fc.nat(12),
      async (computes, order, from) => {
        const workspace = await workspaceOf(computes);
        const channels = anyNoun(workspace.client, 'compute');
        for (const query of ['', 'not type:vm', 'in:* or cores>=0']) {
          const whole = await channels.list({ query, sort: order, limit: 1000 });
          const jump = await channels.list({ query, sort: order, from, limit: 3 });
          expect(jump.items).toEqual(whole.items.slice(from, from + 3));
          expect(jump.total).toBe(whole.items.length);
        }
      },
    ),
    { numRuns: 10 },
  );
}, 120_000);
