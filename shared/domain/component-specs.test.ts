import { describe, expect, test } from 'vitest';
import { COMPONENT_TYPES } from './component.ts';
import { checkSpecs, componentSpecsSchemas, specFields, specsJsonSchema } from './component-specs.ts';

describe('specs of a component', () => {
  test("carry source 000's key names in the order of the form", () => {
    const keys = COMPONENT_TYPES.map(({ value }) => [value, specFields(value).map(({ key }) => key)]);
    expect(Object.fromEntries(keys)).toEqual({
      cpu: ['cores', 'threads', 'ghz', 'sockets', 'tdp_watts', 'draw_watts'],
      ram: ['capacity_gb', 'speed_mhz', 'ecc', 'form', 'generation', 'draw_watts'],
      gpu: ['vram_gb', 'cuda_cores', 'watts', 'slots', 'draw_watts'],
      storage: ['capacity_gb', 'type', 'interface', 'form_factor', 'endurance', 'draw_watts'],
      nic: ['ports', 'speed_gbps', 'draw_watts'],
      psu: ['watts', 'efficiency', 'draw_watts'],
      os: ['distro', 'version', 'kernel', 'draw_watts'],
      other: ['draw_watts'],
    });
  });

  test('keep free keys of any JSON value', () => {
    const specs = { cores: 28, threads: 56, stepping: 'E0', cache: { l3_mb: 38.5 }, flags: ['avx512'], eol: null };
    expect(componentSpecsSchemas.cpu.parse(specs)).toEqual(specs);
    expect(checkSpecs('cpu', specs)).toEqual([]);
  });

  test('refuse what is out of range, one sentence per key', () => {
    expect(checkSpecs('cpu', { cores: 0, ghz: 'fast' })).toEqual([
      {
        path: 'specs.cores',
        message: 'Cores (specs.cores) is 0; allowed is a whole number from 1 to 4096 cores.',
        value: 0,
        allowed: 'a whole number from 1 to 4096 cores',
      },
      {
        path: 'specs.ghz',
        message: 'Clock (specs.ghz) is "fast"; allowed is a number from 0.01 to 20 GHz.',
        value: 'fast',
        allowed: 'a number from 0.01 to 20 GHz',
      },
    ]);
  });

  test.each([
    ['storage', { type: 'tape' }, 'Medium (specs.type) is "tape"; allowed is hdd, ssd, nvme.'],
    ['ram', { ecc: 'yes' }, 'ECC (specs.ecc) is "yes"; allowed is true or false.'],
    ['os', { distro: 9 }, 'Distribution (specs.distro) is 9; allowed is text of at most 200 characters.'],
    [
      'nic',
      { speed_gbps: -1 },
      'Speed per port (specs.speed_gbps) is -1; allowed is a number from 0.001 to 10000 Gbps.',
    ],
  ] as const)('%s %j is refused', (type, specs, message) => {
    expect(checkSpecs(type, specs).map((problem) => problem.message)).toEqual([message]);
  });

  test('specs that are no object are refused as a whole', () => {
    expect(checkSpecs('ram', 'lots')).toEqual([
      { path: 'specs', message: 'specs is not JSON.', value: 'lots', allowed: 'JSON' },
    ]);
  });

  test('offer a JSON Schema with titles and ranges to the editor', () => {
    expect(specsJsonSchema('psu').properties?.['watts']).toEqual({
      title: 'Power',
      type: 'integer',
      minimum: 1,
      maximum: 100_000,
    });
  });
});
