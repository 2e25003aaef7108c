import type { Locator, Page } from 'playwright';

export type StockTab = 'Spares' | 'Intake' | 'Parts' | 'Shelves' | 'Minimum stock';

/** Spares, parts and deliveries. */
export class StockPage {
  // Locators
  readonly deviceType: Locator;
  readonly names: Locator;
  readonly machineSerials: Locator;
  readonly machineAssetTags: Locator;
  readonly partSerials: Locator;
  readonly addTag: Locator;
  readonly addRack: Locator;
  readonly preview: Locator;
  readonly register: Locator;
  readonly #page: Page;
  readonly #tabs: Locator;

  constructor(page: Page) {
    this.#page = page;
    const main = page.getByRole('main');
    this.#tabs = main.getByRole('navigation', { name: 'Parts of the stock' });
    // Each combobox has a list box of its name beside it.
    this.deviceType = main.getByRole('combobox', { name: 'Device type' });
    this.names = main.getByLabel('Names');
    this.machineSerials = main.getByRole('textbox', { name: 'Serial numbers of the machines' });
    this.machineAssetTags = main.getByRole('textbox', { name: 'Asset tags of the machines' });
    this.partSerials = main.getByRole('textbox', { name: 'Serial numbers of the parts' });
    this.addTag = main.getByRole('button', { name: 'Add a tag' });
    this.addRack = main.getByRole('button', { name: 'Add a rack' });
    this.preview = main.getByRole('region', { name: 'Preview' });
    this.register = main.getByRole('button', { name: /^Register/ });
  }

  scannedPart(label: string): Locator {
    return this.#page.getByRole('checkbox', { name: label });
  }

  rackField(name: 'Rack' | 'First unit' | 'Machines'): Locator {
    return this.#page.getByRole(name === 'Rack' ? 'combobox' : 'textbox', { name, exact: true });
  }

  tag(number: number, part: 'key' | 'value'): Locator {
    return this.#page.getByRole('combobox', { name: `Tag ${number} ${part}` });
  }

  // Actions
  async show(tab: StockTab): Promise<void> {
    await this.#tabs.getByRole('link', { name: tab }).click();
    await this.#tabs.locator('[aria-current="page"]', { hasText: tab }).waitFor();
  }

  /** Types a part of the name and takes the first that has it, as a person at the keyboard does. */
  async choose(picker: Locator, name: string): Promise<void> {
    await picker.focus();
    await this.#page.keyboard.type(name);
    await this.#page.getByRole('option', { name }).first().waitFor();
    await this.#page.keyboard.press('ArrowDown');
    await this.#page.keyboard.press('Enter');
  }

  /** What a scanner sends: each code as keys, Enter after it. */
  async scan(field: Locator, codes: readonly string[]): Promise<void> {
    await field.focus();
    for (const code of codes) {
      await this.#page.keyboard.type(code);
      await this.#page.keyboard.press('Enter');
    }
  }
}
