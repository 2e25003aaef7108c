import type { Page } from 'playwright';
import { expect, test } from 'vitest';

import { fromRoot } from '../../scripts/paths.mjs';
import { makeHomeFolder } from '../fixtures/home-folder.ts';
import { launchRackwright, startProgram } from '../fixtures/launch.ts';
import { share, tableRow } from './figures.ts';
import { makeLargeWorkspace } from './large-workspace.ts';

const FRAMES = 600;

/** A wheel turned fast, and the bar dragged through the whole list. */
const SPEEDS = [
  { title: 'wheel, 240 px a frame', pixels: 240 },
  { title: 'drag, 4,000 px a frame', pixels: 4_000 },
] as const;

interface Scrolled {
  readonly frames: readonly number[];
  /** how long each row in sight was blank, in milliseconds */
  readonly blanks: readonly number[];
}

/** Scrolls the element for 600 frames, and notes how long each took and how long a row in sight stayed blank. */
function scroll(page: Page, selector: string, pixels: number): Promise<Scrolled> {
  return page.evaluate(
    async ({ selector: wanted, pixels: step, count }) => {
      const scroller = document.querySelector(wanted);
      if (!scroller) throw new Error(`There is no ${wanted} to scroll.`);
      const frames: number[] = [];
      const blanks: number[] = [];
      const blankSince = new Map<string, number>();
      const nextFrame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
      const noteBlanks = (now: number) => {
        const { top, bottom } = scroller.getBoundingClientRect();
        const inSight = [...scroller.querySelectorAll('[role=row][aria-busy=true]')].filter((row) => {
          const box = row.getBoundingClientRect();
          return box.bottom > top && box.top < bottom;
        });
        const blank = new Set(inSight.map((row) => row.getAttribute('aria-rowindex') ?? ''));
        for (const [index, since] of blankSince)
          if (!blank.has(index)) {
            blanks.push(now - since);
            blankSince.delete(index);
          }
        for (const index of blank) if (!blankSince.has(index)) blankSince.set(index, now);
      };
      let last = await nextFrame();
      for (let frame = 0; frame < count; frame += 1) {
        scroller.scrollTop += step;
        const now = await nextFrame();
        frames.push(now - last);
        last = now;
        noteBlanks(now);
      }
      for (let frame = 0; frame < 120 && blankSince.size > 0; frame += 1) noteBlanks(await nextFrame());
      scroller.scrollTop = 0;
      return { frames, blanks: [...blanks, ...[...blankSince.values()].map((since) => performance.now() - since)] };
    },
    { selector, pixels, count: FRAMES },
  );
}

/** The same way through as tall a box without rows, in a bare window. */
async function scrollBare(pixels: number): Promise<Scrolled> {
  const home = makeHomeFolder();
  const app = await startProgram(fromRoot('bench', 'bare'), home, []);
  const page = await app.firstWindow();
  await page.setContent(
    '<div id="list" style="height:90vh;overflow:auto"><div style="height:2800000px;background:linear-gradient(red,blue)">',
  );
  const scrolled = await scroll(page, '#list', pixels);
  await app.close();
  home.remove();
  return scrolled;
}

test('scrolling the list of 100,000 computes', async () => {
  const home = makeHomeFolder();
  const program = await launchRackwright({ home, file: makeLargeWorkspace(home.file('large.rackwright')) });
  await program.page.getByRole('row').nth(5).waitFor();
  console.log(`Scrolling 100,000 rows for ${FRAMES} frames (goal: p99 frame < 20 ms, no blank row longer than 100 ms)`);
  console.log(tableRow(['how', 'frame median ms', 'frame p99 ms', 'bare p99 ms', 'blank rows', 'longest blank ms']));
  console.log(tableRow(['---', '---:', '---:', '---:', '---:', '---:']));
  for (const { title, pixels } of SPEEDS) {
    const bare = await scrollBare(pixels);
    const ours = await scroll(program.page, '[role=grid]', pixels);
    const longest = Math.max(0, ...ours.blanks);
    const figures = [share(ours.frames, 0.5), share(ours.frames, 0.99), share(bare.frames, 0.99)];
    console.log(tableRow([title, ...figures, String(ours.blanks.length), longest]));
    expect(ours.frames).toHaveLength(FRAMES);
  }
  await program.quit();
  home.remove();
});
