import { expect, test } from 'vitest';
import { expandPorts } from './port-range.ts';

test.each([
  ['Gi1/0/[1-3]', ['Gi1/0/1', 'Gi1/0/2', 'Gi1/0/3']],
  ['[1-2,7]', ['1', '2', '7']],
  ['eth0, eth1', ['eth0', 'eth1']],
  ['[3-1]', ['3', '2', '1']],
  ['port[08-10]', ['port08', 'port09', 'port10']],
  ['Gi[1-2]/[1-2]', ['Gi1/1', 'Gi1/2', 'Gi2/1', 'Gi2/2']],
  ['PSU1', ['PSU1']],
])('%s stands for %j', (pattern, names) => {
  expect(expandPorts(pattern)).toEqual({ ok: true, value: names });
});

test.each([
  ['', 'not understood'],
  ['eth0,,eth1', 'not understood'],
  ['eth[1-', 'not understood'],
  ['eth]1', 'not understood'],
  ['eth[a-b]', 'not understood'],
  ['eth0, eth0', "'eth0' is named twice"],
  ['[1-4]/[1-9999]', 'more than 10000'],
  ['[1-999999]', 'more than 10000'],
])('%j is refused: %s', (pattern, why) => {
  const reading = expandPorts(pattern);
  expect(reading.ok ? '' : reading.message).toContain(why);
});
