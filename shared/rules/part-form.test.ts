import { describe, expect, test } from 'vitest';
import type { ComponentType } from '../domain/component.ts';
import type { Slot } from '../domain/slot.ts';
import { isProposed, memoryGeneration, memoryOfSockets, partForm } from './part-form.ts';
import { canonicalForm, canonicalForms } from './part-names.ts';
import { narrowSlots } from './slot-narrowing.ts';

test.each([
  ['DDR5', 'DDR5'],
  ['32 GB DDR5-4800 RDIMM', 'DDR5'],
  ['ddr 4', 'DDR4'],
  ['PC4-25600', 'DDR4'],
  ['PC3L-12800R', 'DDR3'],
  ['PC2700', null],
  ['RDIMM', null],
  [4800, null],
])('the generation of memory in %j is %j', (text, generation) => {
  expect(memoryGeneration(text)).toBe(generation);
});

test('forms are compared in one spelling', () => {
  expect(canonicalForms('FCLGA4677, Socket LGA 4189')).toEqual(['lga4677', 'lga4189']);
  expect(['2.5"', '2.5 inch', '2.5-inch', '2.5in', 'SFF'].map(canonicalForm)).toEqual(Array(5).fill('2.5"'));
  expect(['LFF', '3.5”', 'M.2 2280', 'SO-DIMM'].map(canonicalForm)).toEqual(['3.5"', '3.5"', 'm.22280', 'so-dimm']);
});

test('CPUs of a socket name the memory they run with, where there is one', () => {
  expect(memoryOfSockets('LGA4677')).toBe('DDR5');
  expect(memoryOfSockets('SP3')).toBe('DDR4');
  expect(memoryOfSockets('LGA4189, LGA4677')).toBeNull();
  expect(memoryOfSockets('LGA1700')).toBeNull();
});

test('a component says what it is made as under the keys of its type', () => {
  expect(partForm('cpu', { sockets: 'LGA4677' }, 'Xeon')).toEqual({ form: 'LGA4677', generation: null });
  expect(partForm('ram', { form: 'RDIMM', type: 'DDR4' }, 'DDR5 by name')).toEqual({
    form: 'RDIMM',
    generation: 'DDR4',
  });
  expect(partForm('ram', {}, '32 GB DDR5-4800')).toEqual({ form: null, generation: 'DDR5' });
  expect(partForm('storage', { form_factor: 'M.2 2280' }, 'DDR5 disk')).toEqual({ form: 'M.2 2280', generation: null });
});

const part = (componentType: ComponentType, form: string | null = null, generation: string | null = null) => {
  return { name: 'part', componentType, form, generation };
};
const slot = (kind: Slot['kind'], fits?: Slot['fits']): Slot => ({ name: 'slot', kind, ...(fits ? { fits } : {}) });

describe('a part is proposed for a slot', () => {
  test.each<[string, boolean, Slot, ReturnType<typeof part>]>([
    ['a CPU for its socket', true, slot('cpu', { forms: ['LGA4677'] }), part('cpu', 'FCLGA4677')],
    ['no CPU for another socket', false, slot('cpu', { forms: ['LGA4677'] }), part('cpu', 'LGA4189')],
    ['a CPU of unknown socket', true, slot('cpu', { forms: ['LGA4677'] }), part('cpu')],
    ['DDR5 for a DDR5 slot', true, slot('dimm', { generations: ['DDR5'] }), part('ram', 'RDIMM', 'DDR5')],
    ['no DDR4 for a DDR5 slot', false, slot('dimm', { generations: ['DDR5'] }), part('ram', 'RDIMM', 'DDR4')],
    ['no UDIMM where RDIMM goes', false, slot('dimm', { forms: ['RDIMM'] }), part('ram', 'UDIMM', 'DDR5')],
    ['a 2.5" disk for a bay', true, slot('bay'), part('storage', '2.5"')],
    ['no 3.5" disk for a 2.5" bay', false, slot('bay', { forms: ['2.5"'] }), part('storage', '3.5"')],
    ['no M.2 disk for a bay', false, slot('bay'), part('storage', 'M.2 2280')],
    ['an M.2 disk for its slot', true, slot('m2'), part('storage', 'M.2 2280')],
    ['no 2.5" disk for an M.2 slot', false, slot('m2'), part('storage', '2.5"')],
    ['a card disk for PCIe', true, slot('pcie'), part('storage', 'AIC HHHL')],
    ['no bare disk for PCIe', false, slot('pcie'), part('storage', '2.5"')],
    ['a GPU for PCIe', true, slot('pcie'), part('gpu')],
    ['no GPU where only network cards go', false, slot('pcie', { types: ['nic'] }), part('gpu')],
    ['nothing for a slot of unknown kind', false, slot('other'), part('gpu')],
  ])('%s', (_, proposed, into, what) => {
    expect(isProposed(into, what)).toBe(proposed);
  });
});

describe('slots that declare nothing take what the machine shows', () => {
  const undeclared = [slot('cpu'), slot('dimm'), slot('bay'), slot('m2')];

  test('the socket and form of what is fitted, and the generation of its memory', () => {
    const fitted = [part('cpu', 'LGA4189'), part('ram', 'RDIMM', 'DDR4'), part('storage', '2.5"')];
    expect(narrowSlots(undeclared, fitted).map(({ fits }) => fits)).toEqual([
      { forms: ['LGA4189'] },
      { forms: ['RDIMM'], generations: ['DDR4'] },
      { forms: ['2.5"'] },
      undefined,
    ]);
  });

  test('memory that runs with the CPUs where no memory is fitted', () => {
    expect(narrowSlots([slot('dimm')], [part('cpu', 'SP5')])[0]?.fits).toEqual({ generations: ['DDR5'] });
  });

  test('and stay as declared, or open where nothing is known', () => {
    const declared = [slot('cpu', { forms: ['SP5'] }), slot('dimm', { generations: ['DDR5'] })];
    expect(narrowSlots(declared, [part('cpu', 'SP3'), part('ram', null, 'DDR4')])).toEqual(declared);
    expect(narrowSlots(undeclared, [part('cpu'), part('ram')])).toEqual(undeclared);
  });
});
