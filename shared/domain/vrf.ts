import { multiline, optional, text, written } from './field.ts';
import { defineNoun, type RowOf } from './noun.ts';

/** The VRF of everything that names none; it has no row. */
export const DEFAULT_VRF = 'default';

export const vrf = defineNoun({
  noun: 'vrf',
  label: 'VRF',
  plural: 'VRFs',
  help: 'A routing table of its own: the same address may exist once in each. Without one, the default VRF is meant.',
  table: 'vrf',
  names: { family: 'vrf' },
  naturalKey: ['name'],
  tagged: true,
  fields: {
    name: text({ label: 'Name', max: 64, columnWidth: 180, columnShown: true, searched: true }),
    routeDistinguisher: optional(
      written((value) => (/^[\d.]{1,15}:\d{1,10}$/.test(value) ? value : null), {
        label: 'Route distinguisher',
        form: 'a route distinguisher such as 65000:1',
        max: 32,
        columnWidth: 150,
        columnShown: true,
      }),
    ),
    description: optional(multiline({ label: 'Description', max: 4000, columnWidth: 520, columnShown: true })),
  },
  check: (record) => {
    const name = String(record['name']);
    if (name.toLowerCase() !== DEFAULT_VRF) return [];
    const message = 'The default VRF needs no row: whatever names no VRF is in it.';
    return [{ path: 'name', message, value: name, allowed: 'another name than default' }];
  },
});

export type Vrf = RowOf<typeof vrf>;
