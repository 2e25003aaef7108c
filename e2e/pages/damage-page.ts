import type { Locator, Page } from 'playwright';

/** What of the workspace is not as it was written, and the ways out. */
export class DamagePage {
  // Locators
  readonly heading: Locator;
  readonly sound: Locator;
  readonly damage: Locator;
  readonly salvage: Locator;
  readonly restore: Locator;

  constructor(page: Page) {
    const main = page.getByRole('main');
    this.heading = main.getByRole('heading', { name: 'Damage', level: 1 });
    this.sound = main.getByRole('heading', { name: 'Everything is as it was written' });
    this.damage = main.getByRole('list', { name: 'Damage' }).getByRole('listitem');
    const ways = main.getByRole('region', { name: 'Ways out' });
    this.salvage = ways.getByRole('button', { name: 'Salvage' });
    this.restore = ways.getByRole('button', { name: 'Restore…' });
  }
}
