import type { MembershipName } from './ast.ts';
import type { TextMatch } from './text-match.ts';

export type Ordering = '=' | '<' | '<=' | '>' | '>=';

/** An expression whose every name and value is resolved against one schema: what evaluate and compile read. */
export type BoundExpression =
  | { kind: 'everything' }
  | { kind: 'or' | 'and'; terms: readonly BoundExpression[] }
  | { kind: 'not'; term: BoundExpression }
  /** Things of `left` with an edge to some thing of `right`. */
  | { kind: 'connected'; left: BoundExpression; right: BoundExpression }
  /** `text` occurs in one of the searched fields, without regard to case. */
  | { kind: 'search'; text: string }
  | { kind: 'empty'; field: string }
  | { kind: 'text'; field: string; match: TextMatch }
  /** In the field's stored unit. */
  | { kind: 'number'; field: string; operator: Ordering; value: number }
  /** ISO 8601 text; `day` is YYYY-MM-DD. A moment lies before the day that starts after it, so two operators suffice. */
  | { kind: 'date'; field: string; operator: '>=' | '<'; day: string }
  | { kind: 'choice'; field: string; values: readonly string[] }
  | { kind: 'boolean'; field: string; value: boolean }
  | { kind: 'membership'; name: Exclude<MembershipName, 'name'>; match: TextMatch }
  | { kind: 'tag'; key: TextMatch; value: TextMatch | null }
  /** Null means any; the number 12 and the text "12" are the same value. */
  | { kind: 'attribute'; key: TextMatch; subkey: TextMatch | null; number: number | null; value: TextMatch | null };
