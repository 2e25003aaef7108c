import fc from 'fast-check';
import { expect, test } from 'vitest';
import { definitionOf } from '../../../shared/domain/nouns.ts';
import { readQuery } from '../../../shared/rules/query/bind.ts';
import { evaluateExpression, type QueryRecord } from '../../../shared/rules/query/evaluate.ts';
import { anyNoun, type AnyItem, type AnyPage } from '../../testing/any-noun.ts';
import type { TemporaryWorkspace } from '../../testing/temporary-workspace.ts';
import { querySchemaIn } from './query-filter.ts';
import { variedCompute, workspaceOf } from './testing/varied-computes.ts';

const definition = definitionOf('compute');

const term = fc.oneof(
  fc.constantFrom('web', 'ö', '"S-1"', 'x[1]', '"%"', "o'", 'é', '\u212A'),
  fc.constantFrom(
    'name:web*',
    'name=WEB0',
    'name:*[1]*',
    'name:/^w/i',
    'name:/é/',
    'name!=db_1',
    'name:?eb*',
    'name:é*',
  ),
  fc.constantFrom(
    'provider=OVH',
    'provider!=ovh',
    'provider=""',
    'provider!=""',
    'provider:*_*',
    'region:ü*',
    "region:it's",
  ),
  fc.constantFrom(
    'serial:s-1',
    'serial=""',
    'serial:/^S/',
    'state=active',
    'state!=active',
    'state:in*',
    'type:vm,vps',
  ),
  fc.constantFrom('cores>=3', 'cores<3', 'cores=0', 'coresFree>1', 'statedCores=""', 'statedCores>2', 'services=1'),
  fc.constantFrom(
    'monthlyCost>9.99',
    'monthlyCost=10',
    'monthlyCost=""',
    'contractEnd<2027',
    'contractEnd>=2026-12-31',
  ),
  fc.constantFrom(
    'units>0',
    'units=-2.5',
    'units=""',
    'leased=yes',
    'leased=no',
    'seen<2027',
    'contact:äda',
    'contact:a*',
  ),
  fc.constantFrom('tag:env', 'tag:ENV', 'tag:env=web', 'tag:*=é', 'tag:role=""', 'tag:/^e/=w*'),
  fc.constantFrom('in:R1', 'in:é3', 'in:Paris', 'in:hall', 'in:b*', 'runs:shop', 'runs:*', 'status:maintenance'),
  fc.constantFrom('rack=R1', 'site:p*', 'rack=""', 'room!=Hall', 'services>0', 'deviceType=""'),
);

const { query } = fc.letrec<{ query: string }>((tie) => ({
  query: fc.oneof(
    { maxDepth: 3 },
    term,
    fc.tuple(tie('query'), fc.constantFrom(' ', ' and ', ' or '), tie('query')).map((parts) => `(${parts.join('')})`),
    tie('query').map((inner) => `not (${inner})`),
  ),
}));

/** The fields of a row as plain values, references by name, custom values by kind. */
function valuesOf({ record, derived, custom }: AnyItem, { references }: AnyPage): QueryRecord['values'] {
  const stored = definition.fieldList.map(({ key, meta }) => {
    const value = record[key] as string | number | boolean | null;
    if (value === null) return [key, null] as const;
    if (meta.kind === 'reference') return [key, references[String(value)] ?? null] as const;
    return [key, meta.kind === 'money' ? Number(value) : value] as const;
  });
  const own = Object.entries(custom).map(([key, value]) => {
    const read = { units: () => Number(value), leased: () => value === 'yes' }[key];
    return [`custom.${key}`, value === null ? null : read ? read() : value] as const;
  });
  return { ...Object.fromEntries(stored), ...derived, ...Object.fromEntries(own) };
}

/** What each compute is, as the plain evaluator reads it. */
async function records({ client, session }: TemporaryWorkspace): Promise<Map<string, QueryRecord>> {
  const page = await anyNoun(client, 'compute').list({ limit: 1000 });
  const places = session.read.prepare<[string], string>(
    `SELECT value FROM placement JOIN rack ON rack.id = rack_id JOIN room ON room.id = room_id JOIN site ON site.id = site_id,
       json_each(json_array(rack.name, room.name, site.name)) WHERE object_id = ?`,
  );
  return new Map(
    page.items.map((item) => {
      const text = (key: string) => (typeof item.record[key] === 'string' ? [item.record[key]] : []);
      return [
        item.record.id,
        {
          values: valuesOf(item, page),
          searchText: ['name', 'serial', 'assetTag'].flatMap(text),
          tags: Object.entries(item.tags).map(([key, value]) => ({ key, value })),
          memberships: {
            in: places.pluck().all(item.record.id),
            runs: item.derived['services'] === 1 ? ['Shop'] : [],
            type: text('type'),
            status: text('state'),
          },
        },
      ];
    }),
  );
}

test('a filtered list holds exactly the rows that the plain evaluator accepts', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(variedCompute, { minLength: 1, maxLength: 14 }),
      fc.array(query, { minLength: 60, maxLength: 60 }),
      async (computes, queries) => {
        const workspace = await workspaceOf(computes);
        const known = await records(workspace);
        for (const text of queries) {
          const outcome = readQuery(text, querySchemaIn(workspace.session.read, definition));
          if (!outcome.ok) throw new Error(`${text}: ${outcome.failures[0]?.message}`);
          const { items, total } = await anyNoun(workspace.client, 'compute').list({ query: text, limit: 1000 });
          const wanted = [...known].filter(([, record]) => evaluateExpression(outcome.value, record)).map(([id]) => id);
          expect({ text, ids: items.map(({ record }) => record.id).toSorted() }).toEqual({
            text,
            ids: wanted.toSorted(),
          });
          expect(total).toBe(wanted.length);
        }
      },
    ),
    { numRuns: 8 },
  );
}, 120_000);
