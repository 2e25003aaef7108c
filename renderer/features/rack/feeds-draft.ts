import type { PowerFeed } from '../../../shared/domain/power-feed.ts';

const FIRST: PowerFeed = { name: 'A', volts: 230, amps: 16, phases: 1, deratingPercent: 80 };

/** One feed more: like the last, with the next letter that is free, and a breaker yet to be named. */
export function withNextFeed(feeds: readonly PowerFeed[]): readonly PowerFeed[] {
  const { breaker: _breaker, ...like } = feeds.at(-1) ?? FIRST;
  const taken = new Set(feeds.map(({ name }) => name.toUpperCase()));
  const letters = Array.from({ length: 26 }, (_, index) => String.fromCharCode(65 + index));
  return [...feeds, { ...like, name: letters.find((letter) => !taken.has(letter)) ?? '' }];
}

/** The feeds with a part of one changed; a text that is emptied is left out. */
export function withFeedChange(
  feeds: readonly PowerFeed[],
  place: number,
  change: Partial<PowerFeed>,
): readonly PowerFeed[] {
  return feeds.map((feed, index) => {
    if (index !== place) return feed;
    const { panel, breaker, ...rest } = { ...feed, ...change };
    return { ...rest, ...(panel ? { panel } : {}), ...(breaker ? { breaker } : {}) };
  });
}
