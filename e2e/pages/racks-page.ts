import type { Locator, Page } from 'playwright';

import { DataList } from './data-list.ts';

/** The hall: all racks of all rooms as a plan, and beside it in words. */
export class RacksPage {
  // Locators
  readonly racks: Locator;
  readonly filter: Locator;
  readonly colour: Locator;
  readonly cables: DataList;
  readonly #places: Locator;
  readonly #page: Page;
  readonly #label: Locator;

  constructor(page: Page) {
    this.#page = page;
    const main = page.getByRole('main');
    const details = main.getByRole('complementary', { name: 'Details' });
    this.racks = details.getByRole('listitem').getByRole('link');
    this.#places = page.getByRole('navigation', { name: 'Places' });
    this.cables = new DataList(page, 'Cables', 'cable');
    const toolbar = main.getByRole('toolbar', { name: 'Hall' });
    this.filter = toolbar.getByRole('combobox', { name: 'Filter the devices of the hall' });
    this.#label = toolbar.getByRole('combobox', { name: 'Label' });
    this.colour = toolbar.getByRole('combobox', { name: 'Colour' });
  }

  // Actions
  async showCables(): Promise<void> {
    await this.#places.getByRole('link', { name: 'Cables' }).click();
    await this.cables.grid.waitFor();
  }

  async labelBy(field: string): Promise<void> {
    await this.#label.click();
    await this.#label.fill(field);
    await this.#page.getByRole('option', { name: field, exact: true }).click();
  }

  async findSpace(): Promise<void> {
    await this.#page.getByRole('main').getByRole('button', { name: 'Find free space' }).click();
  }

  /** Of the racks that have the space that is looked for. */
  async showInPlan(rack: string): Promise<void> {
    await this.#page.getByRole('button', { name: `Show ${rack} in the plan` }).click();
  }

  async openRack(name: string): Promise<void> {
    await this.racks.getByText(name, { exact: true }).first().click();
  }
}
