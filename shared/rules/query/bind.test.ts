import { describe, expect, it } from 'vitest';
import { readQuery } from './bind.ts';
import { computeSchema, thingSchema } from './test-schema.ts';

function bound(text: string) {
  const outcome = readQuery(text, computeSchema);
  if (!outcome.ok) throw new Error(outcome.failures[0]?.message);
  return outcome.value;
}

function failuresOf(text: string, schema = computeSchema) {
  const outcome = readQuery(text, schema);
  return outcome.ok ? [] : outcome.failures;
}

describe('names', () => {
  it.each(['cores=4', 'CORES=4', '"Cores"=4'])('%s is the field cores', (text) => {
    expect(bound(text)).toEqual({ kind: 'number', field: 'cores', operator: '=', value: 4 });
  });

  it.each(['contractEnd<2027', 'contract_end<2027', 'contractend<2027', '"contract end"<2027'])('%s', (text) => {
    expect(bound(text)).toEqual({ kind: 'date', field: 'contractEnd', operator: '<', day: '2027-01-01' });
  });

  it('answers an unknown field with its place and the nearest name', () => {
    expect(failuresOf('state=active coers>=16')).toMatchObject([
      {
        code: 'E_NOT_FOUND',
        message: "No field 'coers' on Compute; did you mean cores?",
        position: 13,
        length: 5,
      },
    ]);
    expect(failuresOf('zzzzzz:1')[0]?.message).toBe(
      "No field 'zzzzzz' on Compute; text with an operator in it is searched for in quotes.",
    );
    expect(failuresOf('tag=env')[0]?.message).toBe("No field 'tag' on Compute; write tag: with a colon.");
  });

  it('reports every failure of an expression', () => {
    expect(failuresOf('coers=1 or state=x').map(({ position }) => position)).toEqual([0, 17]);
  });

  it('takes a predicate that is also a field as the field', () => {
    expect(bound('type:VM')).toEqual({ kind: 'choice', field: 'type', values: ['vm'] });
    expect(bound('devicetype:R740*')).toEqual({
      kind: 'text',
      field: 'deviceTypeId',
      match: { kind: 'glob', glob: 'R740*' },
    });
  });

  it.each([
    ['cores=4 and ip:10.0.0.1', 12, 2, "'ip:' is not available yet for Compute."],
    ['haskey(a)', 0, 6, "'haskey()' is not available yet for Compute."],
    ['attr:a', 0, 4, "'attr:' is not available yet for Compute."],
    ['cores=1 connected to cores=2', 0, 28, "'connected to' is not available yet for Compute."],
  ])('%s', (text, position, length, message) => {
    expect(failuresOf(text)).toEqual([{ code: 'E_EXPR_UNAVAILABLE', message, position, length }]);
  });

  it('refuses tags where there are none', () => {
    expect(failuresOf('tag:a', thingSchema)[0]).toMatchObject({ code: 'E_EXPR_UNAVAILABLE', position: 0, length: 3 });
  });
});

describe('values', () => {
  it.each([
    ['memory<256GB', '<', 262_144], // 256 × 1024
    ['memory<256 GB', '<', 262_144],
    ['memory>=1.5TB', '>=', 1_572_864], // 1.5 × 1024 × 1024
    ['memory=512', '=', 512],
  ])('%s is read in the unit of the field', (text, operator, value) => {
    expect(bound(text)).toEqual({ kind: 'number', field: 'memory', operator, value });
  });

  it('compares text as text', () => {
    expect(bound('serial=00123')).toEqual({ kind: 'text', field: 'serial', match: { kind: 'exact', text: '00123' } });
  });

  it('reads != as not, a list as any of its values, nothing as empty', () => {
    const active = { kind: 'choice', field: 'state', values: ['active'] };
    expect(bound('state!=active')).toEqual({ kind: 'not', term: active });
    expect(bound('state:active,maint*')).toEqual({
      kind: 'or',
      terms: [active, { kind: 'choice', field: 'state', values: ['maintenance'] }],
    });
    expect(bound('contractEnd=""')).toEqual({ kind: 'empty', field: 'contractEnd' });
  });

  it('takes a choice by label, glob and regex', () => {
    expect(bound('type="bare metal"')).toEqual({ kind: 'choice', field: 'type', values: ['baremetal'] });
    expect(bound('state=*active')).toEqual({ kind: 'choice', field: 'state', values: ['active', 'inactive'] });
    expect(bound('state:/^IN/')).toEqual({ kind: 'choice', field: 'state', values: ['inactive'] });
  });

  it.each([
    ['contractEnd<2027-01-01', '<', '2027-01-01'],
    ['contractEnd<=2027-01-31', '<', '2027-02-01'],
    ['contractEnd>2028-02-28', '>=', '2028-02-29'],
    ['contractEnd>2027', '>=', '2028-01-01'],
    ['contractEnd<=2027-12', '<', '2028-01-01'],
  ])('%s', (text, operator, day) => {
    expect(bound(text)).toEqual({ kind: 'date', field: 'contractEnd', operator, day });
  });

  it('reads an equal date as the days it covers', () => {
    expect(bound('contractEnd=2027-02')).toEqual({
      kind: 'and',
      terms: [
        { kind: 'date', field: 'contractEnd', operator: '>=', day: '2027-02-01' },
        { kind: 'date', field: 'contractEnd', operator: '<', day: '2027-03-01' },
      ],
    });
  });

  it.each([
    ['state=activ', 6, 5, 'E_FORMAT', "State has no choice 'activ'; allowed are active, inactive, maintenance."],
    ['monthlyCost>ten', 12, 3, 'E_FORMAT', "Monthly cost 'ten' is not a number; write digits, for example 12 or 3.5."],
    ['cores>=1*', 7, 2, 'E_FORMAT', "Cores is compared with a number, not with the pattern '1*'."],
    ['monitored=maybe', 10, 5, 'E_FORMAT', "Monitored 'maybe' is neither yes nor no."],
    ['provider>OVH', 0, 9, 'E_EXPR_SYNTAX', "Provider has no order, so '>' cannot be used; use =, != or ':'."],
    ['in:""', 3, 2, 'E_FORMAT', "'in:' needs a name."],
  ])('%s', (text, position, length, code, message) => {
    expect(failuresOf(text)).toMatchObject([{ code, message, position, length }]);
  });

  it.each(['2027-02-29', '2027-13', '2027-04-31', '0000', '2027-1-1', 'tomorrow'])('%s is no date', (day) => {
    expect(failuresOf(`contractEnd<${day}`)[0]).toMatchObject({ code: 'E_FORMAT', position: 12, length: day.length });
  });

  it('names unit and field when a unit does not fit', () => {
    const [failure] = failuresOf('memory>5 kg');
    expect(failure).toMatchObject({ code: 'E_FORMAT', position: 7, length: 4 });
    expect(failure?.message).toContain("Memory '5 kg'");
  });
});

describe('driver:', () => {
  const read = (text: string) => readQuery(text, thingSchema);

  it.each(['Server', 'BasicServer', 'console', 'network-switch', 'con*', '/serv/'])('%s is known', (word) => {
    expect(read(`driver:${word}`).ok).toBe(true);
  });

  it('refuses a word that no driver begins with, at its place', () => {
    const [failure] = failuresOf('name:a driver:Toaster', thingSchema);
    expect(failure).toMatchObject({ code: 'E_NOT_FOUND', position: 14, length: 7 });
    expect(failure?.message).toContain("no driver 'Toaster'");
  });
});
