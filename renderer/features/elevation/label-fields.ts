import { typeLabel, type DeviceFact } from './device-fact.ts';

export const LABEL_FIELDS = [
  { value: 'name', label: 'Name' },
  { value: 'type', label: 'Type' },
  { value: 'model', label: 'Device type' },
  { value: 'owner', label: 'Owner' },
  { value: 'role', label: 'Role' },
  { value: 'serial', label: 'Serial number' },
  { value: 'assetTag', label: 'Asset tag' },
] as const;

export type LabelField = (typeof LABEL_FIELDS)[number]['value'];

export function isLabelField(text: string | undefined): text is LabelField {
  return LABEL_FIELDS.some(({ value }) => value === text);
}

/** What is written on a device; a dash where the field is empty, so that an empty field is not taken for another one. */
export function labelOf(fact: DeviceFact, field: LabelField): string {
  if (field === 'type') return typeLabel(fact.type);
  return fact[field] ?? '–';
}
