import type { Locator, Page } from 'playwright';

/** Zone files: pasted, looked at, taken in. */
export class DnsPage {
  // Locators
  readonly text: Locator;
  readonly problems: Locator;
  readonly preview: Locator;
  readonly lookAtIt: Locator;
  readonly import: Locator;
  readonly changes: Locator;

  constructor(page: Page) {
    const main = page.getByRole('main');
    this.text = main.getByLabel('Or paste its text');
    this.problems = main.getByRole('table', { name: 'Problems' });
    this.preview = main.getByRole('region', { name: 'What it would do' });
    this.lookAtIt = main.getByRole('button', { name: 'Look at it' });
    this.changes = this.preview.getByRole('table', { name: 'Changes' });
    this.import = this.preview.getByRole('button', { name: /^Import / });
  }

  // Actions
  async lookAt(text: string): Promise<void> {
    await this.text.fill(text);
    await this.lookAtIt.click();
  }

  // Queries
  /** Line and sentence of every problem. */
  async problemTexts(): Promise<readonly (readonly string[])[]> {
    const rows = await this.problems.getByRole('row').all();
    return Promise.all(
      rows.slice(1).map((row) => row.getByRole('rowheader').or(row.getByRole('cell')).allInnerTexts()),
    );
  }
}
