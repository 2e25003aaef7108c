import { describe, expect, it } from 'vitest';
import { Unreadable } from '../noun/form-values.ts';
import { readRulesText, rulesText } from './rules-text.ts';

describe('rules as text', () => {
  it('leaves out what is empty, and reads back the same rules', () => {
    const { draft } = readRulesText('{"affinity": {"matchLabels": {"env": "prod"}}}');
    const text = rulesText(draft);
    expect(JSON.parse(text)).toEqual({ affinity: [{ matchLabels: { env: 'prod' } }] });
    expect(readRulesText(text).draft).toEqual(draft);
  });

  it('keeps what was typed when it is no rule or no JSON', () => {
    const unknown = readRulesText('{"afinity": []}');
    expect(unknown.reading?.ok).toBe(false);
    expect(unknown.draft).toBeInstanceOf(Unreadable);
    expect(rulesText(unknown.draft)).toBe('{"afinity": []}');
    expect(readRulesText('{').reading).toBeNull();
  });

  it('reads nothing as no rules', () => {
    expect(readRulesText('  ').reading).toMatchObject({ ok: true, rules: { affinity: [], spreadMax: 0 } });
  });
});
