import type { Locator, Page } from 'playwright';

/** The views of a list: its menu, and those that are pinned. */
export class SavedViews {
  // Locators
  readonly pinned: Locator;
  readonly dialog: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.pinned = page.getByRole('navigation', { name: 'Pinned views' }).getByRole('link');
    this.dialog = page.getByRole('dialog');
  }

  /** The button of the menu while this view is open; `Views` while none is. */
  button(text: string): Locator {
    return this.#page.getByRole('main').getByRole('button', { name: text, exact: true });
  }

  // Actions
  /** @param shown what the menu's button says now */
  async choose(shown: string, item: string): Promise<void> {
    await this.button(shown).click();
    await this.#page.getByRole('menuitem', { name: item, exact: true }).click();
  }

  async name(text: string): Promise<void> {
    await this.dialog.getByRole('textbox', { name: 'Name' }).fill(text);
    await this.#page.keyboard.press('Enter');
    await this.dialog.waitFor({ state: 'hidden' });
  }
}
