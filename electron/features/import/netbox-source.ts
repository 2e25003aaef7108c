import { shown } from '../../../shared/domain/shown-value.ts';
import type { Choice } from '../../../shared/domain/field.ts';
import { oneLine } from '../../../shared/rules/one-line.ts';
import { LONGEST_REASON } from './yaml-compose.ts';
import type { YamlMap, YamlValue } from './yaml-convert.ts';
import type { YamlDocument, YamlPath } from './yaml-document.ts';

/** Why a file is refused, and at which value; caught by `readNetBoxFile`, which turns the path into a line. */
export class SourceRefusal extends Error {
  readonly path: YamlPath;

  constructor(reason: string, path: YamlPath) {
    super(oneLine(reason, LONGEST_REASON));
    this.name = 'SourceRefusal';
    this.path = path;
  }
}

export interface Range {
  readonly minimum: number;
  readonly maximum: number;
}

/**
 * One map of a NetBox file, read key by key. A key that is absent, null or (for text) empty reads as null; a value of
 * the wrong type is refused with a sentence naming key, value and what is allowed. `rest` is what was never asked for.
 */
export class NetBoxSource {
  readonly #document: YamlDocument;
  readonly #map: YamlMap;
  readonly #path: YamlPath;
  readonly #taken = new Set<string>();

  constructor(document: YamlDocument, map: YamlMap, path: YamlPath = []) {
    this.#document = document;
    this.#map = map;
    this.#path = path;
  }

  /** One line of text, trimmed. A number counts as the text it is written as, so `model: 0850` keeps its zero. */
  text(key: string, maximumLength: number): string | null {
    return this.#string(key, maximumLength)?.trim() || null;
  }

  requiredText(key: string, maximumLength: number): string {
    return this.text(key, maximumLength) ?? this.#refuse(key, textOfAtMost(maximumLength));
  }

  /** Text of several lines, as written. */
  multiline(key: string, maximumLength: number): string | null {
    return this.#string(key, maximumLength) || null;
  }

  /** A number within `range`; with `step`, a multiple of it (0.5 is exact in binary, so no tolerance is needed). */
  number(key: string, range: Range, step?: number): number | null {
    const value = this.#take(key);
    if (value === null) return null;
    const isNumber = typeof value === 'number' && value >= range.minimum && value <= range.maximum;
    if (isNumber && (step === undefined || Number.isInteger(value / step))) return value;
    const kind = step === undefined ? 'a number' : step === 1 ? 'a whole number' : `a multiple of ${step}`;
    return this.#refuse(key, `${kind} from ${range.minimum} to ${range.maximum.toLocaleString('en')}`);
  }

  flag(key: string): boolean | null {
    const value = this.#take(key);
    return value === null || typeof value === 'boolean' ? value : this.#refuse(key, 'true or false');
  }

  choice<Value extends string>(key: string, choices: readonly (Choice & { readonly value: Value })[]): Value | null {
    const value = this.#take(key);
    if (value === null) return null;
    const found = choices.find((choice) => choice.value === value);
    return found ? found.value : this.#refuse(key, `one of ${choices.map((choice) => choice.value).join(', ')}`);
  }

  /** The maps of a list, each with its place in the file. */
  maps(key: string): readonly { readonly map: YamlMap; readonly source: NetBoxSource }[] | null {
    const value = this.#take(key);
    if (value === null) return null;
    if (!Array.isArray(value)) return this.#refuse(key, 'a list of maps');
    return value.map((map, index) => {
      const path = [...this.#path, key, index];
      if (isYamlMap(map)) return { map, source: new NetBoxSource(this.#document, map, path) };
      throw new SourceRefusal(`Entry ${index + 1} of ${key} must be a map with a name; ${given(map)}.`, path);
    });
  }

  rest(): YamlMap {
    const entries = Object.entries(this.#map).filter(([key]) => !this.#taken.has(key));
    return Object.fromEntries(entries);
  }

  #take(key: string): YamlValue {
    this.#taken.add(key);
    return Object.hasOwn(this.#map, key) ? (this.#map[key] ?? null) : null;
  }

  #string(key: string, maximumLength: number): string | null {
    const value = this.#take(key);
    const text = typeof value === 'number' ? (this.#document.textOf([...this.#path, key]) ?? String(value)) : value;
    if (text === null || (typeof text === 'string' && text.length <= maximumLength)) return text;
    return this.#refuse(key, textOfAtMost(maximumLength));
  }

  #refuse(key: string, allowed: string): never {
    const [list, index] = this.#path.slice(-2);
    const where = typeof index === 'number' ? `Entry ${index + 1} of ${list}: ` : '';
    const value = Object.hasOwn(this.#map, key) ? this.#map[key] : undefined;
    throw new SourceRefusal(`${where}${key} must be ${allowed}; ${given(value)}.`, [...this.#path, key]);
  }
}

export function isYamlMap(value: YamlValue | undefined): value is YamlMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textOfAtMost(maximumLength: number): string {
  return `text of 1 to ${maximumLength.toLocaleString('en')} characters`;
}

function given(value: YamlValue | undefined): string {
  return value === undefined || value === null || value === '' ? 'nothing was given' : `${shown(value)} was given`;
}
