import { isPredicateName } from './ast.ts';
import { isHasKey, lex } from './lexer.ts';
import type { Token } from './lexer.ts';
import { printLiteral } from './print.ts';
import { findField } from './schema.ts';
import type { QueryField, QuerySchema } from './schema.ts';

export interface Proposal {
  kind: 'keyword' | 'field' | 'predicate' | 'operator' | 'value';
  /** What the list shows. */
  label: string;
  /** What replaces the text from `from` to `to`. */
  insert: string;
  detail?: string;
}

export interface Completion {
  from: number;
  to: number;
  proposals: readonly Proposal[];
  /** Set where the values lie in the workspace: what the caller may look up and propose itself. */
  asks: { head: string; key: string | null; text: string; things?: true } | null;
}

const OPERATORS_BY_KIND: Readonly<Record<QueryField['kind'], readonly string[]>> = {
  text: ['=', '!='],
  reference: ['=', '!='],
  choice: ['=', '!='],
  boolean: ['=', '!='],
  number: ['>=', '<=', '=', '>', '<', '!='],
  date: ['<', '>=', '=', '>', '<=', '!='],
};

const PREDICATE_HELP: Readonly<Record<string, string>> = {
  name: 'whole name, with * and ?',
  tag: 'key, or key=value',
  in: 'inside a rack, room or site',
  runs: 'runs a service',
  ip: 'address, or network such as 10.0.0.0/8',
  attr: 'attribute key, value',
  driver: 'driver or type',
};

/** What may stand at `cursor`. Works on unfinished text; never fails. */
export function completeExpression(text: string, cursor: number, schema: QuerySchema): Completion {
  const { tokens, failure } = lex(text.slice(0, cursor));
  const before = tokens.slice(0, -1);
  if (failure !== null) return completeInsideQuote(text, cursor, failure.position, before, schema);
  const last = before.at(-1);
  const partial = last?.end === cursor && (last.kind === 'word' || last.kind === 'quoted') ? last : null;
  const settled = partial === null ? before : before.slice(0, -1);
  const from = partial?.start ?? cursor;
  const to = partial?.kind === 'word' ? endOfWord(text, cursor) : cursor;
  const typed = partial?.text ?? '';
  const argument = argumentAt(settled, partial);
  if (argument !== null) return { from, to, ...completeArgument(argument, typed, schema) };
  if (partial?.kind === 'quoted') return { from, to, proposals: [], asks: null };
  const asked = isAboutThings(settled, settled.length) ? (schema.things ?? schema) : schema;
  return { from, to, proposals: completeTerm(settled, typed, asked), asks: null };
}

