import type { Locator, Page } from 'playwright';

/** The hall: all racks of all rooms as a plan, and beside it in words. */
export class RacksPage {
  // Locators
  readonly racks: Locator;
  readonly filter: Locator;
  readonly colour: Locator;

  constructor(page: Page) {
    const main = page.getByRole('main');
    const details = main.getByRole('complementary', { name: 'Details' });
    this.racks = details.getByRole('listitem').getByRole('link');
    const toolbar = main.getByRole('toolbar', { name: 'Hall' });
    this.filter = toolbar.getByRole('combobox', { name: 'Filter the devices of the hall' });
    this.colour = toolbar.getByRole('combobox', { name: 'Colour' });
  }

  // Actions
  async openRack(name: string): Promise<void> {
    await this.racks.getByText(name, { exact: true }).first().click();
  }
}
