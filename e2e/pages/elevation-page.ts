import type { Locator, Page } from 'playwright';

/** Racks side by side, as devices are moved about in them. */
export class ElevationPage {
  readonly #page: Page;
  // Locators
  readonly sentence: Locator;
  readonly printAudit: Locator;
  readonly label: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.sentence = page.getByRole('main').getByRole('status').first();
    this.label = page.getByRole('toolbar', { name: 'Drawing' }).getByRole('combobox', { name: 'Label' });
    this.printAudit = page.getByRole('dialog', { name: 'Print audit sheets' });
  }

  face(rack: string, face: 'front' | 'rear'): Locator {
    return this.#page.getByRole('main').getByRole('listbox', { name: `${rack}, ${face}` });
  }

  device(rack: string, name: string): Locator {
    return this.face(rack, 'front').getByRole('option', { name: new RegExp(`, ${name}, `) });
  }

  /** What is written on devices of the front; not read aloud, so found as text. */
  written(rack: string, text: string): Locator {
    return this.face(rack, 'front').locator('text', { hasText: text });
  }

  /** A bay as it is read aloud: `bay 3 of chassis-1, free`. */
  bay(rack: string, spoken: string): Locator {
    return this.face(rack, 'front').getByRole('option', { name: new RegExp(`^${spoken}`) });
  }

  /** Free units of the front, the highest first, as they are read aloud. */
  freeUnit(rack: string, unit: string): Locator {
    return this.face(rack, 'front').getByRole('option', { name: `${unit}, front, free`, exact: true });
  }

  // Actions
  async showBeside(...racks: readonly string[]): Promise<void> {
    await this.#page.getByRole('button', { name: /^Racks beside/ }).click();
    for (const rack of racks) await this.#page.getByRole('checkbox', { name: new RegExp(`^${rack} ·`) }).check();
    await this.#page.keyboard.press('Escape');
    for (const rack of racks) await this.face(rack, 'front').waitFor();
  }

  /** Presses on `from`, goes to `to` and holds there, so that the preview can be read; `drop` or Escape ends it. */
  async hold(from: Locator, to: Locator): Promise<void> {
    const [start, end] = [await from.boundingBox(), await to.boundingBox()];
    if (!start || !end) throw new Error('What is dragged, or where to, is not on screen.');
    await this.#page.mouse.move(start.x + start.width / 2, start.y + start.height / 2);
    await this.#page.mouse.down();
    await this.#page.mouse.move(end.x + end.width / 2, end.y + end.height / 2, { steps: 8 });
  }

  /** Writes another field on the devices, found by typing its name. */
  async labelBy(field: string): Promise<void> {
    await this.label.click();
    await this.label.fill(field);
    await this.#page.getByRole('option', { name: field, exact: true }).click();
  }

  async drop(): Promise<void> {
    await this.#page.mouse.up();
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.#page.keyboard.press(key);
  }

  async saveAs(kind: 'SVG' | 'PNG'): Promise<void> {
    await this.#page.getByRole('button', { name: 'Print and export' }).click();
    await this.#page.getByRole('menuitem', { name: `Save the drawing as ${kind}` }).click();
  }

  async openPrint(): Promise<void> {
    await this.#page.getByRole('button', { name: 'Print and export' }).click();
    await this.#page.getByRole('menuitem', { name: 'Print audit sheets…' }).click();
    await this.printAudit.waitFor();
  }
}
