import { callChannel } from '../fixtures/command-line.ts';
import { makeWorkspace } from '../fixtures/workspaces.ts';

const GROUPS = 50;
const COMPUTES_PER_GROUP = 2_000;

export const LARGE_COMPUTES = GROUPS * COMPUTES_PER_GROUP;

/** 100,000 computes of fifty sizes, from as many rows of a grid. @returns the path */
export function makeLargeWorkspace(file: string): string {
  makeWorkspace(file);
  const rows = Array.from({ length: GROUPS }, (_, group) => {
    const size = [2 + (group % 16) * 4, 4096 * (1 + (group % 10)), 100 * (1 + group)].map(String);
    return { cells: [`node-${String(group).padStart(2, '0')}-[0001-${COMPUTES_PER_GROUP}]`, 'vps', ...size] };
  });
  const columns = ['name', 'type', 'statedCores', 'statedMemoryMb', 'statedNvmeGb'];
  callChannel(file, 'grid.apply', { noun: 'compute', columns, rows, accept: 'all' });
  return file;
}
