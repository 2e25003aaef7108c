import type { Locator, Page } from 'playwright';

/** Choices of this person and of this workspace. */
export class SettingsPage {
  // Locators
  readonly heading: Locator;
  readonly operator: Locator;
  readonly saveOperator: Locator;
  readonly copyDiagnostics: Locator;
  readonly #main: Locator;

  constructor(page: Page) {
    this.#main = page.getByRole('main');
    this.heading = this.#main.getByRole('heading', { name: 'Settings', level: 1 });
    this.operator = this.#main.getByRole('textbox', { name: 'Operator name' });
    this.saveOperator = this.#main.getByRole('button', { name: 'Save' }).first();
    this.copyDiagnostics = this.#main.getByRole('button', { name: 'Copy diagnostics' });
  }

  choice(group: 'Theme' | 'Cores are counted as', name: string): Locator {
    return this.#main.getByRole('radiogroup', { name: group }).getByRole('radio', { name });
  }

  // Actions
  async showBackups(): Promise<void> {
    await this.#main.getByRole('navigation', { name: 'Settings' }).getByRole('link', { name: 'Backups' }).click();
  }
}
