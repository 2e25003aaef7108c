import { isAlias, isMap, isScalar, isSeq, type ParsedNode } from 'yaml';
import { composeYaml, YamlRefusal } from './yaml-compose.ts';
import { offsetOf, YamlConverter, type YamlValue } from './yaml-convert.ts';

export type YamlPath = readonly (string | number)[];

export interface YamlDocument {
  /** Plain JSON values; aliases share one object. */
  readonly value: YamlValue;
  /** The line, from 1, of the value at `path`, or of the nearest value around it that exists. */
  lineOf(path: YamlPath): number;
  /** The scalar at `path` as it is written, `012` or `1.10`; null when there is none. */
  textOf(path: YamlPath): string | null;
}

export type YamlReading =
  | { readonly ok: true; readonly document: YamlDocument }
  | { readonly ok: false; readonly line: number; readonly reason: string };

/**
 * Reads one YAML 1.2 document (core schema) from text that nobody vouches for. Refused with a line and a sentence:
 * what is not well formed, keys given twice, tags of other schemas, several documents, merge keys, nesting and
 * expansion beyond the limits of yaml-compose.ts.
 */
export function readYaml(text: string): YamlReading {
  try {
    const contents = composeYaml(text);
    const converter = new YamlConverter();
    const value = converter.convert(contents);
    return { ok: true, document: new ReadDocument(text, value, contents, converter) };
  } catch (error) {
    if (!(error instanceof YamlRefusal)) throw error;
    return { ok: false, line: lineAt(text, error.offset), reason: error.message };
  }
}

interface Place {
  readonly node: ParsedNode | null;
  readonly offset: number;
  readonly whole: boolean;
}

class ReadDocument implements YamlDocument {
  readonly value: YamlValue;
  readonly #text: string;
  readonly #contents: ParsedNode | null;
  readonly #converter: YamlConverter;

  constructor(text: string, value: YamlValue, contents: ParsedNode | null, converter: YamlConverter) {
    this.#text = text;
    this.value = value;
    this.#contents = contents;
    this.#converter = converter;
  }

  lineOf(path: YamlPath): number {
    return lineAt(this.#text, this.#find(path).offset);
  }

  textOf(path: YamlPath): string | null {
    const { node, whole } = this.#find(path);
    return whole && isScalar(node) ? (node.source ?? null) : null;
  }

  #find(path: YamlPath): Place {
    let place: Place = { node: this.#resolved(this.#contents), offset: offsetOf(this.#contents), whole: true };
    for (const step of path) {
      const next = this.#step(place.node, step);
      if (!next) return { ...place, whole: false };
      place = next;
    }
    return place;
  }

  #step(node: ParsedNode | null, step: string | number): Place | null {
    if (isSeq(node) && typeof step === 'number') {
      const item = node.items[step];
      return item ? { node: this.#resolved(item), offset: offsetOf(item), whole: true } : null;
    }
    if (!isMap(node)) return null;
    const pair = node.items.find(({ key }) => isScalar(key) && (key.value === step || key.source === step));
    return pair ? { node: this.#resolved(pair.value), offset: offsetOf(pair.key), whole: true } : null;
  }

  #resolved(node: ParsedNode | null): ParsedNode | null {
    return isAlias(node) ? (this.#converter.targets.get(node) ?? null) : node;
  }
}

function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}
