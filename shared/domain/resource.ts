/** The five resources a service asks for and a compute offers, under source 000's key names. */
export const RESOURCE_KEYS = ['cores', 'memory', 'vram', 'nvme', 'gpu'] as const;

export type ResourceKey = (typeof RESOURCE_KEYS)[number];

/** Integer amounts: cores as counted by the workspace setting, memory and vram in MB (2^20 bytes), nvme in decimal GB, gpu as a count. */
export type ResourceVector = Record<ResourceKey, number>;

export const RESOURCE_LABELS: Record<ResourceKey, { label: string; unit: 'cores' | 'MB' | 'GB' | 'count' }> = {
  cores: { label: 'Cores', unit: 'cores' },
  memory: { label: 'Memory', unit: 'MB' },
  vram: { label: 'GPU memory', unit: 'MB' },
  nvme: { label: 'Storage', unit: 'GB' },
  gpu: { label: 'GPUs', unit: 'count' },
};

export const NO_RESOURCES: Readonly<ResourceVector> = { cores: 0, memory: 0, vram: 0, nvme: 0, gpu: 0 };
