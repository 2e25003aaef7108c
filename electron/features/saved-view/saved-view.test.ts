import { expect, test } from 'vitest';
import { refusalOf } from '../../testing/failures.ts';
import { temporaryWorkspace } from '../../testing/temporary-workspace.ts';

test('a view keeps a query, an order and columns under a name of its list', async () => {
  const { client } = temporaryWorkspace();
  const layout = {
    columns: ['name', 'coresFree'],
    widths: { name: 200 },
    sort: [{ key: 'coresFree', descending: true }],
  };
  await client.savedView.create({ record: { noun: 'compute', name: 'Roomy', query: 'coresFree>8', layout } });
  await client.savedView.create({ record: { noun: 'rack', name: 'Roomy' } });
  expect((await client.savedView.list({ query: 'noun=compute' })).items[0]?.record).toMatchObject({
    name: 'Roomy',
    layout,
  });
  const again = client.savedView.create({ record: { noun: 'compute', name: 'roomy' } });
  expect((await refusalOf(again)).code).toBe('E_DUPLICATE');
});

test('a view of no list, with a query or an order that no list takes, is refused', async () => {
  const { client } = temporaryWorkspace();
  const refused = async (record: Parameters<typeof client.savedView.create>[0]['record']) =>
    refusalOf(client.savedView.create({ record }));
  expect((await refused({ noun: 'toaster', name: 'x' })).message).toContain('List of must be a noun');
  expect((await refused({ noun: 'compute', name: 'x', query: 'cores >' })).code).toBe('E_EXPR_SYNTAX');
  const layout = { sort: [{ key: 'colour' }] };
  expect((await refused({ noun: 'compute', name: 'x', layout })).message).toBe(
    'Computes cannot be sorted by "colour".',
  );
});
