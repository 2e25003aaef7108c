import { describe, expect, it } from 'vitest';
import type { AuditDiscrepancy } from '../../../../shared/contract/audit-schemas.ts';
import { askedFields, filledTarget, targetDraft } from './target-draft.ts';

const VALUE = { text: '', rackId: null, positionHalfU: null, serial: null };
const LINE: AuditDiscrepancy = {
  key: 'unknown:sn-9',
  kind: 'unknown',
  about: 'device',
  message: '',
  objectId: null,
  noun: null,
  partId: null,
  name: 'SN-9',
  device: null,
  expected: VALUE,
  observed: VALUE,
  now: null,
  changedSince: false,
  agreesNow: false,
  observations: [],
  objectIds: [],
  decisions: ['create', 'ignore'],
  proposal: null,
  target: {},
  names: {},
  needs: [],
  carriedFrom: null,
  resolution: null,
  refusal: null,
};

describe('what is asked before a decision', () => {
  it('is nothing where the proposal says all', () => {
    expect(askedFields('accept', LINE)).toEqual([]);
    expect(askedFields('keep', { ...LINE, needs: ['positionHalfU'] })).toEqual([]);
    expect(askedFields('spares', LINE)).toEqual([]);
    expect(askedFields('spares', { ...LINE, about: 'part', target: { shelf: 'shelf' } })).toEqual([]);
  });
  it('is the unit, and the rack that it is in', () => {
    expect(askedFields('accept', { ...LINE, needs: ['positionHalfU'] })).toEqual(['rack', 'unit']);
  });
  it('is what a new record is made of', () => {
    expect(askedFields('create', LINE)).toContain('name');
    const part = { ...LINE, about: 'part', target: { noun: 'part' } } as const;
    expect(askedFields('create', part)).toEqual(['noun', 'component', 'serial', 'compute', 'slot']);
    expect(askedFields('create', part, 'equipment')).toContain('deviceType');
  });
  it('is the shelf of a part, with what it is where nobody knows that', () => {
    expect(askedFields('spares', { ...LINE, about: 'part', needs: ['component'] })).toEqual(['component', 'shelf']);
  });
  it('is the bay, and the chassis that it is in', () => {
    expect(askedFields('accept', { ...LINE, needs: ['chassis', 'bay'] })).toEqual(['chassis', 'bay']);
  });
});

it('proposes what was read as the serial number of a new record', () => {
  expect(targetDraft(LINE, 'create')).toMatchObject({ noun: 'compute', serial: 'SN-9', name: '' });
});

it('sends only what was asked for and filled in', () => {
  const draft = { ...targetDraft(LINE, 'create'), name: ' web-9 ', bay: 'not asked', rack: 'rack-id' };
  expect(filledTarget(draft, ['name', 'noun', 'serial', 'type', 'rack', 'unit'], 22)).toEqual({
    name: 'web-9',
    noun: 'compute',
    serial: 'SN-9',
    rack: 'rack-id',
    positionHalfU: 22,
  });
});
