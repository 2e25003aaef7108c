export interface UnitRule {
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
export const UNIT_RULES = {
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
