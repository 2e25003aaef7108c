import { isAlias, isMap, isScalar, isSeq, type Alias, type ParsedNode, type Scalar, type YAMLMap } from 'yaml';
import { shown } from '../../../shared/domain/shown-value.ts';
import { MAXIMUM_DEPTH, MAXIMUM_VALUES, tooDeep, tooMany, YamlRefusal } from './yaml-compose.ts';

export type YamlValue = string | number | boolean | null | YamlValue[] | YamlMap;
export type YamlMap = { [key: string]: YamlValue };

interface Anchor {
  readonly node: ParsedNode;
  value: YamlValue;
  size: number;
  height: number;
  complete: boolean;
}

type Child = ParsedNode | null;

/** Turns composed nodes into plain JSON values. Aliases share one value, and count with their whole size. */
export class YamlConverter {
  /** What each alias stands for. */
  readonly targets = new Map<Alias, ParsedNode>();
  readonly #anchors = new Map<string, Anchor>();
  #values = 0;
  #deepest = 0;

  convert(node: Child, depth = 0): YamlValue {
    if (isAlias(node)) return this.#alias(node, depth);
    this.#count(1, node);
    if (node === null) return null;
    if (node.anchor === undefined) return this.#plain(node, depth);
    return this.#anchored(node, node.anchor, depth);
  }

  #plain(node: ParsedNode, depth: number): YamlValue {
    if (isScalar(node)) return scalarValue(node);
    if (depth >= MAXIMUM_DEPTH) throw tooDeep(offsetOf(node));
    this.#deepest = Math.max(this.#deepest, depth + 1);
    if (isSeq<ParsedNode>(node)) return node.items.map((item) => this.convert(item, depth + 1));
    return isMap<ParsedNode, Child>(node) ? this.#map(node, depth + 1) : null;
  }

  #map(node: YAMLMap<ParsedNode, Child>, depth: number): YamlMap {
    const map: YamlMap = {};
    for (const pair of node.items) {
      const key = this.#key(pair.key);
      if (Object.hasOwn(map, key)) throw new YamlRefusal(`The key ${shown(key)} is given twice.`, offsetOf(pair.key));
      const value = this.convert(pair.value, depth);
      // Defined, never assigned: `__proto__` must stay a key like any other.
      if (key === '__proto__')
        Object.defineProperty(map, key, { value, configurable: true, enumerable: true, writable: true });
      else map[key] = value;
    }
    return map;
  }

  #key(node: ParsedNode): string {
    if (!isScalar(node)) throw new YamlRefusal('A key is not plain text.', offsetOf(node));
    if (node.value === null) throw new YamlRefusal('A key is empty.', offsetOf(node));
    if (node.value === '<<' && node.type === 'PLAIN')
      throw new YamlRefusal('Merge keys (<<) are not part of YAML 1.2 and are not read.', offsetOf(node));
    const value = scalarValue(node);
    if (node.anchor !== undefined) this.#anchors.set(node.anchor, { node, value, size: 1, height: 0, complete: true });
    return typeof value === 'string' ? value : (node.source ?? String(value));
  }

  #anchored(node: ParsedNode, name: string, depth: number): YamlValue {
    const anchor: Anchor = { node, value: null, size: 1, height: 0, complete: false };
    this.#anchors.set(name, anchor);
    const before = this.#values;
    const outer = this.#deepest;
    this.#deepest = depth;
    anchor.value = this.#plain(node, depth);
    anchor.size = this.#values - before + 1;
    anchor.height = this.#deepest - depth;
    anchor.complete = true;
    this.#deepest = Math.max(outer, this.#deepest);
    return anchor.value;
  }

  #alias(node: Alias.Parsed, depth: number): YamlValue {
    const anchor = this.#anchors.get(node.source);
    if (!anchor) throw new YamlRefusal(`The alias ${shown(node.source)} stands before its anchor.`, offsetOf(node));
    if (!anchor.complete) throw new YamlRefusal(`The anchor ${shown(node.source)} holds itself.`, offsetOf(node));
    this.targets.set(node, anchor.node);
    this.#count(anchor.size, node);
    if (depth + anchor.height > MAXIMUM_DEPTH) throw tooDeep(offsetOf(node));
    this.#deepest = Math.max(this.#deepest, depth + anchor.height);
    return anchor.value;
  }

  #count(size: number, node: Child): void {
    this.#values += size;
    if (this.#values > MAXIMUM_VALUES) throw tooMany(offsetOf(node));
  }
}

export function offsetOf(node: Child): number {
  return node?.range?.[0] ?? 0;
}

/** A number that a JavaScript number cannot hold exactly, or that JSON cannot hold at all, stays text as written. */
function scalarValue(node: Scalar): string | number | boolean | null {
  const value: unknown = node.value;
  if (typeof value === 'string') return cleanText(value, node);
  if (typeof value === 'boolean') return value;
  if (typeof value !== 'number') return null;
  const exact = Number.isInteger(value) ? Number.isSafeInteger(value) : Number.isFinite(value);
  return exact ? value : (node.source ?? String(value));
}

function cleanText(value: string, node: Scalar): string {
  if (value.isWellFormed() && !value.includes('\0')) return value;
  throw new YamlRefusal('A text holds an escape that stands for no character.', node.range?.[0] ?? 0);
}
