import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { z } from 'zod';
import { dataFolder } from '../../../../scripts/paths.mjs';
import type { ResourceSpec } from '../../../../shared/domain/service.ts';

const OPENB = '5-capacity/alibaba-openb-gpu-2023/kubernetes-scheduler-simulator/';
const CLOUD = '5-capacity/optaplanner-cloudbalancing/incubator-kie-optaplanner/';

/** A machine or a workload of a data set, in the program's own units. */
export interface Sized {
  readonly name: string;
  readonly size: ResourceSpec;
}

export interface RealFleet {
  readonly machines: readonly Sized[];
  readonly workloads: readonly Sized[];
}

function rowsOf(file: string): readonly Readonly<Record<string, string>>[] {
  return Papa.parse<Record<string, string>>(readFileSync(join(dataFolder, file), 'utf8'), {
    header: true,
    skipEmptyLines: true,
  }).data;
}

/** How many a GPU counts for: 1 where it is a whole thing, 1000 where pods share it by thousandths, as openb's do. */
export type GpuParts = 1 | 1000;

/**
 * Alibaba's openb cluster: nodes and pods with thousandths of a core, rounded up for pods and down for nodes, and MiB. A
 * pod with a part of a GPU takes a whole one when GPUs are whole.
 */
export function openbFleet(gpuParts: GpuParts): RealFleet {
  const machines = rowsOf(`${OPENB}openb_node_list_all_node.csv`).map((row): Sized => {
    const cores = Math.floor(Number(row['cpu_milli']) / 1000);
    return {
      name: row['sn'] ?? '',
      size: { cores, memory: Number(row['memory_mib']), gpu: Number(row['gpu']) * gpuParts },
    };
  });
  const workloads = rowsOf(`${OPENB}openb_pod_list_default.csv`).map((row): Sized => {
    const cores = Math.ceil(Number(row['cpu_milli']) / 1000);
    const each = gpuParts === 1 ? 1 : Number(row['gpu_milli']);
    return {
      name: row['name'] ?? '',
      size: { cores, memory: Number(row['memory_mib']), gpu: Number(row['num_gpu']) * each },
    };
  });
  return { machines, workloads };
}

const cloudSchema = z.object({
  computerList: z.array(z.object({ id: z.int(), cpuPower: z.int(), memory: z.int(), networkBandwidth: z.int() })),
  processList: z.array(
    z.object({
      id: z.int(),
      requiredCpuPower: z.int(),
      requiredMemory: z.int(),
      requiredNetworkBandwidth: z.int(),
    }),
  ),
});

/** OptaPlanner's cloud balancing: power as cores, memory as GB, and bandwidth as storage, our third amount. */
export function cloudBalancing(name: string): RealFleet {
  const set = cloudSchema.parse(JSON.parse(readFileSync(join(dataFolder, `${CLOUD}${name}.json`), 'utf8')));
  return {
    machines: set.computerList.map(({ id, cpuPower, memory, networkBandwidth }) => {
      return { name: `computer-${id}`, size: { cores: cpuPower, memory: memory * 1024, nvme: networkBandwidth } };
    }),
    workloads: set.processList.map(({ id, requiredCpuPower, requiredMemory, requiredNetworkBandwidth }) => {
      const size = { cores: requiredCpuPower, memory: requiredMemory * 1024, nvme: requiredNetworkBandwidth };
      return { name: `process-${id}`, size };
    }),
  };
}
