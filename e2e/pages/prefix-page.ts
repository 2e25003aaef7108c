import type { Locator, Page } from 'playwright';

/** One prefix: its map, its runs in order, and the panel that gives addresses out. */
export class PrefixPage {
  // Locators
  readonly heading: Locator;
  readonly map: Locator;
  readonly runs: Locator;
  readonly panel: Locator;
  readonly giveOut: Locator;
  readonly nextNetwork: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    const main = page.getByRole('main');
    this.heading = main.getByRole('heading', { level: 1 });
    this.map = main.getByRole('listbox', { name: /^Map of / });
    this.runs = main.getByRole('table', { name: 'In order' });
    this.panel = main.getByRole('complementary');
    this.giveOut = main.getByRole('button', { name: 'Give out…', exact: true });
    this.nextNetwork = main.getByRole('button', { name: 'Next network…' });
  }

  cell(address: string): Locator {
    return this.map.getByRole('option', { name: new RegExp(`^${address.replaceAll('.', '[.]')},`) });
  }

  // Actions
  /** Gives the next free addresses to a compute, or reserves them where none is named. */
  async giveNext(count: number, compute: string | null): Promise<void> {
    await this.giveOut.click();
    await this.panel.getByLabel('How many').fill(String(count));
    if (compute !== null) await this.choose('Compute', compute);
    await this.panel.getByRole('button', { name: compute === null ? 'Reserve' : 'Give', exact: true }).click();
    await this.panel.waitFor({ state: 'hidden' });
  }

  async choose(label: string, name: string): Promise<void> {
    await this.panel.getByRole('combobox', { name: label }).fill(name);
    await this.#page.getByRole('option', { name, exact: true }).click();
  }

  // Queries
  /** The cells of the runs in order: addresses, what, computes, how many. */
  async runTexts(): Promise<readonly (readonly string[])[]> {
    const rows = await this.runs.getByRole('row').all();
    const texts = await Promise.all(
      rows.slice(1).map((row) => row.getByRole('rowheader').or(row.getByRole('cell')).allInnerTexts()),
    );
    return texts.map((cells) => cells.slice(0, 4).map((text) => text.trim()));
  }
}
