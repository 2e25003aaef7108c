import type { Locator, Page } from 'playwright';

/** The journal: of everything, or as a tab of one thing. */
export class JournalPage {
  // Locators
  readonly entries: Locator;
  readonly panel: Locator;
  readonly content: Locator;
  readonly preview: Locator;
  readonly search: Locator;
  readonly refusals: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    const main = page.getByRole('main');
    this.entries = main.getByRole('list', { name: 'Journal entries' }).getByRole('article');
    this.panel = main.getByRole('complementary');
    this.content = this.panel.getByRole('textbox', { name: 'What was done' });
    this.preview = this.panel.getByRole('region', { name: 'Preview' });
    this.search = main.getByRole('searchbox', { name: 'Text of the entry' });
    this.refusals = this.panel.getByRole('alert');
  }

  entry(text: string): Locator {
    return this.entries.filter({ hasText: text });
  }

  category(name: string): Locator {
    return this.#page.getByRole('group', { name: 'Categories' }).getByRole('checkbox', { name });
  }

  day(which: 'From day' | 'To day'): Locator {
    return this.#page.getByRole('main').getByLabel(which);
  }

  // Actions
  async openWriting(): Promise<void> {
    await this.#page.getByRole('main').getByRole('button', { name: 'Write an entry' }).first().click();
    await this.content.waitFor();
  }

  async choose(category: string): Promise<void> {
    await this.panel.getByRole('combobox', { name: 'Category' }).selectOption({ label: category });
  }

  async show(side: 'Write' | 'Preview'): Promise<void> {
    await this.panel.getByText(side, { exact: true }).first().click();
  }

  async attach(...files: { name: string; mimeType: string; buffer: Buffer }[]): Promise<void> {
    await this.panel.getByLabel('Photos and PDFs').locator('input[type=file]').setInputFiles(files);
  }

  async write(): Promise<void> {
    await this.content.press('ControlOrMeta+Enter');
    await this.panel.waitFor({ state: 'detached' });
  }

  // Queries
  async texts(): Promise<readonly string[]> {
    return this.entries.allInnerTexts();
  }
}
