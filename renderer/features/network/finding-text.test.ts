import { expect, it } from 'vitest';
import { addressFindings, codeCounts, findingTone, portFindings } from './finding-text.ts';

it('leads to what a finding is about', () => {
  const [address] = addressFindings([
    { code: 'NO_PRIMARY', message: 'web-1 has none.', noun: 'compute', id: 'c1', otherId: null },
  ]);
  expect(address).toMatchObject({ part: 'Addresses', href: '#/compute/c1' });
  const [port] = portFindings([{ code: 'OTHER_COMPUTE', message: 'NAT', portAssignmentId: 'p1' }]);
  expect(port?.href).toBe('#/network/portAssignment?open=p1');
});

it('tells what is odd from what is wrong', () => {
  expect([findingTone('OTHER_COMPUTE'), findingTone('GATEWAY_ASSIGNED')]).toEqual(['neutral', 'attention']);
});

it('counts kinds, the most first', () => {
  const found = (code: 'OVERLAP' | 'DUPLICATE') => ({ code, message: '', noun: 'ipAddress', id: 'x', otherId: null });
  const findings = addressFindings([found('DUPLICATE'), found('OVERLAP'), found('OVERLAP')]);
  expect(codeCounts(findings)).toEqual([
    { code: 'OVERLAP', count: 2 },
    { code: 'DUPLICATE', count: 1 },
  ]);
});
