import { describe, expect, test } from 'vitest';
import { normaliseSpecs, readComponentType } from './normalise-specs.ts';

describe('every spec key of the reference program is read', () => {
  test.each<[string, Record<string, unknown>, Record<string, unknown>]>([
    ['cpu', { core_count: 8, thread_count: 16 }, { cores: 8, threads: 16 }],
    ['cpu', { threads: 56, tdp: 205 }, { threads: 56, tdp_watts: 205 }],
    ['ram', { size_gb: 32 }, { capacity_gb: 32 }],
    ['ram', { memory_gb: 64 }, { capacity_gb: 64 }],
    ['ram', { memory: 16_384 }, { capacity_gb: 16 }],
    ['ram', { size: 512 }, { capacity_gb: 0.5 }],
    ['ram', { capacity_gb: 0, size: 2048 }, { capacity_gb: 2 }],
    ['gpu', { memory_gb: 24 }, { vram_gb: 24 }],
    ['gpu', { video_memory_gb: 16 }, { vram_gb: 16 }],
    ['gpu', { vram: 49_152 }, { vram_gb: 48 }],
    ['gpu', { memory: 8192 }, { vram_gb: 8 }],
    ['storage', { size: 960 }, { capacity_gb: 960 }],
    ['storage', { storage_gb: 480 }, { capacity_gb: 480 }],
    ['storage', { capacity: 1920 }, { capacity_gb: 1920 }],
    ['nic', { speed_gbps: 25 }, { speed_gbps: 25 }],
  ])('%s %j becomes %j', (type, raw, specs) => {
    expect(normaliseSpecs(type, raw)).toEqual({ type, specs, findings: [] });
  });

  test.each([
    ['memory', { capacity_gb: 8 }, 'ram', { capacity_gb: 8 }],
    ['nvme', { capacity_gb: 3840 }, 'storage', { capacity_gb: 3840, type: 'nvme' }],
    ['SSD', { size: 960 }, 'storage', { capacity_gb: 960, type: 'ssd' }],
    ['hdd', { capacity: 8000, rpm: 7200 }, 'storage', { capacity_gb: 8000, type: 'hdd', rpm: 7200 }],
  ])('the part type %s is stored as a typed part', (written, raw, type, specs) => {
    expect(normaliseSpecs(written, raw)).toEqual({ type, specs, findings: [] });
  });
});

describe('what a source says twice or in words', () => {
  test('the first number wins and the other is named', () => {
    expect(normaliseSpecs('storage', { size: 1000, capacity_gb: 960 })).toEqual({
      type: 'storage',
      specs: { capacity_gb: 1000 },
      findings: ['size gives capacity_gb 1000; capacity_gb, which says 960, is dropped.'],
    });
  });

  test('a text is skipped while a number stands in a later key, and read where none does', () => {
    expect(normaliseSpecs('ram', { capacity_gb: '64', size_gb: 32 }).specs).toEqual({ capacity_gb: 32 });
    expect(normaliseSpecs('ram', { capacity_gb: '64 GB' }).specs).toEqual({ capacity_gb: 64 });
    expect(normaliseSpecs('storage', { capacity: '3.84 TB' }).specs).toEqual({ capacity_gb: 3840 });
    expect(normaliseSpecs('ram', { size: 'large' }).specs).toEqual({ size: 'large' });
  });

  test('the narrower word decides the medium, and the interface keeps what was written', () => {
    expect(normaliseSpecs('storage', { type: 'NVMe SSD' })).toMatchObject({
      specs: { type: 'nvme', interface: 'NVMe SSD' },
    });
    expect(normaliseSpecs('storage', { type: 'SATA' })).toEqual({
      type: 'storage',
      specs: { interface: 'SATA' },
      findings: ["type 'SATA' is kept as the interface; the medium is not known."],
    });
  });

  test('an unknown type becomes other and says so', () => {
    expect(readComponentType('quantum')).toEqual({
      ok: false,
      message:
        "Component type 'quantum' is not known; allowed is cpu, ram, gpu, storage, nic, psu, os, other, memory, nvme, ssd, hdd.",
      allowed: 'cpu, ram, gpu, storage, nic, psu, os, other, memory, nvme, ssd, hdd',
    });
    expect(normaliseSpecs('quantum', { qubits: 5 })).toMatchObject({ type: 'other', specs: { qubits: 5 } });
  });
});
