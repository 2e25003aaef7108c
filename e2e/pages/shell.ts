import type { Locator, Page } from 'playwright';

export type Area =
  | 'Fleet'
  | 'Racks'
  | 'Catalogue'
  | 'Stock'
  | 'Services'
  | 'Network'
  | 'Place'
  | 'Capacity'
  | 'Audit'
  | 'Journal'
  | 'History'
  | 'Settings';

/** The window of an open workspace around its screens. */
export class Shell {
  // Locators
  readonly areas: Locator;
  readonly heading: Locator;
  readonly banner: Locator;
  readonly notices: Locator;
  readonly undo: Locator;
  readonly redo: Locator;
  readonly findAnything: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.areas = page.getByRole('navigation', { name: 'Areas' });
    this.heading = page.getByRole('main').getByRole('heading', { level: 1 });
    // The first status of the window: it stands above the screen, and the notices, a list, below it.
    this.banner = page
      .getByRole('status')
      .filter({ hasNot: page.getByRole('list') })
      .first();
    this.notices = page.getByRole('status', { name: 'Notices' });
    const header = page.getByRole('banner');
    this.undo = header.getByRole('button', { name: /^(Undo:|Nothing to undo)/ });
    this.redo = header.getByRole('button', { name: /^(Redo:|Nothing to redo)/ });
    this.findAnything = header.getByRole('button', { name: /^Find anything/ });
  }

  area(name: Area): Locator {
    return this.areas.getByRole('link', { name, exact: true });
  }

  workspaceMenu(name: string): Locator {
    return this.#page.getByRole('banner').getByRole('button', { name: new RegExp(`^${name}`) });
  }

  notice(text: string | RegExp): Locator {
    return this.notices.getByRole('listitem').filter({ hasText: text });
  }

  // Actions
  async shown(): Promise<void> {
    await this.areas.waitFor();
  }

  async goTo(name: Area): Promise<void> {
    await this.area(name).click();
    await this.heading.filter({ hasText: name }).waitFor();
  }

  async dismissNotices(): Promise<void> {
    // At once: each goes by itself after a while, and could not be clicked then.
    await this.notices
      .getByRole('button', { name: 'Dismiss' })
      .evaluateAll((buttons) => buttons.forEach((button) => (button as HTMLElement).click()));
  }

  async chooseFromWorkspaceMenu(workspace: string, item: string): Promise<void> {
    await this.workspaceMenu(workspace).click();
    await this.#page.getByRole('menuitem', { name: item }).click();
  }
}
