import { describe, expect, it } from 'vitest';
import { definitionOf } from '../../../shared/domain/nouns.ts';
import { draftOver, keyTyped, upsertOver } from './existing-row.ts';
import { emptyDraft } from './form-values.ts';

const rule = definitionOf('firewallRule');
const address = definitionOf('ipAddress');

describe('keyTyped', () => {
  it('is there once every part of the key can be read', () => {
    expect(keyTyped(rule, emptyDraft(rule))).toBeNull();
    expect(keyTyped(rule, { ...emptyDraft(rule), name: 'ssh' })).toEqual({ name: 'ssh' });
  });

  it('waits until what is typed is an address', () => {
    expect(keyTyped(address, { ...emptyDraft(address), address: '10.0.0.' })).toBeNull();
    expect(keyTyped(address, { ...emptyDraft(address), address: '10.0.0.1' })).toEqual({
      address: '10.0.0.1',
      vrfId: null,
    });
  });
});

describe('a row on record under what is typed', () => {
  const ssh = {
    id: '1',
    name: 'ssh',
    action: 'DENY',
    protocol: 'tcp',
    source: '10.0.0.0/8',
    destination: 'any',
    portStart: 22,
    portEnd: 0,
    priority: 50,
    description: null,
  };

  it('shows its own values but for what was typed and the key as typed', () => {
    const typed = { ...emptyDraft(rule), name: 'SSH', priority: '100' };
    expect(draftOver(rule, ssh, typed, new Set(['name', 'priority']))).toMatchObject({
      name: 'SSH',
      action: 'DENY',
      source: '10.0.0.0/8',
      portStart: '22',
      priority: '100',
    });
  });

  it('is given the fields that differ, by its key as it is on record', () => {
    const { id: _id, ...record } = ssh;
    expect(upsertOver(rule, ssh, { ...record, name: 'SSH', priority: 100 })).toEqual({ name: 'ssh', priority: 100 });
  });
});
