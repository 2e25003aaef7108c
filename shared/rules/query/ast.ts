/** Half-open range of characters in the text the expression was parsed from. */
export interface Span {
  start: number;
  end: number;
}

/** A glob holds at least one `*` (any run of characters) or `?` (one character) and no character that ends a word. */
export type Value =
  | { kind: 'literal'; text: string; span: Span }
  | { kind: 'glob'; glob: string; span: Span }
  | { kind: 'regex'; pattern: string; ignoreCase: boolean; span: Span };

/** The words that take a `:`; everything else before `:` is a field. systems.md 5.4, with `runs` of issue 6. */
export const PREDICATE_NAMES = [
  'name',
  'driver',
  'type',
  'pool',
  'in',
  'role',
  'class',
  'tag',
  'group',
  'ip',
  'mac',
  'status',
  'runs',
  'attr',
] as const;

export type PredicateName = (typeof PREDICATE_NAMES)[number];

/** Predicates whose argument is any of several plain values; `tag:` and `attr:` have arguments of their own shape. */
export type MembershipName = Exclude<PredicateName, 'tag' | 'attr'>;

export type ComparisonOperator = '=' | '!=' | '<' | '<=' | '>' | '>=';

export type Expression =
  | { kind: 'everything'; span: Span }
  | { kind: 'or' | 'and'; terms: readonly Expression[]; span: Span }
  | { kind: 'not'; term: Expression; span: Span }
  | { kind: 'connected'; left: Expression; right: Expression; span: Span }
  | { kind: 'search'; value: Value; span: Span }
  | { kind: 'predicate'; name: MembershipName; headSpan: Span; values: readonly Value[]; span: Span }
  | { kind: 'tag'; headSpan: Span; key: Value; value: Value | null; span: Span }
  | {
      kind: 'attribute';
      headSpan: Span;
      key: Value;
      subkey: string | null;
      number: number | null;
      value: Value | null;
      span: Span;
    }
  | { kind: 'hasKey'; headSpan: Span; key: Value; subkey: Value | null; span: Span }
  | {
      kind: 'comparison';
      field: string;
      headSpan: Span;
      operator: ComparisonOperator;
      values: readonly Value[];
      span: Span;
    };

export function isPredicateName(word: string): word is PredicateName {
  return PREDICATE_NAMES.some((name) => name === word);
}

/** Words that cannot be searched for unless quoted. */
export const RESERVED_WORDS: ReadonlySet<string> = new Set(['and', 'or', 'not', 'connected', 'haskey']);
