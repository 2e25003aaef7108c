import type { Locator, Page } from 'playwright';

import { meterTexts } from './meters.ts';
import { oneLine } from './text.ts';

/** The placement wizard: what is asked at the left, the ranked answer, and the chosen candidate beside it. */
export class PlacePage {
  // Locators
  readonly heading: Locator;
  readonly service: Locator;
  readonly serviceOptions: Locator;
  readonly quantity: Locator;
  /** Keeps all instances on one compute. */
  readonly allOnOne: Locator;
  /** Opens and closes what a good fit is judged by. */
  readonly judged: Locator;
  readonly candidateList: Locator;
  readonly candidates: Locator;
  readonly rejected: Locator;
  readonly summary: Locator;
  readonly candidate: Locator;
  readonly bookIt: Locator;
  readonly helps: Locator;
  readonly gap: Locator;
  readonly bars: Locator;
  /** How far the planning of many instances is. */
  readonly planning: Locator;
  readonly cancelPlanning: Locator;
  readonly planningCancelled: Locator;
  /** How far the search for what would help is. */
  readonly searching: Locator;
  readonly searchCancelled: Locator;
  readonly batchSummary: Locator;
  /** What was answered to "why not this one?". */
  readonly verdict: Locator;
  /** The candidates that were chosen to be compared. */
  readonly comparison: Locator;
  /** The answer as it lies on paper. */
  readonly paper: Locator;
  readonly #main: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.#main = page.getByRole('main');
    this.heading = this.#main.getByRole('heading', { name: 'Place', level: 1 });
    const what = this.#main.getByRole('region', { name: 'What' });
    this.service = what.getByRole('combobox', { name: 'Service' });
    this.serviceOptions = page.getByRole('listbox', { name: 'Service' }).getByRole('option');
    this.quantity = what.getByRole('textbox', { name: 'Quantity' });
    this.allOnOne = what.getByText('All on one', { exact: true });
    this.judged = this.#main.locator('summary').filter({ hasText: 'How it is judged' });
    this.candidateList = this.#main.getByRole('listbox', { name: 'Candidates, best first' });
    this.candidates = this.candidateList.getByRole('option');
    this.rejected = this.#main.getByRole('list', { name: 'Rejected computes, closest misses first' });
    this.summary = this.#main.getByRole('status').filter({ hasText: 'computes can take' });
    this.candidate = this.#main.getByRole('complementary', { name: /^Candidate / });
    this.bookIt = this.candidate.getByRole('button', { name: 'Book it' });
    this.helps = this.#main.getByRole('list', { name: 'What would help' });
    this.gap = this.#main.getByRole('region', { name: 'The gap' });
    this.planning = this.#main.getByRole('progressbar', { name: 'Placing instances' });
    this.cancelPlanning = this.#main.getByRole('button', { name: 'Cancel' });
    this.searching = this.#main.getByRole('progressbar', { name: 'Putting servers together' });
    this.searchCancelled = this.#main.getByRole('status').filter({ hasText: 'The search for what would help was' });
    this.planningCancelled = this.#main.getByRole('status').filter({ hasText: 'The planning was cancelled' });
    this.batchSummary = this.#main.getByRole('status').filter({ hasText: ' placed on ' });
    this.verdict = this.#main.getByRole('paragraph');
    this.comparison = this.#main.getByRole('table', { name: 'Candidates side by side' });
    this.paper = page.getByRole('dialog', { name: 'Plan on paper' });
    this.bars = this.candidate.getByRole('list', { name: 'Resources before and after' });
  }

  tab(name: string): Locator {
    return this.#main.getByRole('tab', { name: new RegExp(`^${name}`) });
  }

  /** The mark of a candidate that is compared, by its place in the list. */
  compared(index: number): Locator {
    return this.candidates.nth(index).getByText('compared', { exact: true });
  }

  // Actions
  /** Asks for another service than the one asked for last. */
  async choose(service: string): Promise<void> {
    await this.#main.getByRole('button', { name: 'Start over' }).click();
    await this.service.click();
    await this.service.fill(service);
    await this.serviceOptions.filter({ hasText: new RegExp(`^${service}( ·|$)`) }).click();
    await this.summary.filter({ hasText: service }).waitFor();
  }

  /** Asks why a compute cannot take it. */
  async whyNot(compute: string): Promise<void> {
    await this.#main.getByRole('combobox', { name: 'Why not this one?' }).fill(compute);
    await this.#page.getByRole('listbox', { name: 'Why not this one?' }).getByRole('option').first().click();
  }

  async openPaper(): Promise<void> {
    await this.#main.getByRole('button', { name: 'Save', exact: true }).click();
    await this.#page.getByRole('menuitem', { name: 'As PDF, or on paper…' }).click();
  }

  async showRejected(): Promise<void> {
    await this.tab('Rejected').click();
    await this.rejected.waitFor();
  }

  /** Accepts the marked candidate: what is booked is shown once more, then written. */
  async accept(): Promise<void> {
    await this.candidate.getByRole('button', { name: 'Place it here' }).click();
    await this.bookIt.click();
  }

  // Queries
  /** How many computes can take it, cannot, and are asked: what the tabs and the summary say. */
  async counts(): Promise<{ candidates: number; rejected: number; computes: number }> {
    const figure = (text: string) => Number(text.replaceAll(/\D/g, ''));
    const summary = await this.summary.innerText();
    return {
      candidates: figure(await this.tab('Candidates').innerText()),
      rejected: figure(await this.tab('Rejected').innerText()),
      computes: figure(/ of ([\d,.]+) computes/.exec(summary)?.[1] ?? ''),
    };
  }

  /** Names of the candidates, best first. */
  ranking(): Promise<readonly string[]> {
    return this.candidateList.getByRole('strong').allInnerTexts();
  }

  comparedNames(): Promise<readonly string[]> {
    return this.comparison.getByRole('columnheader').getByRole('link').allInnerTexts();
  }

  /** How many pixels of the comparison lie outside of what is seen. */
  comparisonOverhang(): Promise<number> {
    return this.comparison.evaluate((table) => {
      const frame = table.parentElement;
      return frame ? frame.scrollWidth - frame.clientWidth : 0;
    });
  }

  /** Each candidate as its row says it: rank, compute, resources before and after, score. */
  async candidateLines(): Promise<readonly string[]> {
    const options = await this.candidates.all();
    return Promise.all(
      options.map(async (option) => {
        const [text, meters] = await Promise.all([option.innerText(), meterTexts(option)]);
        const [rank = '', compute = '', ...rest] = oneLine(text).split(' ');
        const resources = Object.entries(meters).map((entry) => entry.join(' '));
        return `${rank.padStart(3)}. ${compute.padEnd(16)} score ${(rest.at(-1) ?? '').padStart(5)}  ${resources.join('; ')}`;
      }),
    );
  }

  /** Computes that cannot take it, each with its reasons. */
  async rejections(): Promise<readonly { readonly compute: string; readonly reasons: readonly string[] }[]> {
    const rows = await this.rejected
      .getByRole('listitem')
      .filter({ has: this.#page.getByRole('link') })
      .all();
    return Promise.all(
      rows.map(async (row) => ({
        compute: await row.getByRole('link').innerText(),
        reasons: await row.getByRole('list').getByRole('listitem').allInnerTexts(),
      })),
    );
  }

  /** What the bars of the marked candidate say, by resource: "8 now, 12 afterwards, of 64". */
  barTexts(): Promise<Readonly<Record<string, string>>> {
    return meterTexts(this.bars);
  }
}
