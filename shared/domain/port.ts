import { defineNoun, type FieldProblem, type RowOf } from './noun.ts';
import { choice, defaulting, flag, integer, multiline, optional, reference, text } from './field.ts';

export const PORT_KINDS = [
  { value: 'interface', label: 'Network interface' },
  { value: 'console-port', label: 'Console port' },
  { value: 'console-server-port', label: 'Console server port' },
  { value: 'power-port', label: 'Power inlet' },
  { value: 'power-outlet', label: 'Power outlet' },
  { value: 'front-port', label: 'Front port' },
  { value: 'rear-port', label: 'Rear port' },
  { value: 'power-feed', label: 'Power feed of a rack' },
  { value: 'circuit-termination', label: 'Circuit handover at a site' },
] as const;

export type PortKind = (typeof PORT_KINDS)[number]['value'];

export const FEED_LEGS = [
  { value: 'A', label: 'Phase A' },
  { value: 'B', label: 'Phase B' },
  { value: 'C', label: 'Phase C' },
] as const;

const MAC = /^[0-9a-f]{2}([:-]?[0-9a-f]{2}){5}$|^[0-9a-f]{4}(\.[0-9a-f]{4}){2}$/i;

/** The twelve hexadecimal digits of a MAC address in any usual notation, or null. */
export function macDigits(text: string): string | null {
  const written = text.trim();
  return MAC.test(written) ? written.replaceAll(/[^0-9a-f]/gi, '').toLowerCase() : null;
}

function checkPort(row: Record<string, unknown>): FieldProblem[] {
  const mac = row['mac'];
  if (typeof mac !== 'string' || macDigits(mac) !== null) return [];
  const allowed = 'twelve hexadecimal digits, for example 3c:fd:fe:a1:b2:c3';
  return [{ path: 'mac', message: `MAC address "${mac}" is not one; write ${allowed}.`, value: mac, allowed }];
}

/** A socket of a device, a feed of a rack, or a carrier's handover at a site: what a cable can end on. */
export const port = defineNoun({
  noun: 'port',
  label: 'Port',
  plural: 'Ports',
  help: 'An interface, console, power, front or rear port that a cable can end on.',
  table: 'port',
  naturalKey: ['objectId', 'kind', 'name'],
  check: checkPort,
  fields: {
    objectId: reference('portHolder', { label: 'On', onDelete: 'owned', columnWidth: 180, columnShown: true }),
    kind: choice(PORT_KINDS, { label: 'Kind', columnWidth: 150, columnShown: true }),
    name: text({ label: 'Name', max: 200, columnWidth: 160, columnShown: true, searched: true }),
    label: optional(text({ label: 'Label', max: 200, help: 'As printed on the device', columnWidth: 120 })),
    type: optional(
      text({
        label: 'Type',
        max: 100,
        completed: true,
        bulkEditable: true,
        help: 'For example 10gbase-x-sfpp, iec-60320-c14',
        columnWidth: 150,
        columnShown: true,
      }),
    ),
    number: optional(
      integer({
        label: 'Number',
        min: 1,
        max: 100_000,
        help: 'Counted per kind, from 1',
        columnWidth: 80,
        columnShown: true,
      }),
    ),
    mac: optional(
      text({
        label: 'MAC address',
        max: 20,
        columnWidth: 150,
        columnShown: true,
        searched: true,
        section: 'Network',
      }),
    ),
    vlan: optional(
      integer({
        label: 'VLAN',
        ungrouped: true,
        min: 1,
        max: 4094,
        bulkEditable: true,
        help: 'Untagged VLAN',
        columnWidth: 80,
        columnShown: true,
        section: 'Network',
      }),
    ),
    speedMbps: optional(
      integer({
        label: 'Speed in Mbit/s',
        min: 1,
        max: 10_000_000,
        bulkEditable: true,
        columnWidth: 120,
        section: 'Network',
      }),
    ),
    managementOnly: defaulting(flag({ label: 'Management only', bulkEditable: true, section: 'Network' }), false),
    markConnected: defaulting(
      flag({ label: 'In use without a cable', bulkEditable: true, help: 'Taken, but its cable is not recorded' }),
      false,
    ),
    maximumDrawWatts: optional(
      integer({ label: 'Highest draw', unit: 'W', max: 1_000_000, bulkEditable: true, section: 'Power' }),
    ),
    allocatedDrawWatts: optional(
      integer({ label: 'Planned draw', unit: 'W', max: 1_000_000, bulkEditable: true, section: 'Power' }),
    ),
    feedLeg: optional(choice(FEED_LEGS, { label: 'Phase', bulkEditable: true, columnWidth: 90, section: 'Power' })),
    innerPortId: optional(
      reference('port', {
        label: 'Leads inside to',
        onDelete: 'clear',
        help: 'The rear port behind a front port, or the inlet behind an outlet',
        section: 'Inside',
      }),
    ),
    innerPosition: optional(integer({ label: 'Position in the rear port', min: 1, max: 1024, section: 'Inside' })),
    positions: defaulting(
      integer({
        label: 'Positions',
        min: 1,
        max: 1024,
        help: 'Front ports that a rear port carries',
        section: 'Inside',
      }),
      1,
    ),
    notes: optional(multiline({ label: 'Notes' })),
  },
});

export type Port = RowOf<typeof port>;
