import type { Locator, Page } from 'playwright';

/** What counts as a good fit, in the wizard or in the settings: a choice, a drawing, and points of one's own. */
export class ShapeEditor {
  // Locators
  readonly choice: Locator;
  readonly points: Locator;
  readonly #main: Locator;

  constructor(page: Page) {
    this.#main = page.getByRole('main');
    this.choice = this.#main.getByRole('combobox', { name: 'A good fit' });
    this.points = this.#main.getByRole('group', { name: 'Points of the curve' });
  }

  point(number: number, what: 'used in %' | 'points'): Locator {
    return this.points.getByRole('textbox', { name: `Point ${number}, ${what}` });
  }

  // Actions
  /** Types as many points as there are, each as share used and points. */
  async type(points: readonly (readonly [used: string, points: string])[]): Promise<void> {
    for (const [index, [used, score]] of points.entries()) {
      await this.point(index + 1, 'used in %').fill(used);
      await this.point(index + 1, 'points').fill(score);
    }
  }

  // Queries
  /** The drawing in words. */
  async drawing(): Promise<string> {
    return (
      (await this.#main
        .getByRole('img', { name: / points at / })
        .first()
        .getAttribute('aria-label')) ?? ''
    );
  }

  async problems(): Promise<readonly string[]> {
    return this.points.getByRole('alert').allInnerTexts();
  }
}
