import type { Locator, Page } from 'playwright';

import { DataList } from './data-list.ts';

export type NetworkPart = 'Prefixes' | 'IP addresses' | 'VRFs' | 'DNS' | 'Port assignments' | 'Firewall' | 'Findings';

/** Prefixes and addresses, names, ports and firewall rules. */
export class NetworkPage {
  // Locators
  readonly tree: Locator;
  readonly panel: Locator;
  readonly findings: Locator;
  readonly zones: Locator;
  readonly addresses: DataList;
  readonly vrfs: DataList;
  readonly records: DataList;
  readonly ports: DataList;
  readonly rules: DataList;
  readonly #page: Page;
  readonly #parts: Locator;
  readonly #dnsViews: Locator;

  constructor(page: Page) {
    this.#page = page;
    const main = page.getByRole('main');
    this.tree = main.getByRole('grid', { name: 'Prefixes' });
    this.panel = main.getByRole('complementary');
    this.findings = main.getByRole('table', { name: 'Findings' });
    this.zones = main.getByRole('table', { name: 'Zones' });
    this.addresses = new DataList(page, 'IP addresses', 'IP address');
    this.vrfs = new DataList(page, 'VRFs', 'VRF');
    this.records = new DataList(page, 'DNS records', 'DNS record');
    this.ports = new DataList(page, 'Port assignments', 'port assignment');
    this.rules = new DataList(page, 'Firewall rules', 'firewall rule');
    this.#parts = main.getByRole('navigation', { name: 'Parts of the network' });
    this.#dnsViews = main.getByRole('navigation', { name: 'Views of DNS' });
  }

  prefix(cidr: string): Locator {
    return this.tree.getByRole('link', { name: cidr, exact: true });
  }

  // Actions
  async show(part: NetworkPart): Promise<void> {
    await this.#parts.getByRole('link', { name: part, exact: true }).click();
    await this.#contents(part).waitFor();
  }

  async showDns(view: 'Records' | 'Zones' | 'Import'): Promise<void> {
    await this.#dnsViews.getByRole('link', { name: view }).click();
    const shown = { Records: this.records.grid, Zones: this.zones, Import: this.#page.getByLabel('Or paste its text') };
    await shown[view].waitFor();
  }

  async openPrefix(cidr: string): Promise<void> {
    // The tree draws only what is in sight.
    await this.#page.getByRole('searchbox', { name: 'Filter prefixes' }).fill(cidr);
    await this.prefix(cidr).click();
    await this.#page.getByRole('listbox', { name: `Map of ${cidr}` }).waitFor();
  }

  // Queries
  #contents(part: NetworkPart): Locator {
    const shown: Readonly<Record<NetworkPart, Locator>> = {
      Prefixes: this.tree,
      'IP addresses': this.addresses.grid,
      VRFs: this.vrfs.grid,
      DNS: this.records.grid,
      'Port assignments': this.ports.grid,
      Firewall: this.rules.grid,
      Findings: this.findings,
    };
    return shown[part];
  }
}
