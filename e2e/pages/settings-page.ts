import type { Locator, Page } from 'playwright';

/** Choices of this person and of this workspace. */
export class SettingsPage {
  // Locators
  readonly heading: Locator;
  readonly operator: Locator;
  readonly saveOperator: Locator;
  readonly copyDiagnostics: Locator;
  readonly licences: Locator;
  readonly #page: Page;
  readonly #main: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.#main = page.getByRole('main');
    this.heading = this.#main.getByRole('heading', { name: 'Settings', level: 1 });
    this.operator = this.#main.getByRole('textbox', { name: 'Operator name' });
    this.licences = page.getByRole('dialog', { name: 'Licences' });
    this.saveOperator = this.#main.getByRole('button', { name: 'Save' }).first();
    this.copyDiagnostics = this.#main.getByRole('button', { name: 'Copy diagnostics' });
  }

  /** Opens the list of licences. @returns one line for each package: name, version, licence */
  async showLicences(): Promise<readonly string[]> {
    await this.#main.getByRole('button', { name: 'Licences…' }).click();
    await this.licences.getByRole('listitem').first().waitFor();
    return this.licences.locator('summary').allInnerTexts();
  }

  async closeDialog(): Promise<void> {
    await this.#page.keyboard.press('Escape');
    await this.licences.waitFor({ state: 'detached' });
  }

  choice(group: 'Theme' | 'Cores are counted as', name: string): Locator {
    return this.#main.getByRole('radiogroup', { name: group }).getByRole('radio', { name });
  }

  // Actions
  async showBackups(): Promise<void> {
    await this.#main.getByRole('navigation', { name: 'Settings' }).getByRole('link', { name: 'Backups' }).click();
  }
}
