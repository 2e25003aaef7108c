import { UNIT_RULES, type QuantityUnit, type UnitRule } from './unit-rules.ts';

/** The outcome of reading what a person or a file wrote: the value, or a sentence and what would have been allowed. */
export type Reading<Value> = { ok: true; value: Value } | { ok: false; message: string; allowed: string };

const NUMBER_THEN_UNIT = /^(?<digits>[+-]?(?:\d[\d\s_']*(?:\.\d+)?|\.\d+))\s*(?<unit>[a-z%/]*)$/;

function refusal(rule: UnitRule, label: string | undefined, text: string, why: string): Reading<number> {
  const allowed = `a number with ${Object.keys(rule.spellings).filter(Boolean).join(', ') || 'no unit'}, for example ${rule.example}`;
  return { ok: false, message: `${label ?? rule.noun} '${text.trim()}' ${why}; write ${allowed}.`, allowed };
}

/** Removes the dust of binary fractions (2400 × 0.001 = 2.4000000000000004) without touching safe integers. */
function cleaned(value: number): number {
  const nearest = Math.round(value);
  return Math.abs(value - nearest) <= 1e-9 * Math.max(1, Math.abs(value)) ? nearest : Number(value.toPrecision(15));
}

function converted(amount: number, spelling: string, rule: UnitRule): number {
  const exact = cleaned(amount * (rule.spellings[spelling] ?? 1));
  if (rule.roundedDown?.includes(spelling)) return Math.floor(exact);
  return rule.roundedNearest?.includes(spelling) ? Math.round(exact) : exact;
}

/**
 * Reads a quantity as people write it into the stored unit: `('20 GB', 'MB')` → 20480, `('3.84 TB', 'GB')` → 3840,
 * `('12.5U', 'halfU')` → 25, `('28.6 kg', 'g')` → 28600. A number alone is in the unit shown (MB, GB, W, kg, mm, U).
 * Spaces, `_` and `'` may group digits; a comma is refused, because 1,024 means two things.
 * @param label names the field in the refusal's sentence.
 */
export function parseQuantity(text: string, unit: QuantityUnit, label?: string): Reading<number> {
  const rule: UnitRule = UNIT_RULES[unit];
  if (text.includes(',')) return refusal(rule, label, text, 'has a comma, which may mean thousands or decimals');
  const parts = NUMBER_THEN_UNIT.exec(text.trim().toLowerCase())?.groups;
  if (!parts) return refusal(rule, label, text, 'is not understood');
  const spelling = parts['unit'] || rule.bare;
  if (rule.spellings[spelling] === undefined) return refusal(rule, label, text, `has the unknown unit '${spelling}'`);
  const value = converted(Number(parts['digits']?.replace(/[\s_']/g, '')), spelling, rule);
  if (value < 0) return refusal(rule, label, text, 'is below zero');
  if (value > Number.MAX_SAFE_INTEGER) return refusal(rule, label, text, 'is too large');
  if (rule.whole && !Number.isInteger(value))
    return refusal(rule, label, text, `is ${value} ${unit}, not a whole number`);
  return { ok: true, value };
}

/** Prints a stored quantity so that `parseQuantity` reads back the same value: 20480 MB → `20 GB`, 25 halfU → `12.5U`. */
export function formatQuantity(value: number, unit: QuantityUnit): string {
  const rule: UnitRule = UNIT_RULES[unit];
  const size = Math.abs(value);
  const sign = value < 0 ? '-' : '';
  for (const { text, factor, from } of rule.print) {
    const decimals = factor === 1000 && unit === 'g' ? 3 : 2;
    const shown = factor === 1 ? size : Number((size / factor).toFixed(decimals));
    if (size >= from && shown * factor === size)
      return `${sign}${shown}${text === ' cores' && size === 1 ? ' core' : text}`;
  }
  return `${sign}${size} ${unit}`;
}
