import type { Locator, Page } from 'playwright';

/** How a compute is reached: its addresses, ports and firewall rules. */
export class NetworkTab {
  // Locators
  readonly addresses: Locator;
  readonly mappings: Locator;
  readonly rules: Locator;
  readonly panel: Locator;
  readonly takeOver: Locator;
  readonly answer: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    const main = page.getByRole('main');
    this.addresses = main.getByRole('table', { name: 'IP addresses' });
    this.mappings = main.getByRole('table', { name: 'Port assignments' });
    this.rules = main.getByRole('table', { name: 'Rules in the order they are asked' });
    this.panel = main.getByRole('complementary');
    this.takeOver = page.getByRole('dialog', { name: 'This port is taken' });
    this.answer = main.getByRole('region', { name: 'Would this packet pass?' }).getByRole('status');
  }

  button(name: string): Locator {
    return this.#page.getByRole('main').getByRole('button', { name });
  }

  // Actions
  async open(compute: string): Promise<void> {
    await this.#page
      .getByRole('navigation', { name: 'Parts of the compute' })
      .getByRole('link', { name: 'Network' })
      .click();
    await this.button('Give it an address…').waitFor();
    await this.#page.getByRole('heading', { level: 1, name: compute }).waitFor();
  }

  /** Gives the compute the next free address of a prefix. */
  async giveNextOf(prefix: string): Promise<void> {
    await this.button('Give it an address…').click();
    await this.choose('Prefix', prefix);
    await this.panel.getByText('Next free:').waitFor();
    await this.panel.getByRole('button', { name: 'Give', exact: true }).click();
    await this.panel.waitFor({ state: 'hidden' });
  }

  async choose(label: string, name: string): Promise<void> {
    const box = this.panel.getByRole('combobox', { name: label });
    // The primary address is proposed: typed again it would open no list.
    if ((await box.inputValue()) === name) return;
    await box.fill(name);
    // Who has an address stands behind it.
    const called = this.#page.getByRole('option', { name, exact: true });
    await called.or(this.#page.getByRole('option', { name: `${name} · ` })).click();
  }

  /** Leads a port of an address on record to the first service of the compute. */
  async lead(address: string, port: string, servicePort: string, protocol = 'tcp'): Promise<void> {
    await this.button('Lead a port here…').click();
    await this.choose('IP address', address);
    await this.panel.getByRole('textbox', { name: 'Port', exact: true }).fill(port);
    await this.panel.getByLabel('Protocol').selectOption(protocol);
    await this.panel.getByRole('textbox', { name: 'Service port' }).fill(servicePort);
    await this.panel.getByRole('button', { name: 'Lead it there' }).click();
  }

  async ask(source: string, port: string): Promise<void> {
    const question = this.#page.getByRole('region', { name: 'Would this packet pass?' });
    await question.getByRole('textbox', { name: 'From' }).fill(source);
    await question.getByRole('textbox', { name: 'Port' }).fill(port);
  }

  // Queries
  /** The first cell of each row of a table. */
  async firstCells(table: Locator): Promise<readonly string[]> {
    const texts = await table.getByRole('rowheader').allInnerTexts();
    return texts.map((text) => text.replaceAll(/\s+/g, ' ').trim());
  }
}
