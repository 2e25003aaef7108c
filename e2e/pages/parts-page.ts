import type { Locator, Page } from 'playwright';

/** The parts of a compute: its slots, its RAID groups. */
export class PartsPage {
  // Locators
  readonly slots: Locator;
  readonly storage: Locator;
  readonly newSerial: Locator;
  readonly oldGoesTo: Locator;
  readonly swapExceptions: Locator;
  readonly #page: Page;
  readonly #tabs: Locator;

  constructor(page: Page) {
    this.#page = page;
    const main = page.getByRole('main');
    this.slots = main.getByRole('group', { name: 'Slots' });
    this.storage = main.getByRole('region', { name: 'Storage' });
    this.newSerial = page.getByLabel('Serial number of the new part');
    this.oldGoesTo = page.getByRole('group', { name: 'The old part goes to' });
    this.swapExceptions = page.getByRole('button', { name: 'Another component, or from loose stock…' });
    this.#tabs = main.getByRole('navigation', { name: 'Parts of the compute' });
  }

  slot(name: string): Locator {
    return this.slots.getByRole('button', { name: new RegExp(`^${name} `) });
  }

  group(name: string): Locator {
    return this.storage.getByRole('region', { name: `RAID group ${name}` });
  }

  zone(name: 'Members' | 'Hot spares' | 'Not in a group'): Locator {
    return this.storage.getByRole('region', { name });
  }

  // Actions
  async showSlots(): Promise<void> {
    await this.#tabs.getByRole('link', { name: 'Components' }).click();
    await this.slots.waitFor();
  }

  async showStorage(): Promise<void> {
    await this.#tabs.getByRole('link', { name: 'Storage' }).click();
    await this.storage.waitFor();
  }

  /** Chooses in a picker of the panel by typing the name. */
  async choose(picker: string, name: string): Promise<void> {
    await this.#page.getByRole('combobox', { name: picker }).fill(name);
    await this.#page.getByRole('option', { name }).first().click();
  }

  async editGroup(name: string): Promise<void> {
    await this.group(name).getByRole('button', { name: 'Edit' }).click();
    await this.zone('Members').waitFor();
  }

  async chooseLevel(label: string): Promise<void> {
    await this.#page.getByLabel('Level').selectOption({ label });
  }

  async saveGroup(): Promise<void> {
    await this.storage.getByRole('button', { name: /^Save/ }).click();
  }
}
