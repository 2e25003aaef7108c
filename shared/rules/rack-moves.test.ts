import { describe, expect, test } from 'vitest';
import type { RackDevice } from './rack-model.ts';
import { applyMoves, planMove, planSwap, type MountedRack, type MovePlan } from './rack-moves.ts';
import { planShift } from './rack-shift.ts';
import { aDevice, aRack } from './testing/rack-builders.ts';

function mount(...devices: RackDevice[]): MountedRack {
  return { rack: aRack({ heightU: 10 }), devices };
}

/** Device → unit after the plan, or the codes that refuse it. */
function outcome(plan: MovePlan, racks: MountedRack[], arriving: RackDevice[] = []) {
  if (!plan.ok) return plan.problems.map(({ code }) => code);
  const devices = applyMoves(racks, plan.moves, arriving).flatMap(({ rack, devices: held }) =>
    held.map(({ id, positionHalfU }) => [`${rack.id} ${id}`, (positionHalfU ?? 0) / 2 + 1] as const),
  );
  return Object.fromEntries(devices);
}

describe('planMove', () => {
  test('moves a selection together: each takes the place that the other leaves', () => {
    const racks = [mount(aDevice('a', 1, 1), aDevice('b', 2, 1))];
    const at = (positionHalfU: number) => ({ rackId: 'rack101', positionHalfU, face: 'both' as const });
    const plan = planMove(racks, [
      { deviceId: 'a', to: at(2) },
      { deviceId: 'b', to: at(4) },
    ]);
    expect(outcome(plan, racks)).toEqual({ 'rack101 a': 2, 'rack101 b': 3 });
  });

  test('to a taken place is refused', () => {
    const racks = [mount(aDevice('a', 1, 1), aDevice('b', 2, 1))];
    const plan = planMove(racks, [{ deviceId: 'a', to: { rackId: 'rack101', positionHalfU: 2, face: 'both' } }]);
    expect(outcome(plan, racks)).toEqual(['E_RU_TAKEN']);
  });
});

describe('planSwap', () => {
  test('equal heights change places', () => {
    const racks = [mount(aDevice('a', 1, 2), aDevice('b', 7, 2))];
    expect(outcome(planSwap(racks, 'a', 'b'), racks)).toEqual({ 'rack101 a': 7, 'rack101 b': 1 });
  });

  test('neighbours of 2U and 1U change order inside their 3U: b to U3, a to U3 + 1', () => {
    const racks = [mount(aDevice('below', 1, 2), aDevice('a', 3, 2), aDevice('b', 5, 1), aDevice('above', 6, 1))];
    expect(outcome(planSwap(racks, 'a', 'b'), racks)).toMatchObject({ 'rack101 a': 4, 'rack101 b': 3 });
    expect(outcome(planSwap(racks, 'b', 'a'), racks)).toMatchObject({ 'rack101 a': 4, 'rack101 b': 3 });
  });

  test('between racks, lower edge to lower edge', () => {
    const other: MountedRack = { rack: aRack({ id: 'rack102', name: 'rack102' }), devices: [aDevice('b', 30, 1)] };
    const racks = [mount(aDevice('a', 4, 2)), other];
    expect(outcome(planSwap(racks, 'a', 'b'), racks)).toEqual({ 'rack101 b': 4, 'rack102 a': 30 });
  });

  test('is refused when the larger one finds no room, and when one has no units', () => {
    const racks = [mount(aDevice('a', 1, 3), aDevice('b', 6, 1), aDevice('c', 7, 1), aDevice('d', 5, 1))];
    expect(outcome(planSwap(racks, 'a', 'b'), racks)).toEqual(['E_RU_TAKEN']);
    const side = [mount(aDevice('a', 1, 3), aDevice('pdu', 1, 0, { positionHalfU: null, side: 'left' }))];
    expect(outcome(planSwap(side, 'a', 'pdu'), side)).toEqual(['E_INCOHERENT']);
  });

  test('front and rear halves change faces and halves', () => {
    const front = aDevice('a', 1, 1, { face: 'front', widthParts: 2, widthOffset: 0 });
    const rear = aDevice('b', 5, 1, { face: 'rear', widthParts: 2, widthOffset: 1 });
    const plan = planSwap([mount(front, rear)], 'a', 'b');
    expect(plan.moves.map(({ deviceId, to }) => [deviceId, to?.face, to?.widthOffset])).toEqual([
      ['a', 'rear', 1],
      ['b', 'front', 0],
    ]);
  });
});

describe('planShift inserts and pushes others no further than they must', () => {
  test('up: 2U at U3 push a (U3) to U5 and b (U5) to U6; c at U9 stays', () => {
    const rack = mount(aDevice('a', 3, 1), aDevice('b', 5, 1), aDevice('c', 9, 1));
    const device = aDevice('new', 3, 2);
    expect(outcome(planShift(rack, device, 'up'), [rack], [device])).toEqual({
      'rack101 a': 5,
      'rack101 b': 6,
      'rack101 c': 9,
      'rack101 new': 3,
    });
  });

  test('down: 2U at U5 push b (U5) to U4 and a (U4) to U3', () => {
    const rack = mount(aDevice('a', 4, 1), aDevice('b', 5, 1));
    const device = aDevice('new', 5, 2);
    expect(outcome(planShift(rack, device, 'down'), [rack], [device])).toEqual({
      'rack101 a': 3,
      'rack101 b': 4,
      'rack101 new': 5,
    });
  });

  test('a device that is mounted already leaves its old place: b from U6 to U1 pushes a to U2', () => {
    const rack = mount(aDevice('a', 1, 1), aDevice('b', 6, 1));
    const plan = planShift(rack, aDevice('b', 1, 1), 'up');
    expect(outcome(plan, [rack])).toEqual({ 'rack101 a': 2, 'rack101 b': 1 });
    expect(plan.moves.map(({ deviceId, from }) => [deviceId, from?.positionHalfU])).toEqual([
      ['a', 0],
      ['b', 10],
    ]);
  });

  test('devices jump over a reservation: a from U3 over U4–U5 to U6', () => {
    const reservations = [{ positionHalfU: 6, heightHalfU: 4, face: 'both' as const, reservedFor: 'team blue' }];
    const rack: MountedRack = { rack: aRack({ heightU: 10, reservations }), devices: [aDevice('a', 3, 1)] };
    const device = aDevice('new', 3, 1);
    expect(outcome(planShift(rack, device, 'up'), [rack], [device])).toEqual({ 'rack101 a': 6, 'rack101 new': 3 });
  });

  test('a full rack is refused with a sentence', () => {
    const rack = mount(aDevice('a', 1, 5), aDevice('b', 6, 5));
    const plan = planShift(rack, aDevice('new', 4, 1), 'up');
    expect(plan.ok ? '' : plan.problems[0]?.message).toBe('rack101 has no room to shift devices up for new.');
  });
});