function endOfWord(text: string, cursor: number): number {
  const rest = /^[^\s(),":=<>!]*/u.exec(text.slice(cursor));
  return cursor + (rest?.[0].length ?? 0);
}

function completeInsideQuote(
  text: string,
  cursor: number,
  start: number,
  before: readonly Token[],
  schema: QuerySchema,
): Completion {
  const argument = text.charAt(start) === '"' ? argumentAt(before, null) : null;
  if (argument === null) return { from: cursor, to: cursor, proposals: [], asks: null };
  return { from: start, to: cursor, ...completeArgument(argument, text.slice(start + 1, cursor), schema) };
}

/** Whether the term at `index` stands right of `connected to`, itself or in parentheses that do. */
function isAboutThings(tokens: readonly Token[], index: number): boolean {
  const isKeyword = (at: number, word: string) => {
    const token = tokens[at];
    return token?.kind === 'word' && !token.asValue && token.text.toLowerCase() === word;
  };
  const followsTo = (at: number) => isKeyword(at - 1, 'to') && isKeyword(at - 2, 'connected');
  const around: boolean[] = [];
  for (const [at, { kind }] of tokens.slice(0, index).entries()) {
    if (kind === 'open') around.push(followsTo(at) || (around.at(-1) ?? false));
    else if (kind === 'close') around.pop();
  }
  return followsTo(index) || (around.at(-1) ?? false);
}

interface Argument {
  head: string;
  /** It stands right of `connected to`. */
  things: boolean;
  /** The key left of the cursor in `tag:key=…`. */
  key: string | null;
}

/** The predicate or field whose argument the cursor is in, or null outside of any. */
function argumentAt(settled: readonly Token[], partial: Token | null): Argument | null {
  const last = settled.at(-1);
  const expected = last?.kind === 'operator' || (last?.kind === 'comma' && settled.at(-2)?.asValue === true);
  if (!expected && partial?.asValue !== true) return null;
  const operatorAt = settled.findLastIndex((token) => token.kind === 'operator' && !token.asValue);
  const openAt = settled.findLastIndex((token) => token.kind === 'open');
  const functionHead = settled[openAt - 1];
  if (openAt > operatorAt && functionHead !== undefined && isHasKey(functionHead)) {
    return { head: 'attr', key: null, things: isAboutThings(settled, openAt - 1) };
  }
  const head = settled[operatorAt - 1];
  if (head === undefined) return null;
  const first = settled[operatorAt + 1];
  const key = first?.asValue === true && first.kind !== 'operator' ? first.text : null;
  return { head: head.text, key, things: isAboutThings(settled, operatorAt - 1) };
}

function completeArgument(
  { head, key, things }: Argument,
  typed: string,
  own: QuerySchema,
): Pick<Completion, 'proposals' | 'asks'> {
  const schema = things ? (own.things ?? own) : own;
  const name = head.toLowerCase();
  const isPredicate = schema.predicates.some((predicate) => predicate === name);
  const field = isPredicate ? undefined : findField(schema, head);
  const values = isPredicate ? valuesOfPredicate(name, schema) : field === undefined ? [] : valuesOf(field);
  if (values.length > 0) return { proposals: matching(values, typed), asks: null };
  if (!isPredicate && field === undefined) return { proposals: [], asks: null };
  const isText = field === undefined || field.kind === 'text' || field.kind === 'reference';
  const about = things ? { things } : {};
  const asked = {
    head: field?.key ?? name,
    key: name === 'tag' || name === 'attr' ? key : null,
    text: typed,
    ...about,
  };
  return { proposals: [], asks: isText ? asked : null };
}

/** What a predicate can be asked for without looking into the workspace. */
function valuesOfPredicate(name: string, schema: QuerySchema): readonly Proposal[] {
  if (name === 'driver') return (schema.drivers ?? []).map((word) => ({ kind: 'value', label: word, insert: word }));
  const field =
    name === 'type' || name === 'status' ? findField(schema, name === 'status' ? 'state' : name) : undefined;
  return field === undefined ? [] : valuesOf(field);
}

function valuesOf(field: QueryField): readonly Proposal[] {
  if (field.kind === 'boolean') return ['yes', 'no'].map((word) => ({ kind: 'value', label: word, insert: word }));
  return (field.choices ?? []).map(({ value, label }) => ({
    kind: 'value',
    label: value,
    insert: printLiteral(value),
    ...(label === value ? {} : { detail: label }),
  }));
}

function completeTerm(settled: readonly Token[], typed: string, schema: QuerySchema): readonly Proposal[] {
  const last = settled.at(-1);
  const lastWord = last?.kind === 'word' && !last.asValue ? last.text.toLowerCase() : null;
  if (lastWord === 'connected') return matching([keyword('to')], typed);
  const afterTerm = last !== undefined && last.kind !== 'open' && !['and', 'or', 'not'].includes(lastWord ?? '');
  const operators = typed === '' && lastWord !== null ? operatorsAfter(lastWord, schema) : [];
  const binding = afterTerm ? ['and', 'or', ...(schema.predicates.includes('connected') ? ['connected to'] : [])] : [];
  return [...operators, ...matching([...binding, 'not'].map(keyword).concat(heads(schema)), typed)];
}

function keyword(word: string): Proposal {
  return { kind: 'keyword', label: word, insert: `${word} ` };
}

function operatorsAfter(word: string, schema: QuerySchema): readonly Proposal[] {
  const field = findField(schema, word);
  if (field === undefined) return [];
  return OPERATORS_BY_KIND[field.kind].map((operator) => ({ kind: 'operator', label: operator, insert: operator }));
}

function heads(schema: QuerySchema): Proposal[] {
  const fields = schema.fields.map((field): Proposal => {
    const key = (field.kind === 'reference' ? field.aliases?.[0] : undefined) ?? field.key.replace(/^custom\./u, '');
    const [operator = '='] = OPERATORS_BY_KIND[field.kind];
    const named = field.unit === undefined ? field.label : `${field.label} (${field.unit})`;
    const detail = named.toLowerCase() === key.toLowerCase() ? {} : { detail: named };
    return { kind: 'field', label: key, insert: `${key}${operator}`, ...detail };
  });
  const predicates = schema.predicates.filter(isPredicateName).map((name): Proposal => {
    const help = PREDICATE_HELP[name];
    return {
      kind: 'predicate',
      label: `${name}:`,
      insert: `${name}:`,
      ...(help === undefined ? {} : { detail: help }),
    };
  });
  return [...fields, ...predicates];
}

/** Those whose label starts with what is typed, then those with a later word of label or field name that does. */
function matching(proposals: readonly Proposal[], typed: string): readonly Proposal[] {
  const wanted = typed.toLowerCase();
  const starting = proposals.filter(({ label }) => label.toLowerCase().startsWith(wanted));
  const others = proposals.filter((proposal) => !starting.includes(proposal) && proposal.kind !== 'predicate');
  return [...starting, ...others.filter(({ label, detail = '' }) => hasWordStarting(`${label} ${detail}`, wanted))];
}

function hasWordStarting(text: string, start: string): boolean {
  return ` ${text.toLowerCase()}`.includes(` ${start}`);
}
