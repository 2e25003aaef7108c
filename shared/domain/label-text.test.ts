import { expect, it } from 'vitest';
import { inSentence } from './label-text.ts';

it('writes labels small inside a sentence, but not abbreviations', () => {
  expect(['Device type', 'IP address', 'DNS records', 'VRFs', 'Firewall rule'].map(inSentence)).toEqual([
    'device type',
    'IP address',
    'DNS records',
    'VRFs',
    'firewall rule',
  ]);
});
