import type { Locator, Page } from 'playwright';

/** One rack, front and rear, with the facts beside it. */
export class RackPage {
  // Locators
  readonly heading: Locator;
  readonly front: Locator;
  readonly rear: Locator;
  readonly details: Locator;
  readonly mount: Locator;
  readonly edit: Locator;
  readonly form: Locator;

  constructor(page: Page) {
    const main = page.getByRole('main');
    this.heading = main.getByRole('heading', { level: 1 });
    this.front = main.getByRole('listbox', { name: /, front$/ });
    this.rear = main.getByRole('listbox', { name: /, rear$/ });
    this.details = main.getByRole('complementary', { name: 'Details' });
    this.edit = main.getByRole('button', { name: 'Edit this rack' });
    this.form = main.getByRole('complementary');
    this.mount = main.getByRole('button', { name: 'Mount a device…' });
  }

  /** A device as the front shows it. */
  device(name: string): Locator {
    return this.front.getByRole('option', { name: new RegExp(`, ${name}, `) });
  }

  // Actions
  async select(device: string): Promise<void> {
    await this.device(device).click();
    await this.details.getByRole('heading', { name: device }).waitFor();
  }

  /** A power feed in the form of the rack. */
  feed(name: string): Locator {
    return this.form.getByRole('group', { name: `Feed ${name}`, exact: true });
  }

  // Queries
  /** What the front shows from top to bottom: "U21, front, web-01, 1 U, active". */
  frontTexts(): Promise<readonly string[]> {
    return this.front
      .getByRole('option')
      .evaluateAll((options) => options.map((option) => option.getAttribute('aria-label') ?? ''));
  }
}
