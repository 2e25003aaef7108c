import type { Choice } from './field.ts';

/** How closely a device is looked at: it was seen in its place, or its parts were read too. */
export const AUDIT_LEVELS = [
  { value: 'presence', label: 'Presence' },
  { value: 'serial', label: 'Serial numbers' },
] as const satisfies readonly Choice[];

export type AuditLevel = (typeof AUDIT_LEVELS)[number]['value'];

export const AUDIT_STATUSES = [
  { value: 'open', label: 'Open', tone: 'info' },
  { value: 'paused', label: 'Paused', tone: 'neutral' },
  { value: 'signed', label: 'Signed', tone: 'good' },
] as const satisfies readonly Choice[];

export type AuditStatus = (typeof AUDIT_STATUSES)[number]['value'];

/** What a scan turned out to be, said at once. */
export const OBSERVATION_CLASSES = [
  { value: 'here', label: 'Here', tone: 'good' },
  { value: 'moved', label: 'Moved', tone: 'attention' },
  { value: 'wrong-slot', label: 'Wrong unit or slot', tone: 'attention' },
  { value: 'unknown', label: 'Unknown', tone: 'bad' },
  { value: 'several', label: 'Several records fit', tone: 'info' },
  { value: 'already-seen', label: 'Already seen', tone: 'neutral' },
  { value: 'out-of-scope', label: 'Out of scope', tone: 'neutral' },
] as const satisfies readonly Choice[];

export type ObservationClass = (typeof OBSERVATION_CLASSES)[number]['value'];

/** What an auditor did: read something, ticked it by hand, went to a place, or ended a rack. */
export const OBSERVATION_KINDS = [
  { value: 'scan', label: 'Scan' },
  { value: 'tick', label: 'Tick by hand' },
  { value: 'place', label: 'Place' },
  { value: 'finished', label: 'Rack finished' },
  { value: 'reopened', label: 'Rack opened again' },
] as const satisfies readonly Choice[];

export type ObservationKind = (typeof OBSERVATION_KINDS)[number]['value'];

export const OBSERVATION_SOURCES = [
  { value: 'scanner', label: 'Scanner' },
  { value: 'typed', label: 'Typed' },
  { value: 'paste', label: 'Pasted' },
  { value: 'file', label: 'File' },
  { value: 'camera', label: 'Camera' },
  { value: 'hand', label: 'By hand' },
  { value: 'paper', label: 'From paper' },
] as const satisfies readonly Choice[];

export type ObservationSource = (typeof OBSERVATION_SOURCES)[number]['value'];

/** What of a record a text matched. */
export const MATCHED_BY = [
  { value: 'serial', label: 'Serial number' },
  { value: 'assetTag', label: 'Asset tag' },
  { value: 'name', label: 'Name' },
  { value: 'mac', label: 'MAC address' },
  { value: 'link', label: 'Our QR code' },
  { value: 'hand', label: 'By hand' },
] as const satisfies readonly Choice[];

export type MatchedBy = (typeof MATCHED_BY)[number]['value'];

export const DISCREPANCY_KINDS = [
  { value: 'moved', label: 'Moved', tone: 'attention' },
  { value: 'wrong-slot', label: 'Wrong unit or slot', tone: 'attention' },
  { value: 'missing', label: 'Missing', tone: 'bad' },
  { value: 'unknown', label: 'Unknown', tone: 'bad' },
  { value: 'duplicate-serial', label: 'Duplicate serial number', tone: 'attention' },
  { value: 'changed-serial', label: 'Changed serial number', tone: 'attention' },
] as const satisfies readonly Choice[];

export type DiscrepancyKind = (typeof DISCREPANCY_KINDS)[number]['value'];

export const DECISIONS = [
  { value: 'accept', label: 'Accept', tone: 'good' },
  { value: 'keep', label: 'Keep record', tone: 'neutral' },
  { value: 'create', label: 'Create', tone: 'good' },
  { value: 'renumber', label: 'Change number', tone: 'info' },
  { value: 'spares', label: 'To spares', tone: 'info' },
  { value: 'missing', label: 'Mark missing', tone: 'bad' },
  { value: 'ignore', label: 'Ignore', tone: 'neutral' },
  { value: 'carry-over', label: 'Carry over', tone: 'attention' },
] as const satisfies readonly Choice[];

export type Decision = (typeof DECISIONS)[number]['value'];

/** Decisions that say nothing without a reason. */
export const NEEDS_REASON: ReadonlySet<Decision> = new Set(['ignore', 'carry-over']);
