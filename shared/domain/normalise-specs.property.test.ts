import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normaliseSpecs } from './normalise-specs.ts';

test('normalising twice changes nothing', () => {
  const keys = [
    'cores',
    'core_count',
    'threads',
    'capacity_gb',
    'size_gb',
    'memory',
    'size',
    'vram',
    'vram_gb',
    'capacity',
    'type',
    'note',
  ];
  const value = fc.oneof(fc.nat({ max: 4096 }), fc.constantFrom('64 GB', 'nvme', 'SATA', 'large', ''), fc.boolean());
  const specs = fc.dictionary(fc.constantFrom(...keys), value);
  fc.assert(
    fc.property(fc.constantFrom('cpu', 'ram', 'gpu', 'storage', 'nvme', 'memory', 'other'), specs, (type, raw) => {
      const once = normaliseSpecs(type, raw);
      expect(normaliseSpecs(once.type, once.specs)).toEqual({ ...once, findings: [] });
    }),
  );
});
