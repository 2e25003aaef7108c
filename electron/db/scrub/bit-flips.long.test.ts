import { expect, test } from 'vitest';
import { flipMany } from '../../testing/flip-many.ts';

test('none of 10,000 flipped bits changes what is read without being told', async () => {
  const outcomes = await flipMany(10_000);
  // Flips that all fall on empty room would prove nothing.
  expect(outcomes.get('told by the scrub')).toBeGreaterThan(10);
});
