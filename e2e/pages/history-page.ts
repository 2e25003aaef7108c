import type { Locator, Page } from 'playwright';

/** Every change of the workspace, newest first. */
export class HistoryPage {
  // Locators
  readonly heading: Locator;
  readonly groups: Locator;
  readonly panel: Locator;
  readonly verify: Locator;
  readonly verification: Locator;

  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    const main = page.getByRole('main');
    this.heading = main.getByRole('heading', { name: 'History', level: 1 });
    this.groups = main.getByRole('list', { name: 'Changes' }).getByRole('link');
    this.panel = main.getByRole('complementary');
    this.verify = main.getByRole('button', { name: 'Verify the chain' });
    this.verification = page.getByRole('dialog').getByRole('status');
  }

  restore(what: string): Locator {
    return this.panel.getByRole('button', { name: what }).first();
  }

  filter(name: 'Person' | 'Kind of command' | 'Kind of thing'): Locator {
    return this.#page.getByRole('main').getByRole('combobox', { name });
  }

  // Actions
  async search(words: string): Promise<void> {
    await this.#page.getByRole('main').getByRole('searchbox', { name: 'Words of the change' }).fill(words);
  }

  async openNewest(): Promise<void> {
    await this.groups.first().click();
    await this.panel.waitFor();
  }

  // Queries
  groupTexts(): Promise<readonly string[]> {
    return this.groups.allInnerTexts();
  }
}
