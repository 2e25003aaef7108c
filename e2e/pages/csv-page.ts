import type { Locator, Page } from 'playwright';

import { oneLine } from './text.ts';

/** Import of rows of any noun from a CSV file. */
export class CsvPage {
  // Locators
  readonly heading: Locator;
  readonly noun: Locator;
  readonly existing: Locator;
  readonly chooseFile: Locator;
  readonly write: Locator;
  readonly rows: Locator;
  readonly columns: Locator;
  readonly saved: Locator;
  readonly failure: Locator;
  readonly seeList: Locator;

  constructor(page: Page) {
    const main = page.getByRole('main');
    this.heading = main.getByRole('heading', { name: 'Import CSV', level: 1 });
    this.noun = main.getByRole('combobox', { name: 'What the rows of the file are' });
    this.existing = main.getByRole('combobox', { name: 'Rows that exist already' });
    this.chooseFile = main.getByRole('button', { name: 'Choose a file…' });
    this.write = main.getByRole('button', { name: /^Import [\d,]+ (good )?rows?$/ });
    this.rows = main.getByRole('region', { name: 'Rows', exact: true }).getByRole('listitem');
    this.columns = main.getByRole('complementary', { name: 'Columns of the file' });
    this.saved = main.getByRole('status').filter({ hasText: 'saved.' });
    this.failure = main.getByRole('alert');
    this.seeList = this.saved.getByRole('link');
  }

  column(header: string): Locator {
    return this.columns.getByRole('combobox', { name: header, exact: true });
  }

  // Queries
  /** Each row as one text: number, what becomes of it, its name, what changes or is wrong. */
  async rowTexts(): Promise<readonly string[]> {
    return (await this.rows.allInnerTexts()).map(oneLine);
  }
}

/** The CSV menu of a list. */
export class CsvMenu {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async choose(item: 'Import…' | 'Export all columns, to import again…' | 'Export the columns shown, to read…') {
    await this.#page.getByRole('main').getByRole('button', { name: 'CSV', exact: true }).click();
    await this.#page.getByRole('menuitem', { name: item }).click();
  }
}
