import { readNames } from '../part/fit-target.ts';

/** How computes are chosen: those selected in the fleet, by name, or by a filter. */
export type TargetsBy = 'selected' | 'names' | 'filter';

/** What the channels of the firewall take. */
export type Targets = { readonly computes: string[] } | { readonly query: string };

export type TargetsReading =
  | { readonly ok: true; readonly targets: Targets }
  /** `message` is null while nothing is chosen yet. */
  | { readonly ok: false; readonly message: string | null };

/** Reads which computes are meant; an empty filter would mean all of them and is asked for as `*`. */
export function readTargets(by: TargetsBy, text: string, selected: ReadonlySet<string>): TargetsReading {
  if (by === 'selected')
    return selected.size === 0 ? { ok: false, message: null } : { ok: true, targets: { computes: [...selected] } };
  const wanted = text.trim();
  if (wanted === '') return { ok: false, message: null };
  if (by === 'filter') return { ok: true, targets: { query: wanted === '*' ? '' : wanted } };
  const names = readNames(wanted);
  if (!names.ok) return { ok: false, message: names.message };
  return { ok: true, targets: { computes: [...names.value] } };
}
