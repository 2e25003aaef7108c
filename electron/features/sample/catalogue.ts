import { ACCELERATORS, MEMORY, PROCESSORS } from './catalogue-compute.ts';
import type { ComponentDraft } from './catalogue-draft.ts';
import { CONTROLLERS, NETWORK_CARDS, OPERATING_SYSTEMS, POWER_SUPPLIES } from './catalogue-other.ts';
import { DISKS } from './catalogue-storage.ts';
import { EQUIPMENT_TYPES } from './equipment-types.ts';
import { sampleRow, type SampleRow } from './sample-row.ts';
import { SERVER_TYPES } from './server-types.ts';

const CATALOGUE = {
  ...PROCESSORS,
  ...MEMORY,
  ...ACCELERATORS,
  ...DISKS,
  ...NETWORK_CARDS,
  ...POWER_SUPPLIES,
  ...OPERATING_SYSTEMS,
  ...CONTROLLERS,
};

export type PartName = keyof typeof CATALOGUE;

export const PARTS: Readonly<Record<PartName, ComponentDraft>> = CATALOGUE;

export function deviceTypes(): SampleRow[] {
  const drafts = Object.entries({ ...SERVER_TYPES, ...EQUIPMENT_TYPES });
  return drafts.map(([name, draft]) => sampleRow('deviceType', name, draft));
}

export function components(): SampleRow[] {
  return Object.entries(PARTS).map(([name, draft]) => sampleRow('component', name, draft));
}
