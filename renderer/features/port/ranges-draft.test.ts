import { describe, expect, it } from 'vitest';
import { EMPTY_RANGES, rangesInput } from './ranges-draft.ts';

describe('rangesInput', () => {
  it('asks nothing until both ranges and the far device are there', () => {
    expect(rangesInput('a', EMPTY_RANGES)).toBeNull();
    expect(rangesInput('a', { ...EMPTY_RANGES, own: 'eth[0-1]', far: '[1-2]' })).toBeNull();
  });

  it('names a kind only where one was chosen', () => {
    const draft = { own: ' eth[0-1] ', ownKind: 'interface', device: 'b', far: '[1-2]', farKind: '' };
    expect(rangesInput('a', draft)).toEqual({
      a: { device: 'a', ports: 'eth[0-1]', kind: 'interface' },
      b: { device: 'b', ports: '[1-2]' },
    });
  });
});
