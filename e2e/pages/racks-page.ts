import type { Locator, Page } from 'playwright';

/** All racks of all rooms. */
export class RacksPage {
  // Locators
  readonly rooms: Locator;
  readonly racks: Locator;

  constructor(page: Page) {
    const main = page.getByRole('main');
    this.rooms = main.getByRole('region');
    this.racks = this.rooms.getByRole('link');
  }

  // Actions
  async openRack(index: number): Promise<void> {
    await this.racks.nth(index).click();
  }
}
