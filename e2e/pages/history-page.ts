import type { Locator, Page } from 'playwright';

/** Every change of the workspace, newest first. */
export class HistoryPage {
  // Locators
  readonly heading: Locator;
  readonly groups: Locator;
  readonly panel: Locator;
  readonly verify: Locator;
  readonly verification: Locator;

  constructor(page: Page) {
    const main = page.getByRole('main');
    this.heading = main.getByRole('heading', { name: 'History', level: 1 });
    this.groups = main.getByRole('list', { name: 'Changes' }).getByRole('link');
    this.panel = main.getByRole('complementary');
    this.verify = main.getByRole('button', { name: 'Verify the chain' });
    this.verification = page.getByRole('dialog').getByRole('status');
  }

  // Actions
  async openNewest(): Promise<void> {
    await this.groups.first().click();
    await this.panel.waitFor();
  }

  // Queries
  groupTexts(): Promise<readonly string[]> {
    return this.groups.allInnerTexts();
  }
}
