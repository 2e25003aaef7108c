import { describe, expect, it } from 'vitest';
import { specsText } from './specs-text.ts';

describe('specsText', () => {
  it.each([
    ['cpu', { cores: 32, threads: 64, ghz: 2.1, tdp_watts: 270 }, 'Cores 32, Threads 64, Clock 2.1 GHz, TDP 270 W'],
    ['ram', { capacity_gb: 32, speed_mhz: 4800, ecc: true }, 'Capacity 32 GB, Speed 4800 MHz, ECC yes'],
    ['gpu', { vram_gb: 80, cuda_cores: 14_592 }, 'Memory 80 GB, CUDA cores 14592'],
    [
      'storage',
      { capacity_gb: 3840, type: 'nvme', form_factor: '2.5"', endurance: 7008 },
      'Capacity 3840 GB, Medium NVMe, Form factor 2.5", Endurance 7008 TBW',
    ],
    ['nic', { ports: 2, speed_gbps: 25 }, 'Ports 2, Speed per port 25 Gbps'],
  ])('says what a %s is with units', (type, specs, text) => {
    expect(specsText(type, specs)).toBe(text);
  });

  it('writes what nobody has a word for as it was given, and leaves out what is empty', () => {
    expect(specsText('ram', { rank_count: 2, vendor: '', buffered: null, timings: [40, 39] })).toBe(
      'Rank count 2, Timings [40,39]',
    );
    expect(specsText('tape', { capacity_gb: 18, burst_MHz: 2, depth_gb: 'deep' })).toBe(
      'Capacity 18 GB, Burst 2 MHz, Depth gb deep',
    );
    expect(specsText('cpu', {})).toBe('');
  });
});
