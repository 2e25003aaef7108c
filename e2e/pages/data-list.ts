import { inSentence } from '../../shared/domain/label-text.ts';
import type { Locator, Page } from 'playwright';

/** The list of one noun: filter, grid, its side panel. Every list screen has one. */
export class DataList {
  // Locators
  readonly grid: Locator;
  readonly filter: Locator;
  readonly filterFailure: Locator;
  /** What may stand where the cursor of the filter is. */
  readonly proposals: Locator;
  readonly create: Locator;
  readonly columns: Locator;
  readonly panel: Locator;
  readonly count: Locator;
  readonly #page: Page;

  /** @param plural the list's label, "Computes" @param label of one row, "compute" */
  constructor(page: Page, plural: string, label: string) {
    this.#page = page;
    const main = page.getByRole('main');
    this.grid = main.getByRole('grid', { name: plural });
    this.filter = main.getByRole('combobox', { name: `Filter ${inSentence(plural)}` });
    this.filterFailure = main.getByRole('alert');
    this.proposals = main.getByRole('listbox', { name: 'Proposals' }).getByRole('option');
    this.create = main.getByRole('button', { name: `New ${label}` });
    this.columns = main.getByRole('button', { name: 'Columns' });
    this.panel = main.getByRole('complementary');
    this.count = main.getByText(new RegExp(`^[\\d,.\\s]+ (${label}|${inSentence(plural)})$`));
  }

  row(name: string): Locator {
    return this.grid.getByRole('row').filter({ has: this.#page.getByRole('link', { name, exact: true }) });
  }

  field(label: string): Locator {
    return this.panel.getByRole('textbox', { name: label, exact: true });
  }

  // Actions
  async filterBy(query: string): Promise<void> {
    await this.filter.fill(query);
  }

  async openRow(name: string): Promise<void> {
    await this.filterBy(`name:${name}`);
    await this.row(name).getByRole('link', { name, exact: true }).click();
  }

  async openNew(): Promise<void> {
    await this.create.click();
    await this.panel.waitFor();
  }

  /** Fills the form of a new row, one text per field label, and creates it. */
  async createRow(texts: Readonly<Record<string, string>>): Promise<void> {
    await this.openNew();
    for (const [label, text] of Object.entries(texts)) await this.field(label).fill(text);
    await this.panel.getByRole('button', { name: 'Create' }).click();
  }

  /** Deletes the row that the panel shows, after looking at what goes with it. */
  async removeOpened(name: string): Promise<void> {
    await this.panel.getByRole('button', { name: `Delete ${name}` }).click();
    await this.#page.getByRole('dialog').getByRole('button', { name: 'Delete', exact: true }).click();
  }

  // Queries
  /** How many rows the list has, as its heading says. */
  async total(): Promise<number> {
    const text = await this.count.innerText();
    return Number(text.replaceAll(/\D/g, ''));
  }

  /** Names shown in the grid now, each said by the box that selects its row. */
  names(): Promise<readonly string[]> {
    return this.grid
      .getByRole('checkbox', { name: /^Select (?!all rows)/ })
      .evaluateAll((boxes) => boxes.map((box) => (box.ariaLabel ?? '').replace(/^Select /, '')));
  }
}
