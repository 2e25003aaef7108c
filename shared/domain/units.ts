/** The outcome of reading what a person or a file wrote: the value, or a sentence and what would have been allowed. */
export type Reading<Value> = { ok: true; value: Value } | { ok: false; message: string; allowed: string };

interface UnitRule {
  /** Opens the sentence of a refusal when the caller names no field. */
  readonly noun: string;
  /** Lower-case spellings and how many stored units one of them is. */
  readonly spellings: Readonly<Record<string, number>>;
  /** What a number without a unit means: the unit in which the value is shown. */
  readonly bare: string;
  readonly whole: boolean;
  /** Spellings whose conversion is never whole: rounded down, so that no plan counts on what is not there. */
  readonly roundedDown?: readonly string[];
  /** Spellings whose conversion is never whole: rounded to the nearest stored unit, for lengths and weights. */
  readonly roundedNearest?: readonly string[];
  /** Printed spellings, largest first; `from` is the least stored value printed in it. */
  readonly print: readonly { readonly text: string; readonly factor: number; readonly from: number }[];
  readonly example: string;
}

const KIBI = 1024;

/** Keyed by the stored unit, the same words as `FieldMeta.unit`. MB is binary (memory), GB is decimal (storage as sold). */
const UNIT_RULES = {
  MB: {
    noun: 'Memory',
    spellings: {
      mb: 1,
      mib: 1,
      m: 1,
      gb: KIBI,
      gib: KIBI,
      g: KIBI,
      tb: KIBI ** 2,
      tib: KIBI ** 2,
      t: KIBI ** 2,
      kb: 1 / KIBI,
      kib: 1 / KIBI,
    },
    bare: 'mb',
    whole: true,
    print: [
      { text: ' TB', factor: KIBI ** 2, from: KIBI ** 2 },
      { text: ' GB', factor: KIBI, from: KIBI },
      { text: ' MB', factor: 1, from: 0 },
    ],
    example: '64 GB',
  },
  GB: {
    noun: 'Storage',
    spellings: {
      gb: 1,
      g: 1,
      tb: 1000,
      t: 1000,
      pb: 1e6,
      mb: 0.001,
      mib: 0.001048576,
      gib: 1.073741824,
      tib: 1099.511627776,
    },
    bare: 'gb',
    whole: true,
    roundedDown: ['mib', 'gib', 'tib'],
    print: [
      { text: ' PB', factor: 1e6, from: 1e6 },
      { text: ' TB', factor: 1000, from: 1000 },
      { text: ' GB', factor: 1, from: 0 },
    ],
    example: '3.84 TB',
  },
  W: {
    noun: 'Power',
    spellings: { w: 1, watt: 1, watts: 1, kw: 1000 },
    bare: 'w',
    whole: true,
    print: [
      { text: ' kW', factor: 1000, from: 10_000 },
      { text: ' W', factor: 1, from: 0 },
    ],
    example: '750 W',
  },
  g: {
    noun: 'Weight',
    spellings: { g: 1, kg: 1000, lb: 453.59237, lbs: 453.59237 },
    bare: 'kg',
    whole: true,
    roundedNearest: ['lb', 'lbs'],
    print: [{ text: ' kg', factor: 1000, from: 0 }],
    example: '28.6 kg',
  },
  mm: {
    noun: 'Length',
    spellings: { mm: 1, cm: 10, m: 1000, in: 25.4, inch: 25.4, inches: 25.4 },
    bare: 'mm',
    whole: true,
    roundedNearest: ['in', 'inch', 'inches'],
    print: [{ text: ' mm', factor: 1, from: 0 }],
    example: '800 mm',
  },
  halfU: {
    noun: 'Height',
    spellings: { u: 2, ru: 2 },
    bare: 'u',
    whole: true,
    print: [{ text: 'U', factor: 2, from: 0 }],
    example: '2U or 1.5U',
  },
  U: {
    noun: 'Height',
    spellings: { u: 1, ru: 1 },
    bare: 'u',
    whole: true,
    print: [{ text: 'U', factor: 1, from: 0 }],
    example: '42U',
  },
  cores: {
    noun: 'Cores',
    spellings: { cores: 1, core: 1, c: 1, threads: 1, thread: 1, vcpu: 1, vcpus: 1 },
    bare: 'cores',
    whole: true,
    print: [{ text: ' cores', factor: 1, from: 0 }],
    example: '16 cores',
  },
  count: {
    noun: 'The number',
    spellings: { '': 1, x: 1, pcs: 1 },
    bare: '',
    whole: true,
    print: [{ text: '', factor: 1, from: 0 }],
    example: '4',
  },
  days: {
    noun: 'The time',
    spellings: { days: 1, day: 1, d: 1, weeks: 7, week: 7 },
    bare: 'days',
    whole: true,
    print: [{ text: ' days', factor: 1, from: 0 }],
    example: '14 days',
  },
  V: {
    noun: 'Voltage',
    spellings: { v: 1, kv: 1000 },
    bare: 'v',
    whole: true,
    print: [{ text: ' V', factor: 1, from: 0 }],
    example: '230 V',
  },
  A: {
    noun: 'Current',
    spellings: { a: 1 },
    bare: 'a',
    whole: false,
    print: [{ text: ' A', factor: 1, from: 0 }],
    example: '16 A',
  },
  percent: {
    noun: 'The share',
    spellings: { '%': 1, percent: 1 },
    bare: '%',
    whole: true,
    print: [{ text: ' %', factor: 1, from: 0 }],
    example: '80 %',
  },
  MHz: {
    noun: 'Speed',
    spellings: { mhz: 1, 'mt/s': 1, ghz: 1000 },
    bare: 'mhz',
    whole: true,
    print: [{ text: ' MHz', factor: 1, from: 0 }],
    example: '4800 MHz',
  },
  GHz: {
    noun: 'Clock',
    spellings: { ghz: 1, mhz: 0.001 },
    bare: 'ghz',
    whole: false,
    print: [{ text: ' GHz', factor: 1, from: 0 }],
    example: '2.4 GHz',
  },
  Gbps: {
    noun: 'Speed',
    spellings: { gbps: 1, 'gb/s': 1, 'gbit/s': 1, g: 1, gbe: 1, mbps: 0.001, 'mb/s': 0.001, 'mbit/s': 0.001 },
    bare: 'gbps',
    whole: false,
    print: [{ text: ' Gbps', factor: 1, from: 0 }],
    example: '25 Gbps',
  },
} as const satisfies Record<string, UnitRule>;

export type QuantityUnit = keyof typeof UNIT_RULES;

/** Every unit that a quantity can be stored in. */
export const QUANTITY_UNITS = Object.keys(UNIT_RULES) as readonly QuantityUnit[];

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
