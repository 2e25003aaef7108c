import { fail } from '../../../shared/contract/failure.ts';
import { readTextFile } from './file-text.ts';
import type { FoundFile, RefusedFile } from './file-walk.ts';
import type { DeviceTypeDraft } from './netbox-device-type.ts';
import type { ComponentDraft } from './netbox-module-type.ts';
import { readNetBoxFile, type NetBoxFile } from './netbox-read.ts';

/** A draft and the label of the file it comes from. */
export interface Collected<Draft> {
  readonly draft: Draft;
  readonly file: string;
}

export interface RepeatedKey {
  readonly key: string;
  readonly files: readonly string[];
  readonly taken: string;
}

export interface NetBoxCollection {
  /** By `deviceTypeKey`. */
  readonly deviceTypes: ReadonlyMap<string, Collected<DeviceTypeDraft>>;
  /** By `componentKey`. */
  readonly components: ReadonlyMap<string, Collected<ComponentDraft>>;
  readonly refused: readonly RefusedFile[];
  readonly ignored: number;
  /** Natural keys that several files give; the last file was taken. */
  readonly repeated: readonly RepeatedKey[];
}

export interface CollectOptions {
  /** Called after each file with the number of files done. */
  readonly onProgress?: (done: number) => void;
  readonly signal?: AbortSignal;
}

/**
 * Reads files in the order given and keeps one draft per natural key: of several, the last file's. Throws E_CANCELLED
 * when aborted.
 */
export async function collectNetBox(
  files: Iterable<FoundFile> | AsyncIterable<FoundFile>,
  options: CollectOptions = {},
): Promise<NetBoxCollection> {
  const deviceTypes = new Drafts<DeviceTypeDraft>(deviceTypeKey);
  const components = new Drafts<ComponentDraft>(componentKey);
  const refused: RefusedFile[] = [];
  let ignored = 0;
  let done = 0;
  for await (const { path, label } of files) {
    if (options.signal?.aborted) fail('E_CANCELLED', 'The import was cancelled; nothing was written.');
    const read = await readFile(path, label);
    if (read.kind === 'deviceType') deviceTypes.add(read.draft, label);
    else if (read.kind === 'component') components.add(read.draft, label);
    else if (read.kind === 'ignored') ignored += 1;
    else refused.push({ file: label, line: read.line, reason: read.reason });
    done += 1;
    options.onProgress?.(done);
  }
  const repeated = [...deviceTypes.repeated(), ...components.repeated()];
  return { deviceTypes: deviceTypes.byKey, components: components.byKey, refused, ignored, repeated };
}

async function readFile(
  path: string,
  label: string,
): Promise<NetBoxFile | { kind: 'refused'; line: number | null; reason: string }> {
  const content = await readTextFile(path);
  return content.ok ? readNetBoxFile(content.text, label) : { ...content, kind: 'refused' };
}

interface Named {
  readonly manufacturer: string;
  readonly model: string;
  readonly partNumber?: string | null | undefined;
}

class Drafts<Draft extends Named> {
  readonly byKey = new Map<string, Collected<Draft>>();
  readonly #files = new Map<string, string[]>();
  readonly #keyOf: (draft: Draft) => string;

  constructor(keyOf: (draft: Draft) => string) {
    this.#keyOf = keyOf;
  }

  add(draft: Draft, file: string): void {
    const key = this.#keyOf(draft);
    const earlier = this.byKey.get(key);
    if (earlier) this.#files.set(key, [...(this.#files.get(key) ?? [earlier.file]), file]);
    this.byKey.set(key, { draft, file });
  }

  *repeated(): Generator<RepeatedKey> {
    for (const [key, files] of this.#files) {
      const taken = this.byKey.get(key);
      if (taken) yield { key: `${taken.draft.manufacturer} ${taken.draft.model}`, files, taken: taken.file };
    }
  }
}

/** Natural key of a device type. Letters A to Z compare without case, exactly as the workspace's unique index does. */
export function deviceTypeKey(draft: DeviceTypeDraft): string {
  return keyOf(draft.manufacturer, draft.model);
}

/** Natural key of a component. */
export function componentKey(draft: ComponentDraft): string {
  return keyOf(draft.type, draft.manufacturer, draft.model, draft.partNumber ?? '');
}

function keyOf(...parts: readonly string[]): string {
  return JSON.stringify(parts).replaceAll(/[A-Z]+/g, (letters) => letters.toLowerCase());
}
