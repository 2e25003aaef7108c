import type { MembershipName } from './ast.ts';
import type { BoundExpression } from './bound.ts';
import { compileRegex } from './regex-match.ts';
import type { RegexBudget } from './regex-program.ts';
import { foldText } from './text-match.ts';
import type { TextMatch } from './text-match.ts';

/** A condition and the values of its `?` in order. Text typed by a person is only ever a value. */
export interface SqlFragment {
  sql: string;
  params: readonly (string | number)[];
}

export interface SqlColumn {
  /**
   * An expression giving the value in the form its field kind compares: choices by stored value, flags as 0 or 1,
   * references by the name of their target, numbers as numbers (text such as money needs a CAST).
   */
  sql: string;
  /** An expression already holding foldText() of the value; an index on it serves `=` and globs with a fixed start. */
  foldedSql?: string;
}

/** What the engine knows about its tables; a predicate the schema offers must have its function here. */
export interface CompileContext {
  columns: Readonly<Record<string, SqlColumn>>;
  search: (text: string) => SqlFragment;
  tag?: (key: TextMatch, value: TextMatch | null) => SqlFragment;
  memberships?: Partial<Readonly<Record<MembershipName, (match: TextMatch) => SqlFragment>>>;
  attribute?: (attribute: BoundExpression & { kind: 'attribute' }) => SqlFragment;
  /** The row has an edge to some thing of `right`. */
  connectedTo?: (right: BoundExpression) => SqlFragment;
}

/**
 * A bound expression as a WHERE condition, true for exactly the rows evaluateExpression accepts; it may be NULL where
 * that answers false. Calls two SQL functions that the engine registers: `fold_text(text)` (foldText) and
 * `regexp_match(pattern, flags, text)` (regexpMatcher). Throws if the context lacks a column or predicate the schema has.
 */
export function compileExpression(bound: BoundExpression, context: CompileContext): SqlFragment {
  switch (bound.kind) {
    case 'everything':
      return { sql: '1', params: [] };
    case 'or':
    case 'and':
      return joined(
        bound.terms.map((term) => compileExpression(term, context)),
        bound.kind === 'or' ? ' OR ' : ' AND ',
      );
    case 'not': {
      // NOT would keep NULL, and a machine without a provider is not one of provider OVH.
      const { sql, params } = compileExpression(bound.term, context);
      return { sql: `(${sql} IS NOT TRUE)`, params };
    }
    case 'connected': {
      const right = required(context.connectedTo, 'connected to')(bound.right);
      return joined([compileExpression(bound.left, context), right], ' AND ');
    }
    case 'search':
      return enclosed(context.search(bound.text));
    case 'tag':
      return enclosed(required(context.tag, 'tag')(bound.key, bound.value));
    case 'membership':
      return enclosed(required(context.memberships?.[bound.name], bound.name)(bound.match));
    case 'attribute':
      return enclosed(required(context.attribute, 'attr')(bound));
    default:
      return compileField(bound, required(context.columns[bound.field], bound.field));
  }
}

function required<Part>(part: Part | undefined, name: string): Part {
  if (part === undefined) throw new Error(`The query context has nothing for '${name}', which its schema offers.`);
  return part;
}

function joined(parts: readonly SqlFragment[], operator: string): SqlFragment {
  return { sql: `(${parts.map(({ sql }) => sql).join(operator)})`, params: parts.flatMap(({ params }) => params) };
}

function enclosed({ sql, params }: SqlFragment): SqlFragment {
  return { sql: `(${sql})`, params };
}

type FieldTerm = Extract<BoundExpression, { field: string }>;

function compileField(term: FieldTerm, column: SqlColumn): SqlFragment {
  const { sql } = column;
  switch (term.kind) {
    case 'empty':
      return { sql: `(${sql} IS NULL OR ${sql} = '')`, params: [] };
    case 'text':
      return compileTextMatch(column, term.match);
    case 'number':
      return { sql: `(${sql} ${term.operator} ?)`, params: [term.value] };
    case 'date':
      return { sql: `(${sql} ${term.operator} ?)`, params: [term.day] };
    case 'choice':
      return { sql: `(${sql} IN (${term.values.map(() => '?').join(', ')}))`, params: term.values };
    case 'boolean':
      return { sql: `(${sql} = ?)`, params: [term.value ? 1 : 0] };
  }
}

/** A text comparison on any column, for the engine's own predicates too. */
export function compileTextMatch(column: SqlColumn, match: TextMatch): SqlFragment {
  if (match.kind === 'regex') {
    const params = [match.pattern, match.ignoreCase ? 'i' : ''];
    return { sql: `(regexp_match(?, ?, ${column.sql}))`, params };
  }
  if (match.kind === 'exact') return { sql: `(${folded(column, match.text)} = ?)`, params: [foldText(match.text)] };
  return { sql: `(${folded(column, match.glob)} GLOB ?)`, params: [sqliteGlob(foldText(match.glob))] };
}

/** SQLite's own lower() knows A to Z only, which is enough, and much faster, for comparing with ASCII. */
function folded(column: SqlColumn, comparedWith: string): string {
  if (column.foldedSql !== undefined) return column.foldedSql;
  return /[\u0080-\u{10ffff}]/u.test(comparedWith) ? `fold_text(${column.sql})` : `lower(${column.sql})`;
}

/** `*` and `?` mean the same in SQLite; `[` would open a set of characters. */
function sqliteGlob(glob: string): string {
  return glob.replaceAll('[', '[[]');
}

/** The engine's `regexp_match`: 1 or 0, NULL for NULL. Keeps the last patterns compiled. */
export function regexpMatcher(
  budget?: RegexBudget,
): (pattern: string, flags: string, text: string | number | null) => number | null {
  const compiled = new Map<string, (text: string, budget?: RegexBudget) => boolean>();
  return (pattern, flags, text) => {
    if (text === null) return null;
    const key = `${flags}/${pattern}`;
    let test = compiled.get(key);
    if (test === undefined) {
      const compilation = compileRegex(pattern, flags.includes('i'));
      test = compilation.ok ? compilation.test : () => false;
      if (compiled.size >= 32) compiled.clear();
      compiled.set(key, test);
    }
    return test(String(text), budget) ? 1 : 0;
  };
}
