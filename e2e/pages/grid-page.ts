import type { Locator, Page } from 'playwright';

/** A spreadsheet over the rows of a noun. */
export class GridPage {
  // Locators
  readonly grid: Locator;
  readonly problems: Locator;
  readonly problemEntries: Locator;
  readonly tally: Locator;
  readonly write: Locator;

  constructor(page: Page, label: string) {
    this.grid = page.getByRole('grid', { name: label });
    this.problems = page.getByRole('complementary', { name: 'Problems' });
    this.problemEntries = this.problems.getByRole('listitem');
    this.tally = page.getByRole('status').filter({ hasText: 'to write' });
    this.write = page.getByRole('button', { name: /^Write/ });
  }

  // Actions
  /** Pastes at the marked cell what a spreadsheet would put on the clipboard. */
  async paste(text: string): Promise<void> {
    await this.grid.focus();
    await this.grid.evaluate((grid, pasted) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', pasted);
      grid.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }, text);
  }
}
