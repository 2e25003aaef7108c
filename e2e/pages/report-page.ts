import type { Locator, Page } from 'playwright';

/** A report as it lies on paper, over the window. */
export class ReportPage {
  // Locators
  readonly frame: Locator;
  readonly sheets: Locator;
  readonly wholeJournal: Locator;
  readonly paper: Locator;
  readonly filter: Locator;

  constructor(page: Page) {
    this.frame = page.getByRole('dialog', { name: 'Report' });
    this.sheets = this.frame.getByRole('article');
    this.wholeJournal = this.frame.getByRole('checkbox', { name: 'The whole journal' });
    this.paper = this.frame.getByRole('combobox', { name: 'Paper' });
    this.filter = this.frame.getByRole('textbox', { name: 'Filter computes' });
  }

  section(name: string): Locator {
    return this.frame.getByRole('region', { name, exact: true });
  }

  table(name: string): Locator {
    return this.frame.getByRole('table', { name, exact: true });
  }

  // Actions
  async save(label: string): Promise<void> {
    await this.frame.getByRole('button', { name: label }).click();
  }

  async close(): Promise<void> {
    await this.frame.getByRole('button', { name: 'Close' }).click();
    await this.frame.waitFor({ state: 'detached' });
  }
}
