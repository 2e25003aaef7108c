import { expect, test } from 'vitest';
import { EMPTY_SWAP, swapInput } from './swap-draft.ts';

test('only what was said goes to the engine, without the blanks around it', () => {
  expect(swapInput(EMPTY_SWAP)).toEqual({});
  expect(swapInput({ ...EMPTY_SWAP, newSerial: ' S1 ', takenFrom: 'shelf', oldSerial: '  ' })).toEqual({
    newSerial: 'S1',
    takenFrom: 'shelf',
  });
});
