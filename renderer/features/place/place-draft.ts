import type { PlanInput } from '../../../shared/contract/plan.ts';
import { RESOURCE_KEYS, RESOURCE_LABELS, type ResourceKey } from '../../../shared/domain/resource.ts';
import type { ShapeName } from '../../../shared/domain/score-shape.ts';
import type { ResourceSpec } from '../../../shared/domain/service.ts';
import { parseQuantity } from '../../../shared/domain/units.ts';
import { readPoints, type PointText } from '../score-shape/shape-draft.ts';

export const SCOPE_KEYS = ['site', 'room', 'row', 'rack', 'provider', 'region', 'type'] as const;

export type ScopeKey = (typeof SCOPE_KEYS)[number];

/** What counts as a good fit this time: as the workspace says, a ready-made shape, or points typed here. */
export type ShapeChoice = 'workspace' | 'own' | ShapeName;

export type ResourceTexts = Readonly<Record<ResourceKey, string>>;

export interface SetLine {
  readonly serviceId: string;
  readonly quantity: string;
}

/** What the wizard was asked, as typed. The only thing its store holds. */
export interface PlaceDraft {
  readonly what: 'service' | 'set' | 'size';
  readonly serviceId: string;
  readonly quantity: string;
  /** Where several instances go: all on one compute, or each where it fits best. */
  readonly together: boolean;
  readonly set: readonly SetLine[];
  readonly min: ResourceTexts;
  readonly max: ResourceTexts;
  readonly scope: Readonly<Record<ScopeKey, readonly string[]>>;
  readonly tags: Readonly<Record<string, string>>;
  readonly query: string;
  /** The only compute considered; empty: any. */
  readonly computeId: string;
  /** Percentages to keep free. */
  readonly buffer: ResourceTexts;
  readonly shape: ShapeChoice;
  /** Typed points; they count while `shape` is `own`. */
  readonly points: readonly PointText[];
  readonly basis: 'max' | 'min';
}

const NO_TEXTS: ResourceTexts = { cores: '', memory: '', vram: '', nvme: '', gpu: '' };

export const EMPTY_DRAFT: PlaceDraft = {
  what: 'service',
  serviceId: '',
  quantity: '1',
  together: false,
  set: [{ serviceId: '', quantity: '1' }],
  min: NO_TEXTS,
  max: NO_TEXTS,
  scope: { site: [], room: [], row: [], rack: [], provider: [], region: [], type: [] },
  tags: {},
  query: '',
  computeId: '',
  buffer: NO_TEXTS,
  shape: 'workspace',
  points: [],
  basis: 'max',
};

export interface DraftProblem {
  /** The field of the draft: `quantity`, `min.memory`, `set[1].quantity`. */
  readonly path: string;
  readonly message: string;
}

export type Subject = PlanInput['subject'];

/** What is common to ranking one thing and placing many. */
export type PlaceScope = Pick<PlanInput, 'constraints' | 'query' | 'buffer' | 'shape' | 'basis'>;

export interface BatchItem {
  readonly subject: Subject;
  readonly quantity: number;
}

export type PlaceQuestion =
  /** Not enough is said yet; nothing is wrong. */
  | { readonly kind: 'incomplete' }
  | { readonly kind: 'unreadable'; readonly problems: readonly DraftProblem[] }
  | { readonly kind: 'rank'; readonly input: PlanInput }
  | { readonly kind: 'batch'; readonly items: BatchItem[]; readonly scope: PlaceScope };

const MOST_INSTANCES = 100_000;

function readCount(text: string, path: string, problems: DraftProblem[]): number {
  const count = Number(text.trim());
  if (Number.isInteger(count) && count >= 1 && count <= MOST_INSTANCES) return count;
  problems.push({ path, message: `Quantity must be a whole number from 1 to 100,000; "${text}" was given.` });
  return 1;
}

function readSpec(texts: ResourceTexts, side: 'min' | 'max', problems: DraftProblem[]): ResourceSpec {
  const spec: ResourceSpec = {};
  for (const key of RESOURCE_KEYS) {
    const text = texts[key].trim();
    if (text === '') continue;
    const { label, unit } = RESOURCE_LABELS[key];
    const read = parseQuantity(text, unit, label);
    if (read.ok) spec[key] = read.value;
    else problems.push({ path: `${side}.${key}`, message: read.message });
  }
  return spec;
}

