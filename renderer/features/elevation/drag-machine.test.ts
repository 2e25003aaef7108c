import { describe, expect, it } from 'vitest';
import { DRAG_THRESHOLD_PX, dragStep, IDLE, type DragEvent, type DragState, type DropTarget } from './drag-machine.ts';

const GRAB = { leadId: 'a', deviceIds: ['a'] };
const TARGET: DropTarget = {
  rackId: 'r1',
  face: 'front',
  positionHalfU: 4,
  widthOffset: null,
  side: null,
  overId: null,
};

function run(...events: readonly DragEvent[]): DragState {
  return events.reduce(dragStep, IDLE);
}

const press: DragEvent = { type: 'press', grab: GRAB, x: 10, y: 10 };
const lift: DragEvent = { type: 'lift', grab: GRAB, mode: 'move', target: TARGET };

function point(x: number, mode: 'move' | 'swap' = 'move'): DragEvent {
  return { type: 'point', x, y: 10, target: TARGET, mode };
}

describe('dragStep', () => {
  it('arms on a press and stays armed while the pointer trembles', () => {
    expect(run(press, point(10 + DRAG_THRESHOLD_PX - 1)).name).toBe('armed');
  });

  it('drags once the pointer has moved far enough', () => {
    expect(run(press, point(10 + DRAG_THRESHOLD_PX))).toEqual({
      name: 'dragging',
      by: 'pointer',
      grab: GRAB,
      mode: 'move',
      target: TARGET,
    });
  });

  it('takes a press and release for a click', () => {
    expect(run(press, { type: 'release', fits: true })).toBe(IDLE);
  });

  it('follows the modifier keys of the pointer', () => {
    expect(run(press, point(30), point(31, 'swap'))).toMatchObject({ name: 'dragging', mode: 'swap' });
  });

  it('drops where it fits and comes to rest when the drop is written', () => {
    const dropping = run(press, point(30), { type: 'release', fits: true });
    expect(dropping).toEqual({ name: 'dropping', grab: GRAB, mode: 'move', target: TARGET });
    expect(dragStep(dropping, { type: 'settled' })).toBe(IDLE);
  });

  it('ignores everything but the end while a drop is being written', () => {
    const dropping = run(press, point(30), { type: 'release', fits: true });
    for (const event of [press, lift, point(50), { type: 'cancel' }, { type: 'release', fits: true }] as DragEvent[])
      expect(dragStep(dropping, event)).toBe(dropping);
  });

  it('lets a pointer go where nothing fits, without a drop', () => {
    expect(run(press, point(30), { type: 'release', fits: false })).toBe(IDLE);
  });

  it('keeps hold by keyboard where nothing fits, so that the next place can be tried', () => {
    expect(run(lift, { type: 'release', fits: false })).toMatchObject({ name: 'dragging', by: 'keyboard' });
  });

  it('aims and changes mode by keyboard, and does not follow the pointer meanwhile', () => {
    const elsewhere = { ...TARGET, positionHalfU: 6 };
    const state = run(lift, { type: 'aim', target: elsewhere }, { type: 'mode', mode: 'insert' }, point(90));
    expect(state).toMatchObject({ by: 'keyboard', mode: 'insert', target: elsewhere });
  });

  it.each([[[press]], [[press, point(30)]], [[lift]]])('cancels out of every state before the drop', (events) => {
    expect(run(...events, { type: 'cancel' })).toBe(IDLE);
  });
});
