export const PROTOCOLS = [
  { value: 'tcp', label: 'TCP' },
  { value: 'udp', label: 'UDP' },
  { value: 'icmp', label: 'ICMP' },
  { value: 'all', label: 'All' },
] as const;

export type Protocol = (typeof PROTOCOLS)[number]['value'];

export const LARGEST_PORT = 65_535;
