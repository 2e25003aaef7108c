import { expect, test } from 'vitest';
import { applyAssignment, removeCompute, setState, setTags, setTotal } from './columns-change.ts';
import { columnsFingerprint } from './columns-fingerprint.ts';
import { snapshotColumns } from './columns.ts';
import { aCompute, aFleet, booked } from './testing/builders.ts';

const COMPUTES = ['a', 'b', 'c'].map((name) => aCompute(name, { cores: 16 }, { tags: { zone: name } }));
const web = (computeId: string, quantity: number) => booked(computeId, { cores: 2 }, { serviceId: 'web', quantity });
const fleet = () => aFleet(COMPUTES, [web('a', 1), web('b', 2), booked('b', { cores: 4 })]);

test('a snapshot stays as it was, whatever becomes of the fleet; the fleet becomes what it would without one', () => {
  const [watched, alone] = [fleet(), fleet()];
  const snapshot = snapshotColumns(watched);
  const before = columnsFingerprint(snapshot);
  for (const columns of [watched, alone]) {
    const two = { quantity: 2, allocated: { cores: 3 } };
    applyAssignment(columns, { serviceId: 'web', computeId: 'a', before: null, after: two });
    applyAssignment(columns, { serviceId: 'web', computeId: 'c', before: null, after: two });
    removeCompute(columns, 'b');
    setState(columns, 'c', 'maintenance');
    setTags(columns, 'a', { zone: 'z' });
    setTotal(columns, 'a', { cores: 32 });
  }
  expect(columnsFingerprint(snapshot)).toBe(before);
  expect(columnsFingerprint(watched)).toBe(columnsFingerprint(alone));
});

test('what a snapshot tries out does not reach the fleet', () => {
  const columns = fleet();
  const before = columnsFingerprint(columns);
  const snapshot = snapshotColumns(columns);
  applyAssignment(snapshot, { serviceId: 'web', computeId: 'a', before: null, after: null });
  expect(columnsFingerprint(columns)).toBe(before);
});