function refuseCrossed(min: ResourceSpec, max: ResourceSpec, problems: DraftProblem[]): void {
  for (const key of RESOURCE_KEYS) {
    const most = max[key];
    if (most === undefined || most >= (min[key] ?? 0)) continue;
    const { label } = RESOURCE_LABELS[key];
    problems.push({ path: `max.${key}`, message: `Maximum ${label.toLowerCase()} must be at least the minimum.` });
  }
}

function readBuffer(texts: ResourceTexts, problems: DraftProblem[]): Partial<Record<ResourceKey, number>> {
  const buffer: Partial<Record<ResourceKey, number>> = {};
  for (const key of RESOURCE_KEYS) {
    const text = texts[key].replace('%', '').trim();
    if (text === '') continue;
    const percent = Number(text);
    if (percent >= 0 && percent <= 100) buffer[key] = percent / 100;
    else
      problems.push({
        path: `buffer.${key}`,
        message: `The share to keep free must be 0 to 100 %; "${text}" was given.`,
      });
  }
  return buffer;
}

function shapeOf({ shape, points }: PlaceDraft, problems: DraftProblem[]): Pick<PlaceScope, 'shape'> {
  if (shape === 'workspace') return {};
  if (shape !== 'own') return { shape };
  const reading = readPoints(points);
  if (reading.ok) return { shape: reading.points };
  for (const { index, key, message } of reading.problems) problems.push({ path: `shape[${index}].${key}`, message });
  return {};
}

function scopeOf(draft: PlaceDraft, problems: DraftProblem[]): PlaceScope {
  const lists: Partial<Record<ScopeKey, string[]>> = {};
  for (const key of SCOPE_KEYS) if (draft.scope[key].length > 0) lists[key] = [...draft.scope[key]];
  const tags = Object.keys(draft.tags).length > 0 ? { tags: { ...draft.tags } } : {};
  const one = draft.computeId === '' ? {} : { computeId: draft.computeId };
  return {
    constraints: { ...lists, ...tags, ...one },
    query: draft.query,
    buffer: readBuffer(draft.buffer, problems),
    ...shapeOf(draft, problems),
    basis: draft.basis,
  };
}

function sizeSubject(draft: PlaceDraft, problems: DraftProblem[]): Subject | null {
  const min = readSpec(draft.min, 'min', problems);
  const max = readSpec(draft.max, 'max', problems);
  refuseCrossed(min, max, problems);
  const asked = [...Object.values(min), ...Object.values(max)].some((amount) => amount > 0);
  return asked ? { adHoc: { name: 'this size', min, max } } : null;
}

/** The question the draft puts to the planner, or what is missing or wrong in it. */
export function questionOf(draft: PlaceDraft): PlaceQuestion {
  const problems: DraftProblem[] = [];
  const scope = scopeOf(draft, problems);
  const items = itemsOf(draft, problems);
  if (problems.length > 0) return { kind: 'unreadable', problems };
  const [first] = items;
  if (!first) return { kind: 'incomplete' };
  const single = draft.what !== 'set' && (first.quantity === 1 || draft.together);
  if (!single) return { kind: 'batch', items, scope };
  return { kind: 'rank', input: { ...scope, subject: first.subject, quantity: first.quantity } };
}

function itemsOf(draft: PlaceDraft, problems: DraftProblem[]): BatchItem[] {
  if (draft.what === 'set')
    return draft.set.flatMap((line, index) => {
      if (line.serviceId === '') return [];
      const quantity = readCount(line.quantity, `set[${index}].quantity`, problems);
      return [{ subject: { service: line.serviceId }, quantity }];
    });
  const quantity = readCount(draft.quantity, 'quantity', problems);
  if (draft.what === 'service')
    return draft.serviceId === '' ? [] : [{ subject: { service: draft.serviceId }, quantity }];
  const subject = sizeSubject(draft, problems);
  return subject ? [{ subject, quantity }] : [];
}

/** How many constraints narrow the fleet, for the heading of their section. */
export function constraintCount(draft: Pick<PlaceDraft, 'scope' | 'tags' | 'query' | 'computeId'>): number {
  const lists = SCOPE_KEYS.filter((key) => draft.scope[key].length > 0).length;
  const texts = [draft.query, draft.computeId].filter((text) => text.trim() !== '').length;
  return lists + Object.keys(draft.tags).length + texts;
}
