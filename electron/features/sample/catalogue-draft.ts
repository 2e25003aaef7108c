import type { component, ComponentType } from '../../../shared/domain/component.ts';
import type { ComponentSpecs } from '../../../shared/domain/component-specs.ts';
import type { DraftOf } from '../../../shared/domain/noun.ts';

export type ComponentDraft = DraftOf<typeof component>;

/** Manufacturer, model and part number of a part. */
export type Make = readonly [manufacturer: string, model: string, partNumber: string | null];

type Offer = readonly [listPrice: string, currency: 'EUR' | 'USD', leadTimeDays: number];

interface Details {
  readonly powerWatts?: number;
  readonly weightGrams?: number;
  readonly offer?: Offer;
}

/** A catalogue entry of one type; its specs are checked against that type's keys. */
export function draftOf<Type extends ComponentType>(
  type: Type,
  [manufacturer, model, partNumber]: Make,
  specs: ComponentSpecs<Type>,
  { offer, ...details }: Details = {},
): ComponentDraft {
  const [listPrice = null, currency = null, leadTimeDays = null] = offer ?? [];
  return { type, manufacturer, model, partNumber, specs, listPrice, currency, leadTimeDays, ...details };
}
