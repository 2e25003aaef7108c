import { RESERVED_WORDS } from './ast.ts';
import type { Expression, Value } from './ast.ts';

/** Binding strength, weakest first: a term weaker than its place asks for goes into parentheses. */
const STRENGTH = { or: 1, and: 2, not: 3, connected: 4, primary: 5 } as const;

/** The one canonical text of an expression; parsing it gives the same expression again, spans apart. */
export function printExpression(expression: Expression): string {
  switch (expression.kind) {
    case 'everything':
      return '';
    case 'or':
      return expression.terms.map((term) => printWithin(term, STRENGTH.and)).join(' or ');
    case 'and':
      return expression.terms.map((term) => printWithin(term, STRENGTH.not)).join(' and ');
    case 'not':
      return `not ${printWithin(expression.term, STRENGTH.not)}`;
    case 'connected': {
      const right = printWithin(expression.right, STRENGTH.connected);
      return `${printWithin(expression.left, STRENGTH.primary)} connected to ${right}`;
    }
    default:
      return printTerm(expression);
  }
}

function printWithin(expression: Expression, weakest: number): string {
  const text = printExpression(expression);
  return strengthOf(expression) < weakest ? `(${text})` : text;
}

function strengthOf(expression: Expression): number {
  const { kind } = expression;
  return kind === 'or' || kind === 'and' || kind === 'not' || kind === 'connected' ? STRENGTH[kind] : STRENGTH.primary;
}

type Term = Exclude<Expression, { kind: 'everything' | 'or' | 'and' | 'not' | 'connected' }>;

function printTerm(term: Term): string {
  switch (term.kind) {
    case 'search':
      return term.value.kind === 'literal' ? printWord(term.value.text) : printValue(term.value);
    case 'predicate':
      return `${term.name}:${printValues(term.values)}`;
    case 'comparison':
      return `${printWord(term.field)}${term.operator}${printValues(term.values)}`;
    case 'tag':
      return `tag:${printKey(term.key, /=/u)}${term.value === null ? '' : `=${printValue(term.value)}`}`;
    case 'attribute': {
      const subkey = term.subkey === null ? '' : `.${term.subkey}`;
      const number = term.number === null ? '' : `#${term.number}`;
      const value = term.value === null ? '' : `,${printValue(term.value)}`;
      return `attr:${printKey(term.key, /[=.#]/u)}${subkey}${number}${value}`;
    }
    case 'hasKey':
      return `haskey(${printValue(term.key)}${term.subkey === null ? '' : `,${printValue(term.subkey)}`})`;
  }
}

function printValues(values: readonly Value[]): string {
  return values.map(printValue).join(',');
}

function printValue(value: Value): string {
  if (value.kind === 'literal') return printLiteral(value.text);
  if (value.kind === 'glob') return value.glob;
  return `/${escapeSlashes(value.pattern)}/${value.ignoreCase ? 'i' : ''}`;
}

/** A text as an argument that is taken as it stands: quoted if it would otherwise mean something else. */
export function printLiteral(text: string): string {
  return /^[^\s(),"*?/=<>!][^\s(),"*?]*$/u.test(text) ? text : quote(text);
}

function printKey(key: Value, separators: RegExp): string {
  if (key.kind !== 'literal') return printValue(key);
  return separators.test(key.text) || key.text.includes('!=') ? quote(key.text) : printValue(key);
}

/** A term's word ends at any operator, so more must be quoted than in an argument. */
function printWord(text: string): string {
  const plain = /^[^\s(),"*?/=<>!:][^\s(),"*?=<>!:]*$/u.test(text) && !RESERVED_WORDS.has(text.toLowerCase());
  return plain ? text : quote(text);
}

function quote(text: string): string {
  return `"${text.replaceAll(/["\\]/gu, String.raw`\$&`)}"`;
}

function escapeSlashes(pattern: string): string {
  return pattern.replaceAll(/\\[^]|\//gu, (found) => (found === '/' ? String.raw`\/` : found));
}
