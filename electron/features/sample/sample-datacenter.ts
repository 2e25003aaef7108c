import { assignments } from './assignments.ts';
import { bareMetal, bareMetalPlacements } from './bare-metal.ts';
import { components, deviceTypes } from './catalogue.ts';
import { vmComputes, vpsComputes } from './cloud-computes.ts';
import { customFields } from './custom-fields.ts';
import { equipmentPlacements, equipmentRows } from './equipment.ts';
import { componentAssignments } from './fittings.ts';
import { journalRows } from './journal.ts';
import { networkRows } from './network.ts';
import { reservationRows } from './reservations.ts';
import type { SampleRow } from './sample-row.ts';
import { services } from './services.ts';
import { places } from './sites.ts';

/**
 * The sample datacenter, the same rows at every call, parents before the rows that refer to them: two sites, 24 racks,
 * 400 computes, 60 pieces of equipment, 42 services of which six fit nowhere, two overbooked computes, the network, units held
 * in three racks, and a few entries of the journal.
 */
export function sampleDatacenter(): SampleRow[] {
  const metal = bareMetal();
  const virtual = [...vpsComputes(), ...vmComputes(metal)];
  const running = assignments(metal, virtual);
  return [
    ...places(),
    ...deviceTypes(),
    ...metal.map(({ row }) => row),
    ...virtual,
    ...equipmentRows(),
    ...equipmentPlacements(),
    ...bareMetalPlacements(metal),
    ...components(),
    ...componentAssignments(metal),
    ...services(),
    ...running,
    ...networkRows(metal, running),
    ...customFields(metal),
    ...reservationRows(),
    ...journalRows(),
  ];
}
