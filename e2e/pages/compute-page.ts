import type { Locator, Page } from 'playwright';

import { meterTexts } from './meters.ts';

export type ComputeTab = 'Overview' | 'Components' | 'Storage' | 'Services' | 'Network' | 'Journal' | 'History';

/** One compute: resources, what is inside, what runs on it, what changed. */
export class ComputePage {
  // Locators
  readonly heading: Locator;
  readonly resources: Locator;
  readonly components: Locator;
  readonly services: Locator;
  readonly placeHere: Locator;
  readonly edit: Locator;
  readonly panel: Locator;
  readonly #page: Page;
  readonly #tabs: Locator;
  /** What each tab shows before all else. */
  readonly #contents: Readonly<Record<ComputeTab, Locator>>;

  constructor(page: Page) {
    this.#page = page;
    const main = page.getByRole('main');
    this.heading = main.getByRole('heading', { level: 1 });
    this.resources = main.getByRole('table', { name: 'Resources' });
    this.components = main.getByRole('table', { name: 'Components' });
    this.services = main.getByRole('table', { name: 'Services' });
    this.placeHere = main.getByRole('link', { name: 'Place a service here…' });
    this.edit = main.getByRole('button', { name: 'Edit', exact: true });
    this.panel = main.getByRole('complementary');
    this.#tabs = main.getByRole('navigation', { name: 'Parts of the compute' });
    this.#contents = {
      Overview: this.resources,
      Components: main.getByRole('region', { name: 'Components' }),
      Storage: main.getByRole('region', { name: 'Storage', exact: true }),
      Services: main.getByRole('region', { name: 'Services' }),
      Network: main.getByRole('region', { name: 'IP addresses' }),
      Journal: main.getByRole('region', { name: /^Journal of/ }),
      History: main.getByText('Created').first(),
    };
  }

  // Actions
  async show(tab: ComputeTab): Promise<void> {
    await this.#tabs.getByRole('link', { name: tab }).click();
    await this.#contents[tab].waitFor();
  }

  // Queries
  /** One of the details: `fact('Serial number')`. Each has one name and one value. */
  async fact(name: string): Promise<string> {
    await this.#page.getByRole('term').getByText(name, { exact: true }).waitFor();
    const [names, values] = await Promise.all([
      this.#page.getByRole('term').allInnerTexts(),
      this.#page.getByRole('definition').allInnerTexts(),
    ]);
    return values[names.indexOf(name)] ?? '';
  }

  /** What the meters say, by resource: "4 of 64 allocated, 60 free". A resource that the compute lacks is left out. */
  meters(): Promise<Readonly<Record<string, string>>> {
    return meterTexts(this.resources);
  }

  /** The cells of the row of a service that runs here: quantity, allocated to each, together. */
  async serviceCells(service: string): Promise<readonly string[]> {
    const row = this.services.getByRole('row').filter({ has: this.#page.getByRole('rowheader', { name: service }) });
    return row.getByRole('cell').allInnerTexts();
  }
}
