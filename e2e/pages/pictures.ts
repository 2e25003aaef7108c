import type { Locator, Page } from 'playwright';

/** The pictures of a place or device type, and those drawn in an elevation. */
export class Pictures {
  // Locators
  readonly section: Locator;
  /** Device types drawn as they look. */
  readonly drawn: Locator;

  constructor(page: Page) {
    this.section = page.getByRole('region', { name: 'Pictures' });
    this.drawn = page.locator('[data-face] image');
  }

  photo(name: string): Locator {
    return this.section.getByRole('img', { name });
  }

  // Actions
  async add(file: string): Promise<void> {
    await this.section.getByLabel('Picture file').setInputFiles(file);
  }

  async remove(fileName: string): Promise<void> {
    await this.section.getByRole('button', { name: `Remove ${fileName}` }).click();
  }
}
