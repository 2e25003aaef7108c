import { describe, expect, it } from 'vitest';
import { definitionOf, NOUNS } from '../../../shared/domain/nouns.ts';
import { Unreadable, changedFields, draftOf, emptyDraft, readDraft } from './form-values.ts';

const compute = definitionOf('compute');
const service = definitionOf('service');

function problemsOf(reading: ReturnType<typeof readDraft>): readonly string[] {
  return reading.ok ? [] : reading.problems.map((problem) => problem.message);
}

describe('emptyDraft', () => {
  it('is filled with the defaults of the definition and with what is given', () => {
    const draft = emptyDraft(compute, { name: 'db-1' });
    expect(draft).toMatchObject({ name: 'db-1', type: 'baremetal', state: 'active', owner: '' });
  });
});

describe('readDraft', () => {
  it('reads amounts with their units', () => {
    const reading = readDraft(compute, {
      ...emptyDraft(compute, { name: 'vm-1' }),
      statedMemoryMb: '64 GB',
      monthlyCost: '1,250.5',
    });
    expect(reading).toMatchObject({
      ok: true,
      record: { statedMemoryMb: 64 * 1024, monthlyCost: '1250.50', owner: null },
    });
  });

  it('names every field that is wrong', () => {
    const messages = problemsOf(readDraft(compute, { ...emptyDraft(compute), statedMemoryMb: 'much' }));
    expect(messages).toHaveLength(2);
    expect(messages[0]).toBe('Name must not be empty.');
    expect(messages[1]).toContain("Stated memory 'much' is not understood");
  });

  it('refuses what an editor could not read', () => {
    const draft = {
      ...emptyDraft(service, { name: 'api' }),
      placement: new Unreadable('{', 'Placement rules are not JSON.'),
    };
    expect(problemsOf(readDraft(service, draft))).toEqual(['Placement rules are not JSON.']);
  });

  it('runs the rule over several fields', () => {
    const draft = { ...emptyDraft(service, { name: 'api' }), minSpec: { cores: 8 }, maxSpec: { cores: 4 } };
    expect(problemsOf(readDraft(service, draft))).toEqual([
      'Maximum cores must be at least the minimum 8; 4 was given.',
    ]);
  });
});

describe('changedFields', () => {
  it('is empty after reading back an untouched row', () => {
    const whole = NOUNS.compute.schema.parse({ name: 'db-1', statedMemoryMb: 65_536, monthlyCost: '10.00' });
    const reading = readDraft(compute, draftOf(compute, whole));
    expect(reading.ok && changedFields(whole, reading.record)).toEqual({});
  });
});
