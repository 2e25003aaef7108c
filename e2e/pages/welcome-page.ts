import type { Locator, Page } from 'playwright';

/** Shown while no workspace is open. */
export class WelcomePage {
  // Locators
  readonly heading: Locator;
  readonly openSample: Locator;
  readonly newWorkspace: Locator;
  readonly open: Locator;
  readonly failure: Locator;
  readonly recent: Locator;

  constructor(page: Page) {
    const main = page.getByRole('main');
    const start = main.getByRole('region', { name: 'Start' });
    this.heading = main.getByRole('heading', { name: 'Rackwright', level: 1 });
    this.openSample = start.getByRole('button', { name: 'Open the sample datacenter' });
    this.newWorkspace = start.getByRole('button', { name: 'New workspace…' });
    this.open = start.getByRole('button', { name: 'Open…' });
    this.failure = main.getByRole('alert');
    this.recent = main.getByRole('list').getByRole('button');
  }

  // Actions
  async openRecent(name: string): Promise<void> {
    await this.recent.filter({ hasText: name }).first().click();
  }

  // Queries
  failureText(): Promise<string> {
    return this.failure.innerText();
  }
}
