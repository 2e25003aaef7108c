import type { Locator, Page } from 'playwright';

import { oneLine } from './text.ts';

/** Import of NetBox device types and module types. */
export class ImportPage {
  // Locators
  readonly heading: Locator;
  readonly chooseFolder: Locator;
  readonly chooseFiles: Locator;
  readonly importAll: Locator;
  readonly importGood: Locator;
  readonly figures: Locator;
  readonly byKind: Locator;
  readonly refused: Locator;
  readonly saved: Locator;
  readonly failure: Locator;

  constructor(page: Page) {
    const main = page.getByRole('main');
    this.heading = main.getByRole('heading', { name: 'Import device types', level: 1 });
    this.chooseFolder = main.getByRole('button', { name: 'Choose a folder…' });
    this.chooseFiles = main.getByRole('button', { name: 'Choose files…' });
    this.importAll = main.getByRole('button', { name: 'Import all' });
    this.importGood = main.getByRole('button', { name: 'Import the good files' });
    this.figures = main.getByRole('list', { name: 'Figures' });
    this.byKind = main.getByRole('table', { name: 'By kind' });
    this.refused = main.getByRole('table', { name: 'Refused files' });
    this.saved = main.getByRole('status').filter({ hasText: 'The import is saved.' });
    this.failure = main.getByRole('alert');
  }

  // Queries
  /** "3 would be new", "1 refused", and so on. */
  async figureTexts(): Promise<readonly string[]> {
    const texts = await this.figures.getByRole('listitem').allInnerTexts();
    return texts.map(oneLine);
  }

  /** Rows of the refused files: file, line, reason. */
  async refusals(): Promise<readonly (readonly string[])[]> {
    const rows = await this.refused.getByRole('row').all();
    return Promise.all(
      rows.slice(1).map((row) => row.getByRole('rowheader').or(row.getByRole('cell')).allInnerTexts()),
    );
  }
}
