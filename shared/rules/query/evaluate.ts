import type { MembershipName } from './ast.ts';
import type { BoundExpression, Ordering } from './bound.ts';
import { foldText, textTester } from './text-match.ts';
import type { TextMatch } from './text-match.ts';

export interface QueryAttribute {
  key: string;
  subkey: string | null;
  number: number | null;
  value: string | number | null;
}

/** One thing as plain data. Choices by stored value, dates as ISO text, numbers in the field's stored unit. */
export interface QueryRecord {
  values: Readonly<Record<string, string | number | boolean | null>>;
  /** The texts a bare word is looked for in: name, serial, asset tag. */
  searchText: readonly string[];
  tags?: readonly { key: string; value: string }[];
  attributes?: readonly QueryAttribute[];
  /** For each predicate, the names the thing answers to: `in` holds the rack and all around it, `driver` driver and type. */
  memberships?: Partial<Readonly<Record<MembershipName, readonly string[]>>>;
  /** The things an edge leads to, port links and containment both ways. */
  neighbours?: readonly QueryRecord[];
}

/** Whether a record belongs to the set the expression means. Plain and slow on purpose: the measure of compiled queries. */
export function evaluateExpression(bound: BoundExpression, record: QueryRecord): boolean {
  switch (bound.kind) {
    case 'everything':
      return true;
    case 'or':
      return bound.terms.some((term) => evaluateExpression(term, record));
    case 'and':
      return bound.terms.every((term) => evaluateExpression(term, record));
    case 'not':
      return !evaluateExpression(bound.term, record);
    case 'connected':
      return (
        evaluateExpression(bound.left, record) &&
        (record.neighbours ?? []).some((neighbour) => evaluateExpression(bound.right, neighbour))
      );
    default:
      return evaluateTerm(bound, record);
  }
}

type Term = Exclude<BoundExpression, { kind: 'everything' | 'or' | 'and' | 'not' | 'connected' }>;

function evaluateTerm(term: Term, record: QueryRecord): boolean {
  switch (term.kind) {
    case 'search':
      return record.searchText.some((text) => foldText(text).includes(foldText(term.text)));
    case 'membership':
      return evaluateMembership(term.name, term.match, record.memberships?.[term.name] ?? []);
    case 'tag': {
      const { key, value } = term;
      return (record.tags ?? []).some((tag) => matches(key, tag.key) && (value === null || matches(value, tag.value)));
    }
    case 'attribute':
      return (record.attributes ?? []).some((attribute) => evaluateAttribute(term, attribute));
    default:
      return evaluateField(term, record.values[term.field] ?? null);
  }
}

type FieldTerm = Extract<Term, { field: string }>;

function evaluateField(term: FieldTerm, value: string | number | boolean | null): boolean {
  if (term.kind === 'empty') return value === null || value === '';
  if (value === null) return false;
  switch (term.kind) {
    case 'text':
      return matches(term.match, String(value));
    case 'number':
      return compare(Number(value), term.operator, term.value);
    case 'date':
      return term.operator === '<' ? String(value) < term.day : String(value) >= term.day;
    case 'choice':
      return term.values.includes(String(value));
    case 'boolean':
      return value === term.value;
  }
}

function compare(left: number, operator: Ordering, right: number): boolean {
  if (operator === '=') return left === right;
  if (operator === '<') return left < right;
  if (operator === '<=') return left <= right;
  return operator === '>' ? left > right : left >= right;
}

function matches(match: TextMatch, text: string): boolean {
  return textTester(match)(text);
}

function evaluateAttribute(term: Term & { kind: 'attribute' }, attribute: QueryAttribute): boolean {
  if (!matches(term.key, attribute.key)) return false;
  if (term.subkey !== null && (attribute.subkey === null || !matches(term.subkey, attribute.subkey))) return false;
  if (term.number !== null && attribute.number !== term.number) return false;
  return term.value === null || (attribute.value !== null && matches(term.value, String(attribute.value)));
}

/** A driver goes by its name, by its name without "basic", and by the start of its type: Console is consoleserver. */
function evaluateMembership(name: MembershipName, match: TextMatch, values: readonly string[]): boolean {
  if (name !== 'driver' || match.kind !== 'exact') return values.some((value) => matches(match, value));
  const wanted = foldText(match.text).replace(/^basic/u, '');
  return (
    wanted !== '' &&
    values.some((value) =>
      foldText(value)
        .replace(/^basic/u, '')
        .startsWith(wanted),
    )
  );
}
