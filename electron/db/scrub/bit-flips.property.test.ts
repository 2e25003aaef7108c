import { expect, test } from 'vitest';
import { flipMany } from '../../testing/flip-many.ts';

test('no flipped bit changes what is read without being told', async () => {
  const outcomes = await flipMany(100);
  // Flips that all fall on empty room would prove nothing.
  expect(outcomes.get('told by the scrub')).toBeGreaterThan(10);
}, 600_000);
