import { Composer, Lexer, Parser, Schema, type Document, type ParsedNode } from 'yaml';
import { oneLine } from '../../../shared/rules/one-line.ts';

/** Characters of a reason that a file may have put its own text into. */
export const LONGEST_REASON = 400;
/** Deepest nesting of lists and maps that is read. */
export const MAXIMUM_DEPTH = 100;
/** Values of one document, repetitions through aliases counted each time. */
export const MAXIMUM_VALUES = 1_000_000;
/** Smallest pieces of text: what bounds the time that a file of commas or empty lines may take. */
const MAXIMUM_LEXEMES = 5_000_000;

/** Why a text is not read, and where; caught by `readYaml`. */
export class YamlRefusal extends Error {
  readonly offset: number;

  constructor(reason: string, offset: number) {
    super(oneLine(reason, LONGEST_REASON));
    this.name = 'YamlRefusal';
    this.offset = offset;
  }
}

// Keys are compared by the converter instead: the composer's own check takes quadratic time.
const OPTIONS = {
  schema: new Schema({ schema: 'core', resolveKnownTags: false }),
  uniqueKeys: false,
  prettyErrors: false,
  logLevel: 'silent',
} as const;

/** Composes the only document of `text` with YAML 1.2's core schema; null when the text holds none. */
export function composeYaml(text: string): ParsedNode | null {
  refuseControlCharacters(text);
  const document = composed(text);
  const error = document.errors[0];
  if (error) throw new YamlRefusal(`The YAML is not well formed: ${sentence(error.message)}`, error.pos[0]);
  const warning = document.warnings[0];
  if (warning) throw new YamlRefusal(`The YAML is not plain data: ${sentence(warning.message)}`, warning.pos[0]);
  if (document.directives.yaml.version === '1.1') throw new YamlRefusal('YAML 1.1 was declared; only 1.2 is read.', 0);
  return document.contents;
}

/** The parser marks kinds of text by such characters, so one in the file could pass for a mark. */
function refuseControlCharacters(text: string): void {
  const offset = text.search(/(?![\t\n\r\u0085])\p{Cc}/u);
  if (offset < 0) return;
  const code = text.charCodeAt(offset).toString(16).toUpperCase().padStart(4, '0');
  throw new YamlRefusal(`The file holds the control character U+${code}, which YAML does not allow.`, offset);
}

function composed(text: string): Document.Parsed {
  const { stackTraceLimit } = Error;
  // The composer makes an Error for every fault it meets; a hostile file has a million, and a stack for each is slow.
  Error.stackTraceLimit = 0;
  try {
    let first: Document.Parsed | undefined;
    for (const document of documentsOf(text)) {
      if (first) throw new YamlRefusal('The file holds several YAML documents; one is read.', document.range[0]);
      first = document;
    }
    if (!first) throw new YamlRefusal('The file holds no YAML document.', 0);
    return first;
  } catch (error) {
    if (error instanceof YamlRefusal) throw error;
    throw new YamlRefusal('The YAML is not well formed.', 0);
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

function* documentsOf(text: string): Generator<Document.Parsed> {
  const parser = new Parser();
  const composer = new Composer(OPTIONS);
  const count = new LexemeCount();
  for (const lexeme of new Lexer().lex(text)) {
    count.add(lexeme, parser.offset);
    for (const token of parser.next(lexeme)) {
      if (token.type === 'error') throw new YamlRefusal(`The YAML is not well formed: ${token.message}.`, token.offset);
      yield* composer.next(token);
    }
    // Refused here, since the composer recurses: the document and a scalar stand on the stack beside the nesting.
    if (parser.stack.length > MAXIMUM_DEPTH + 2) throw tooDeep(parser.offset);
  }
  for (const token of parser.end()) yield* composer.next(token);
  yield* composer.end(true, text.length);
}

/** Refuses what cannot become few enough values before it takes the time and memory of composing it. */
class LexemeCount {
  #lexemes = 0;
  #values = 0;
  #commas = 0;

  /** A dash opens one list item and a colon one value of a map; a comma stands between two values. */
  add(lexeme: string, offset: number): void {
    this.#lexemes += 1;
    if (lexeme === '-' || lexeme === ':') this.#values += 1;
    else if (lexeme === ',') this.#commas += 1;
    if (this.#values > MAXIMUM_VALUES || this.#commas > MAXIMUM_VALUES) throw tooMany(offset);
    if (this.#lexemes > MAXIMUM_LEXEMES) throw new YamlRefusal('The file holds too many YAML tokens.', offset);
  }
}

export function tooDeep(offset: number): YamlRefusal {
  return new YamlRefusal(`Lists and maps are nested deeper than ${MAXIMUM_DEPTH} levels.`, offset);
}

export function tooMany(offset: number): YamlRefusal {
  return new YamlRefusal(
    `The file holds more than ${MAXIMUM_VALUES.toLocaleString('en')} values, repetitions through aliases included.`,
    offset,
  );
}

function sentence(message: string): string {
  const short = message.length > 160 ? `${message.slice(0, 157)}…` : message;
  return short.endsWith('.') ? short : `${short}.`;
}
