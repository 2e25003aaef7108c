import { z } from 'zod';
import { MATCHED_BY, OBSERVATION_CLASSES, OBSERVATION_KINDS, OBSERVATION_SOURCES } from './audit-words.ts';
import { choice, defaulting, integer, json, multiline, optional, reference, text, timestamp } from './field.ts';
import { defineNoun, type RowOf } from './noun.ts';

/**
 * What an auditor saw, in the order it was seen. It names devices and racks by their ids without referring to them, because
 * what was seen stays seen when a record goes.
 */
export const observation = defineNoun({
  noun: 'observation',
  label: 'Observation',
  plural: 'Observations',
  help: 'One scan, tick or step of an audit: what, where, when and by whom.',
  table: 'observation',
  nameOf: (record) => (typeof record['raw'] === 'string' ? record['raw'] : null),
  naturalKey: [],
  fields: {
    sessionId: reference('auditSession', { label: 'Audit session', onDelete: 'owned', columnWidth: 200 }),
    kind: defaulting(choice(OBSERVATION_KINDS, { label: 'Kind', readOnly: true, columnWidth: 110 }), 'scan'),
    raw: multiline({ label: 'Read', max: 4000, readOnly: true, columnWidth: 180, columnShown: true }),
    source: defaulting(choice(OBSERVATION_SOURCES, { label: 'Source', readOnly: true, columnWidth: 100 }), 'scanner'),
    at: optional(timestamp({ label: 'Time', readOnly: true, columnWidth: 150, columnShown: true })),
    auditor: optional(text({ label: 'Auditor', max: 200, readOnly: true, columnWidth: 130, columnShown: true })),
    class: optional(
      choice(OBSERVATION_CLASSES, { label: 'Class', readOnly: true, columnWidth: 130, columnShown: true }),
    ),
    rackId: optional(text({ label: 'Rack', max: 64, readOnly: true })),
    positionHalfU: optional(integer({ label: 'Position', unit: 'halfU', max: 119, readOnly: true })),
    bay: optional(text({ label: 'Bay', max: 100, readOnly: true })),
    objectId: optional(text({ label: 'Device', max: 64, readOnly: true })),
    partId: optional(text({ label: 'Part', max: 64, readOnly: true })),
    /** At level serial: the device whose parts were being read. */
    inDeviceId: optional(text({ label: 'Read in', max: 64, readOnly: true })),
    matchedBy: optional(choice(MATCHED_BY, { label: 'Matched by', readOnly: true, columnWidth: 110 })),
    /** Ids of the devices that fit, where several do; one of them is chosen later. */
    candidates: defaulting(json(z.array(z.string()), { label: 'Candidates', readOnly: true }), []),
    /** What the device was called and where it was recorded when it was seen. */
    called: optional(text({ label: 'Device name', max: 300, readOnly: true, columnWidth: 180, columnShown: true })),
    recordedAt: optional(
      multiline({ label: 'Recorded at', max: 1000, readOnly: true, columnWidth: 220, columnShown: true }),
    ),
  },
});

export type Observation = RowOf<typeof observation>;
