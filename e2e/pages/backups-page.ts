import type { Locator, Page } from 'playwright';

/** The backups of the open workspace, with the way back to each. */
export class BackupsPage {
  // Locators
  readonly backUp: Locator;
  readonly verifyAll: Locator;
  readonly rows: Locator;
  readonly dialog: Locator;

  constructor(page: Page) {
    const main = page.getByRole('main');
    this.backUp = main.getByRole('button', { name: 'Back up now' }).first();
    this.verifyAll = main.getByRole('button', { name: 'Verify all' });
    this.rows = main
      .getByRole('table', { name: 'Backups' })
      .getByRole('row')
      .filter({ has: page.getByRole('rowheader') });
    this.dialog = page.getByRole('dialog', { name: 'Restore this backup?' });
  }

  /** The backups that say this. */
  row(text: string | RegExp): Locator {
    return this.rows.filter({ hasText: text });
  }

  // Actions
  async restore(text: string | RegExp): Promise<void> {
    await this.row(text)
      .first()
      .getByRole('button', { name: /^Restore/ })
      .click();
    await this.dialog.getByRole('button', { name: 'Restore' }).click();
  }

  /** Waits until no backup is being made. */
  async backUpDone(): Promise<void> {
    await this.verifyAll.and(this.verifyAll.page().locator(':enabled')).waitFor();
  }
}
