import type { Locator, Page } from 'playwright';

/** The panel beside the fleet that places one service on the selected computes. */
export class ManyPanel {
  // Locators
  readonly panel: Locator;
  readonly service: Locator;
  readonly quantity: Locator;
  readonly reason: Locator;
  readonly status: Locator;
  readonly place: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.panel = page.getByRole('complementary', { name: /^Place a service on/ });
    this.service = this.panel.getByRole('combobox', { name: 'Service' });
    this.quantity = this.panel.getByRole('textbox', { name: 'Instances on each' });
    this.reason = this.panel.getByRole('textbox', { name: 'Reason' });
    this.status = this.panel.getByRole('status');
    this.place = this.panel.getByRole('button', { name: /^Place/ });
  }

  /** What becomes of one compute. */
  outcome(compute: string): Locator {
    return this.panel.getByRole('row').filter({ hasText: compute });
  }

  // Actions
  async choose(service: string): Promise<void> {
    await this.service.fill(service);
    await this.#page.getByRole('listbox', { name: 'Service' }).getByRole('option').first().click();
  }

  async override(reason: string): Promise<void> {
    await this.panel.getByRole('radio', { name: 'Place there all the same, with a reason' }).check();
    await this.reason.fill(reason);
  }
}
