import { formatCount } from '../../ui/format.ts';

/** `cores: 32, threads: 64` */
export function specsText(specs: Readonly<Record<string, unknown>>): string {
  return Object.entries(specs)
    .map(([key, value]) => `${key}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join(', ');
}

/** `171848 GB` → `171,848 GB`: sums of a fleet are long. */
export function groupedText(quantity: string): string {
  return quantity.replace(/^\d{4,}/, (digits) => formatCount(Number(digits)));
}

const LINE = 160;

/** An entry as one line: whole characters, and a mark where something is left out. */
export function shortened(content: string): string {
  const characters = Array.from(content.replaceAll(/\s+/g, ' ').trim());
  return characters.length > LINE ? `${characters.slice(0, LINE - 1).join('')}…` : characters.join('');
}
