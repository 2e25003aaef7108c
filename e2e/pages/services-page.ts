import type { Locator, Page } from 'playwright';

import { DataList } from './data-list.ts';

/** Services, and the way from one to the place for it. */
export class ServicesPage {
  // Locators
  readonly list: DataList;
  readonly findPlace: Locator;

  constructor(page: Page) {
    this.list = new DataList(page, 'Services', 'service');
    this.findPlace = this.list.panel.getByRole('link', { name: 'Find a place for it' });
  }

  // Actions
  async openService(name: string): Promise<void> {
    await this.list.openRow(name);
    await this.list.panel.getByRole('heading', { name, exact: true }).waitFor();
  }
}
