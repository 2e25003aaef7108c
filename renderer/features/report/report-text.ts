import { formatCount } from '../../ui/format.ts';

/** `171848 GB` → `171,848 GB`: sums of a fleet are long. */
export function groupedText(quantity: string): string {
  return quantity.replace(/^\d{4,}/, (digits) => formatCount(Number(digits)));
}
