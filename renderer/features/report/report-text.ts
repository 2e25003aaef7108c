/** `50.0 %`; a dash where there is none of it. */
export function percentText(share: number | null): string {
  return share === null ? '–' : `${(share * 100).toFixed(1)} %`;
}

/** `cores: 32, threads: 64` */
export function specsText(specs: Readonly<Record<string, unknown>>): string {
  return Object.entries(specs)
    .map(([key, value]) => `${key}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join(', ');
}

const LINE = 160;

/** An entry as one line: whole characters, and a mark where something is left out. */
export function shortened(content: string): string {
  const characters = Array.from(content.replaceAll(/\s+/g, ' ').trim());
  return characters.length > LINE ? `${characters.slice(0, LINE - 1).join('')}…` : characters.join('');
}
