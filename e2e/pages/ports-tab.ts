import type { Locator, Page } from 'playwright';

/** The ports of a compute or of equipment, and the dialogs that plug, trace and unplug. */
export class PortsTab {
  // Locators
  readonly interfaces: Locator;
  readonly dialog: Locator;
  readonly connectMany: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    const main = page.getByRole('main');
    this.interfaces = main.getByRole('table', { name: 'Network interface' });
    this.connectMany = main.getByRole('button', { name: 'Connect many…' });
    this.dialog = page.getByRole('dialog');
  }

  port(name: string): Locator {
    return this.interfaces.getByRole('row').filter({ has: this.#page.getByRole('rowheader', { name, exact: true }) });
  }

  pair(name: string): Locator {
    return this.dialog.getByRole('row').filter({ has: this.#page.getByRole('rowheader', { name, exact: true }) });
  }

  // Actions
  async show(): Promise<void> {
    await this.#page.getByRole('main').getByRole('link', { name: 'Ports', exact: true }).click();
    await this.interfaces.waitFor();
  }

  async trace(port: string): Promise<void> {
    await this.port(port)
      .getByRole('button', { name: `Trace ${port}` })
      .click();
    await this.dialog.getByRole('region', { name: 'Path' }).waitFor();
  }

  async disconnect(port: string): Promise<void> {
    await this.port(port)
      .getByRole('button', { name: `Disconnect ${port}` })
      .click();
  }

  async connect(port: string, device: string, far: string): Promise<void> {
    await this.port(port)
      .getByRole('button', { name: `Connect ${port}` })
      .click();
    await this.chooseDevice(device);
    await this.dialog.getByRole('combobox', { name: 'Far port' }).fill(far);
    await this.#page.getByRole('option', { name: new RegExp(`^${far} `) }).click();
    await this.dialog.getByRole('button', { name: 'Connect', exact: true }).click();
    await this.dialog.waitFor({ state: 'hidden' });
  }

  async chooseDevice(name: string): Promise<void> {
    await this.dialog.getByRole('combobox', { name: 'Far device' }).fill(name);
    await this.#page.getByRole('option', { name }).first().click();
  }

  async fillRanges(own: string, far: string): Promise<void> {
    await this.dialog.getByRole('textbox', { name: /^Ports of/ }).fill(own);
    await this.dialog.getByRole('textbox', { name: 'Far ports' }).fill(far);
  }
}
