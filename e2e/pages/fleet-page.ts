import type { Locator, Page } from 'playwright';

import { DataList } from './data-list.ts';

/** Computes and equipment. */
export class FleetPage {
  // Locators
  readonly computes: DataList;
  readonly equipment: DataList;
  readonly costs: Locator;
  readonly #tabs: Locator;

  constructor(page: Page) {
    this.costs = page.getByRole('region', { name: 'Costs' });
    this.computes = new DataList(page, 'Computes', 'compute');
    this.equipment = new DataList(page, 'Equipment', 'equipment');
    this.#tabs = page.getByRole('navigation', { name: 'Kinds of machine' });
  }

  // Actions
  async showEquipment(): Promise<void> {
    await this.#tabs.getByRole('link', { name: 'Equipment' }).click();
    await this.equipment.grid.waitFor();
  }

  async showContracts(): Promise<void> {
    await this.#tabs.getByRole('link', { name: 'Contracts' }).click();
    await this.costs.waitFor();
  }
}
