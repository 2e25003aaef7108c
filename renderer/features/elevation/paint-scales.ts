import { COMPUTE_STATES } from '../../../shared/domain/compute.ts';
import { EQUIPMENT_STATES } from '../../../shared/domain/equipment.ts';
import type { Choice } from '../../../shared/domain/field.ts';
import { stateChoice, typeLabel, type DeviceFact } from './device-fact.ts';

export const COLOUR_KEYS = [
  { value: 'state', label: 'State' },
  { value: 'type', label: 'Type' },
  { value: 'role', label: 'Role' },
  { value: 'owner', label: 'Owner' },
  { value: 'utilisation', label: 'Utilisation' },
  { value: 'power', label: 'Power' },
  { value: 'warranty', label: 'Warranty' },
  { value: 'audit', label: 'Audit age' },
] as const;

export type ColourKey = (typeof COLOUR_KEYS)[number]['value'];

export function isColourKey(text: string | undefined): text is ColourKey {
  return COLOUR_KEYS.some(({ value }) => value === text);
}

/** Names of colour tokens in paint.css; the colour itself depends on the theme. */
export const PAINTS = [
  'good',
  'attention',
  'bad',
  'info',
  'neutral',
  'hue-1',
  'hue-2',
  'hue-3',
  'hue-4',
  'hue-5',
  'hue-6',
  'hue-7',
  'hue-8',
  'level-1',
  'level-2',
  'level-3',
  'level-4',
  'level-5',
  'none',
] as const;

export type Paint = (typeof PAINTS)[number];

/** A colour and its meaning; every paint also has its own mark (marks.ts). */
export interface Shade {
  readonly paint: Paint;
  /** What the colour means: `Active`, `20 to 40 %`. */
  readonly label: string;
}

export interface LegendEntry extends Shade {
  readonly count: number;
}

export interface PaintScale {
  readonly shadeOf: (fact: DeviceFact) => Shade;
  /** In the order of the scale; only what is on screen. */
  readonly legend: readonly LegendEntry[];
}

const HUES = 8;

interface Step {
  /** Upper end, not included; the last one is open. */
  readonly below: number;
  readonly shade: Shade;
}

function steps(paints: readonly Paint[], ends: readonly number[], labels: readonly string[]): readonly Step[] {
  return paints.map((paint, index) => ({
    below: ends[index] ?? Number.POSITIVE_INFINITY,
    shade: { paint, label: labels[index] ?? '' },
  }));
}

const LEVELS: readonly Paint[] = ['level-1', 'level-2', 'level-3', 'level-4', 'level-5'];
const UTILISATION = steps(
  LEVELS,
  [0.2, 0.4, 0.6, 0.8],
  ['Under 20 %', '20 to 40 %', '40 to 60 %', '60 to 80 %', '80 % and more'],
);
const POWER = steps(
  LEVELS,
  [100, 300, 600, 1000],
  ['Under 100 W', '100 to 300 W', '300 to 600 W', '600 W to 1 kW', '1 kW and more'],
);
const WARRANTY = steps(
  ['bad', 'attention', 'level-3', 'good'],
  [0, 90, 365],
  ['Ended', 'Ends within 90 days', 'Ends within a year', 'Ends later'],
);
const AUDIT = steps(
  ['good', 'level-3', 'attention', 'bad'],
  [90, 180, 365],
  ['Under 90 days', '90 to 180 days', '180 days to a year', 'Over a year: due'],
);

function stepOf(scale: readonly Step[], amount: number | null): Shade | null {
  if (amount === null) return null;
  return (scale.find(({ below }) => amount < below) ?? scale.at(-1))?.shade ?? null;
}

interface Scale {
  readonly shadeOf: (fact: DeviceFact) => Shade;
  /** Every shade there is, in the order of the legend. */
  readonly shades: readonly Shade[];
}

const UNSET: Shade = { paint: 'none', label: 'Not set' };
const OTHER: Shade = { paint: 'neutral', label: 'Other' };

/** The values in use get the eight hues, the commonest first; from the ninth on they share one. */
function hues(facts: readonly DeviceFact[], valueOf: (fact: DeviceFact) => string | null): Scale {
  const counts = new Map<string, number>();
  for (const fact of facts) {
    const value = valueOf(fact);
    if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const ranked = [...counts].toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).slice(0, HUES);
  const shades = ranked.map(([label], index): Shade => ({ paint: `hue-${index + 1}` as Paint, label }));
  const byValue = new Map(shades.map((shade) => [shade.label, shade]));
  const shadeOf = (fact: DeviceFact) => {
    const value = valueOf(fact);
    return value === null ? UNSET : (byValue.get(value) ?? OTHER);
  };
  return { shadeOf, shades: [...shades, OTHER, UNSET] };
}

function stepped(scale: readonly Step[], amountOf: (fact: DeviceFact) => number | null, unknown: Shade): Scale {
  return {
    shadeOf: (fact) => stepOf(scale, amountOf(fact)) ?? unknown,
    shades: [...scale.map(({ shade }) => shade), unknown],
  };
}

const STATES: Scale = {
  shadeOf: (fact) => stateShade(stateChoice(fact)),
  shades: [...COMPUTE_STATES, ...EQUIPMENT_STATES].map(stateShade),
};

function stateShade({ label, tone = 'neutral' }: Choice): Shade {
  return { paint: tone, label };
}

function scaleOf(key: ColourKey, facts: readonly DeviceFact[], today: number): Scale {
  switch (key) {
    case 'state':
      return STATES;
    case 'type':
      return hues(facts, (fact) => typeLabel(fact.type));
    case 'role':
      return hues(facts, (fact) => fact.role);
    case 'owner':
      return hues(facts, (fact) => fact.owner);
    case 'utilisation':
      return stepped(UTILISATION, (fact) => fact.utilisation, { paint: 'none', label: 'Nothing to use' });
    case 'power':
      return stepped(POWER, (fact) => fact.powerWatts, { paint: 'none', label: 'Not known' });
    case 'warranty':
      return stepped(WARRANTY, ({ warrantyEndDay }) => (warrantyEndDay === null ? null : warrantyEndDay - today), {
        paint: 'none',
        label: 'Not recorded',
      });
    case 'audit':
      return stepped(AUDIT, ({ lastAuditedDay }) => (lastAuditedDay === null ? null : today - lastAuditedDay), {
        paint: 'bad',
        label: 'Never audited: due',
      });
  }
}

/**
 * How devices are coloured by one of their fields, and the legend that says so.
 * @param today days since 1970-01-01; ends of warranty and audits are counted from it.
 */
export function paintScale(key: ColourKey, facts: readonly DeviceFact[], today: number): PaintScale {
  const { shadeOf, shades } = scaleOf(key, facts, today);
  const counts = new Map<string, number>();
  for (const fact of facts) {
    const { label } = shadeOf(fact);
    counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  const distinct = shades.filter(({ label }, index) => shades.findIndex((shade) => shade.label === label) === index);
  const legend = distinct.flatMap((shade) => {
    const count = counts.get(shade.label);
    return count ? [{ ...shade, count }] : [];
  });
  return { shadeOf, legend };
}
