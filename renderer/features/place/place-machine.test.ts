import { describe, expect, it } from 'vitest';
import { START, placeStep, stepIndex, type PlaceEvent, type PlaceState } from './place-machine.ts';

function after(...events: readonly PlaceEvent[]): PlaceState {
  return events.reduce(placeStep, START);
}

const ASKED: PlaceEvent = { type: 'asked', complete: true };

describe('the states of placing', () => {
  it('goes from asking to looking, confirming, booking and booked', () => {
    const path = [
      ASKED,
      { type: 'chose', computeId: 'a' },
      { type: 'confirmed' },
      { type: 'was booked', label: 'Place web', booked: [] },
    ] as const;
    const states = path.map((_, index) => after(...path.slice(0, index + 1)));
    expect(states.map(({ at }) => at)).toEqual(['looking', 'confirming', 'booking', 'booked']);
    expect(states.map(stepIndex)).toEqual([2, 3, 3, 3]);
    expect(stepIndex(START)).toBe(0);
  });

  it('comes back to what was marked and compared when confirming is broken off or refused', () => {
    const looked = after(ASKED, { type: 'marked', computeId: 'b' }, { type: 'compared', computeId: 'b' });
    const chosen = placeStep(looked, { type: 'chose', computeId: 'b' });
    expect(placeStep(chosen, { type: 'went back' })).toEqual(looked);
    const refused = placeStep(placeStep(chosen, { type: 'confirmed' }), { type: 'was refused' });
    expect(refused).toEqual(chosen);
  });

  it('stops confirming when what is asked changes, and asks again when it is no longer complete', () => {
    const confirming = after(ASKED, { type: 'chose', computeId: 'a' });
    expect(placeStep(confirming, ASKED).at).toBe('looking');
    expect(placeStep(confirming, { type: 'asked', complete: false })).toEqual(START);
  });

  it('is not moved by a late event: nothing but the outcome ends booking', () => {
    const booking = after(ASKED, { type: 'chose', computeId: 'a' }, { type: 'confirmed' });
    expect(placeStep(booking, ASKED)).toEqual(booking);
    expect(placeStep(booking, { type: 'went back' })).toEqual(booking);
    expect(placeStep(START, { type: 'confirmed' })).toEqual(START);
  });

  it('compares four at the most: a fifth pushes the oldest out, and a second press leaves one out', () => {
    const compare = (computeId: string): PlaceEvent => ({ type: 'compared', computeId });
    const five = after(ASKED, ...['a', 'b', 'c', 'd', 'e'].map(compare));
    expect(five).toMatchObject({ compared: ['b', 'c', 'd', 'e'] });
    expect(placeStep(five, compare('c'))).toMatchObject({ compared: ['b', 'd', 'e'] });
  });
});
