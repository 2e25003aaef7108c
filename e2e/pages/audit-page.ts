import type { Locator, Page } from 'playwright';

import { oneLine } from './text.ts';

/** The audits: their list, and one audit in its parts. */
export class AuditPage {
  // Locators
  readonly heading: Locator;
  readonly newAudit: Locator;
  readonly due: Locator;
  readonly name: Locator;
  readonly room: Locator;
  readonly preview: Locator;
  readonly scan: Locator;
  readonly lastScan: Locator;
  readonly racks: Locator;
  readonly candidates: Locator;
  readonly latest: Locator;
  readonly discrepancies: Locator;
  readonly reason: Locator;
  readonly readyToSign: Locator;
  readonly verified: Locator;
  readonly file: Locator;
  readonly ticks: Locator;
  readonly camera: Locator;
  /** The decisions that the marked discrepancy allows. */
  readonly decisions: Locator;
  /** Why the decision about the marked discrepancy was refused. */
  readonly refusal: Locator;
  readonly #page: Page;
  readonly #main: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.#main = page.getByRole('main');
    this.heading = this.#main.getByRole('heading', { level: 1 });
    this.newAudit = this.#main.getByRole('link', { name: 'New audit' });
    this.due = this.#main.getByRole('region', { name: 'Due for an audit' });
    this.name = this.#main.getByRole('textbox', { name: 'Name' });
    this.room = this.#main.getByRole('combobox', { name: 'Room' });
    this.preview = this.#main.getByRole('region', { name: 'What it would expect' }).getByRole('status');
    this.scan = this.#main.getByRole('textbox', { name: 'Scan' });
    this.lastScan = this.#main.getByRole('status', { name: 'Last scan' });
    this.racks = this.#main.getByRole('region', { name: 'Racks in walking order' }).getByRole('button');
    this.candidates = this.#main.getByRole('listbox', { name: 'Records that fit' }).getByRole('option');
    this.latest = this.#main.getByRole('region', { name: 'Latest scans' }).getByRole('listitem');
    this.discrepancies = this.#main.getByRole('listbox', { name: 'Discrepancies' });
    this.reason = page.getByRole('dialog').getByRole('textbox', { name: 'Reason' });
    this.readyToSign = this.#main.getByRole('heading', { name: 'Ready to sign' });
    this.file = this.#main.getByLabel('Text file of scans');
    this.ticks = this.#main.getByRole('textbox', { name: 'Ticked lines' });
    this.camera = this.#main.getByRole('region', { name: 'Camera' });
    const marked = this.#main.getByRole('region', { name: 'Marked discrepancy' });
    this.decisions = marked.getByRole('button');
    this.refusal = marked.getByRole('alert');
    this.verified = this.#main.getByRole('region', { name: 'Verification' }).getByRole('status');
  }

  expected(rack: string): Locator {
    return this.#main.getByRole('listbox', { name: `Expected in ${rack}` });
  }

  rack(name: string): Locator {
    return this.racks.filter({ has: this.#page.getByText(name, { exact: true }) });
  }

  /** A value that a decision asks for. */
  target(label: string): Locator {
    return this.#page.getByRole('combobox', { name: label });
  }

  decision(label: string): Locator {
    return this.decisions.filter({ hasText: label });
  }

  /** At level serial: the parts of the device that was read last. */
  parts(device: string): Locator {
    return this.#main.getByRole('region', { name: `Parts of ${device}` });
  }

  lines(rack: string): Locator {
    return this.#main.getByRole('list', { name: `Lines of ${rack}` }).getByRole('listitem');
  }

  session(name: string): Locator {
    return this.#main.getByRole('table', { name: 'Audits' }).getByRole('link', { name, exact: true });
  }

  /** What a step that is no scan has come to. */
  step(text: string): Locator {
    return this.#main.getByRole('status', { name: 'Last step' }).filter({ hasText: text });
  }

  /** The choice of lines while this many are still to be decided. */
  toDecide(count: number): Locator {
    return this.#main.getByRole('radio', { name: `To decide ${count}`, exact: true });
  }

  // Actions
  /** As a scanner does: the whole text at once, then Enter. */
  async read(...texts: readonly string[]): Promise<void> {
    for (const text of texts) {
      await this.#page.keyboard.insertText(text);
      await this.#page.keyboard.press('Enter');
    }
  }

  /** Begins a new audit of all that is recorded, and sees what it would expect. */
  async previewAll(): Promise<void> {
    await this.newAudit.click();
    await this.#main.getByRole('radio', { name: 'Query' }).check();
    await this.preview.waitFor();
  }

  /** Starts an audit of all that is recorded. */
  async startOnAll(name: string): Promise<void> {
    await this.previewAll();
    await this.name.fill(name);
    await this.press('ControlOrMeta+Enter');
    await this.scan.waitFor();
  }

  /** Starts an audit of a pasted list. */
  async startOnList(name: string, texts: readonly string[], level: 'Presence' | 'Serial numbers'): Promise<void> {
    await this.newAudit.click();
    await this.name.fill(name);
    await this.#main.getByRole('radio', { name: level }).check();
    await this.#main.getByRole('radio', { name: 'Pasted list' }).check();
    await this.#main.getByRole('textbox', { name: /one a line/ }).fill(texts.join('\n'));
    await this.preview.waitFor();
    await this.press('ControlOrMeta+Enter');
    await this.scan.waitFor();
  }

  /** Pastes text into the scan field as from the clipboard. */
  async paste(text: string): Promise<void> {
    await this.scan.evaluate((field, pasted) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', pasted);
      field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }, text);
  }

  async show(part: 'Walk' | 'Reconcile' | 'Sign off' | 'Report' | 'Paper'): Promise<void> {
    const link = this.#main.getByRole('navigation', { name: 'Parts of the audit' }).getByRole('link', { name: part });
    await link.click();
    await link.and(this.#page.locator('[aria-current=page]')).waitFor();
  }

  async press(keys: string): Promise<void> {
    await this.#page.keyboard.press(keys);
  }

  // Queries
  /** The class of the last scan in words. */
  lastClass(): Promise<string | null> {
    return this.lastScan
      .locator('[data-class]')
      .evaluateAll((answers) => answers.at(-1)?.getAttribute('data-class') ?? null);
  }

  /** Every discrepancy as its line reads. */
  async found(): Promise<readonly string[]> {
    return (await this.discrepancies.getByRole('option').allInnerTexts()).map(oneLine);
  }
}
