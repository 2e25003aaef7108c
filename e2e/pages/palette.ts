import type { Locator, Page } from 'playwright';

/** The box that finds every object and every action (Ctrl-K). */
export class Palette {
  // Locators
  readonly dialog: Locator;
  readonly input: Locator;
  readonly options: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.dialog = page.getByRole('dialog', { name: 'Find anything' });
    this.input = this.dialog.getByRole('combobox', { name: 'Find an object or an action' });
    this.options = this.dialog.getByRole('option');
  }

  option(text: string): Locator {
    return this.options.filter({ hasText: text });
  }

  // Actions
  async open(): Promise<void> {
    // One that was just left fades, and would take the keys.
    await this.dialog.waitFor({ state: 'hidden' });
    await this.#page.keyboard.press('ControlOrMeta+KeyK');
    await this.input.waitFor();
  }

  /** Types the text and takes the option of exactly that beginning, with the keyboard alone. */
  async run(text: string): Promise<void> {
    await this.open();
    await this.input.fill(text);
    await this.#page.getByRole('option', { name: text, selected: true }).waitFor();
    await this.#page.keyboard.press('Enter');
    await this.dialog.waitFor({ state: 'hidden' });
  }

  // Queries
  optionTexts(): Promise<readonly string[]> {
    return this.options.allInnerTexts();
  }
}
