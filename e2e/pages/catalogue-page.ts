import type { Locator, Page } from 'playwright';

import { DataList } from './data-list.ts';

/** Device types and components, and the way to the import. */
export class CataloguePage {
  // Locators
  readonly deviceTypes: DataList;
  readonly components: DataList;
  readonly importLink: Locator;
  readonly #tabs: Locator;
  readonly #importHeading: Locator;

  constructor(page: Page) {
    const main = page.getByRole('main');
    this.deviceTypes = new DataList(page, 'Device types', 'device type');
    this.components = new DataList(page, 'Components', 'component');
    this.importLink = main.getByRole('link', { name: 'Import…' });
    this.#tabs = main.getByRole('navigation', { name: 'Parts of the catalogue' });
    this.#importHeading = main.getByRole('heading', { name: 'Import device types', level: 1 });
  }

  // Actions
  async showComponents(): Promise<void> {
    await this.#tabs.getByRole('link', { name: 'Components' }).click();
    await this.components.grid.waitFor();
  }

  async openImport(): Promise<void> {
    await this.importLink.click();
    await this.#importHeading.waitFor();
  }
}
