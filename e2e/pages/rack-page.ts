import type { Locator, Page } from 'playwright';

/** One rack, front and rear. */
export class RackPage {
  // Locators
  readonly heading: Locator;
  readonly front: Locator;
  readonly rear: Locator;
  readonly panel: Locator;
  readonly summary: Locator;

  constructor(page: Page) {
    const main = page.getByRole('main');
    this.heading = main.getByRole('heading', { level: 1 });
    this.front = main.getByRole('group', { name: /, front$/ });
    this.rear = main.getByRole('group', { name: /, rear$/ });
    this.panel = main.getByRole('complementary');
    this.summary = main.getByRole('group', { name: 'How full the rack is' });
  }

  /** A device as one of its faces shows it. */
  device(name: string): Locator {
    return this.front.getByRole('button', { name: new RegExp(`, ${name}, `) });
  }

  // Actions
  async select(device: string): Promise<void> {
    await this.device(device).click();
    await this.panel.waitFor();
  }
}
