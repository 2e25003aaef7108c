import type { Locator } from 'playwright';

/** What each meter inside says, by its label: `{ Cores: '4 of 8 allocated, 4 free' }`. */
export async function meterTexts(holder: Locator): Promise<Readonly<Record<string, string>>> {
  const entries = await holder
    .getByRole('meter')
    .evaluateAll((meters) => meters.map((meter) => [meter.ariaLabel ?? '', meter.ariaValueText ?? ''] as const));
  return Object.fromEntries(entries);
}
