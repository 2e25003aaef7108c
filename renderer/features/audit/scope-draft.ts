import type { AuditScope } from '../../../shared/domain/audit-scope.ts';

export const SCOPE_KINDS = [
  { value: 'site', label: 'Site' },
  { value: 'room', label: 'Room' },
  { value: 'row', label: 'Row' },
  { value: 'racks', label: 'Racks' },
  { value: 'query', label: 'Query' },
  { value: 'list', label: 'Pasted list' },
] as const;

export type ScopeKind = (typeof SCOPE_KINDS)[number]['value'];

/** What is filled in about the scope; a kind keeps its own part while another one is looked at. */
export interface ScopeDraft {
  readonly kind: ScopeKind;
  readonly site: string;
  readonly room: string;
  readonly row: string;
  readonly racks: readonly string[];
  readonly query: string;
  /** A name, serial number or asset tag in each line. */
  readonly list: string;
}

export const EMPTY_SCOPE: ScopeDraft = { kind: 'room', site: '', room: '', row: '', racks: [], query: '', list: '' };

export type ScopeReading =
  | { readonly ok: true; readonly scope: AuditScope }
  | { readonly ok: false; readonly message: string };

function listed(text: string): readonly string[] {
  return [
    ...new Set(
      text
        .split(/[\n\r\t]+/)
        .map((line) => line.trim())
        .filter(Boolean),
    ),
  ];
}

/** The scope that the draft says, or what it still lacks. */
export function readScope(draft: ScopeDraft): ScopeReading {
  const { kind, site, room, row } = draft;
  const missing = (message: string): ScopeReading => ({ ok: false, message });
  switch (kind) {
    case 'site':
      return site ? { ok: true, scope: { kind, site } } : missing('Choose a site.');
    case 'room':
      return room ? { ok: true, scope: { kind, room } } : missing('Choose a room.');
    case 'row':
      return row ? { ok: true, scope: { kind, row } } : missing('Choose a row.');
    case 'racks':
      return draft.racks.length > 0
        ? { ok: true, scope: { kind, racks: [...draft.racks] } }
        : missing('Choose at least one rack.');
    case 'query':
      return { ok: true, scope: { kind, query: draft.query.trim() } };
    case 'list': {
      const texts = listed(draft.list);
      return texts.length > 0
        ? { ok: true, scope: { kind, texts: [...texts] } }
        : missing('Paste names, serial numbers or asset tags, one a line.');
    }
  }
}
