import type { Dirent, Stats } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { fail } from '../../../shared/contract/failure.ts';
import { whyUnreadable } from './file-text.ts';
import { isTypePicture } from './picture-name.ts';

export interface FoundFile {
  readonly path: string;
  /** The path below what all chosen files and folders have in common, with `/` on every system. */
  readonly label: string;
}

export interface RefusedFile {
  readonly file: string;
  readonly line: number | null;
  readonly reason: string;
}

export interface FileWalk {
  /** YAML files in the byte order of their paths, each once. */
  readonly files: readonly FoundFile[];
  /** Pictures of device types, likewise. */
  readonly pictures: readonly FoundFile[];
  readonly refused: readonly RefusedFile[];
  /** Files of other kinds. */
  readonly ignored: number;
}

export interface FileWalkOptions {
  readonly signal?: AbortSignal;
  readonly maximumFiles?: number;
}

const MAXIMUM_FILES = 100_000;

/**
 * Lists the YAML files and the pictures of device types under the given files and folders, folders recursively. A link inside a folder is never
 * followed, `.git` is not entered. Throws E_LIMIT_MAX beyond 100,000 files and E_CANCELLED when aborted.
 */
export async function walkFiles(paths: readonly string[], options: FileWalkOptions = {}): Promise<FileWalk> {
  const roots = paths.map((path) => resolve(path));
  const walk = new Walk(commonFolder(roots), options);
  for (const root of roots) await walk.root(root);
  return walk.result();
}

class Walk {
  readonly #base: string;
  readonly #signal: AbortSignal | undefined;
  readonly #maximum: number;
  readonly #seen = new Set<string>();
  readonly #files: FoundFile[] = [];
  readonly #pictures: FoundFile[] = [];
  readonly #refused: RefusedFile[] = [];
  #ignored = 0;

  constructor(base: string, options: FileWalkOptions) {
    this.#base = base;
    this.#signal = options.signal;
    this.#maximum = options.maximumFiles ?? MAXIMUM_FILES;
  }

  /** A file or folder that was chosen by name: here a link is followed, for it is what the person chose. */
  async root(path: string): Promise<void> {
    this.#throwIfCancelled();
    const found = await this.#found(path);
    if (!found) return;
    if (found.stats.isDirectory()) await this.#folder(path, found.real);
    else if (this.#isNew(found.real)) this.#file(path, found.stats.isFile());
  }

  result(): FileWalk {
    const [files, pictures] = [inOrder(this.#files), inOrder(this.#pictures)];
    return { files, pictures, refused: this.#refused, ignored: this.#ignored };
  }

  async #found(path: string): Promise<{ readonly real: string; readonly stats: Stats } | null> {
    try {
      const real = await realpath(path);
      return { real, stats: await stat(real) };
    } catch (error) {
      this.#refuse(path, whyUnreadable(error));
      return null;
    }
  }

  async #folder(top: string, realTop: string): Promise<void> {
    const pending = [top];
    for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) {
      this.#throwIfCancelled();
      for (const entry of await this.#entries(folder)) {
        const path = join(folder, entry.name);
        if (entry.isDirectory()) {
          if (entry.name !== '.git') pending.push(path);
        } else if (this.#isNew(join(realTop, relative(top, path)))) {
          if (entry.isSymbolicLink()) await this.#link(path, realTop);
          else this.#file(path, entry.isFile());
        }
      }
    }
  }

  async #entries(folder: string): Promise<Dirent[]> {
    try {
      return await readdir(folder, { withFileTypes: true });
    } catch (error) {
      this.#refuse(folder, whyUnreadable(error));
      return [];
    }
  }

  async #link(path: string, realTop: string): Promise<void> {
    const target = await realpath(path).catch(() => null);
    const inside = target !== null && (target + sep).startsWith(realTop.endsWith(sep) ? realTop : realTop + sep);
    if (inside || (!isYaml(path) && !isTypePicture(path))) this.#ignored += 1;
    else this.#refuse(path, 'The file is a link that leads out of the chosen folder; links are not followed.');
  }

  #file(path: string, regular: boolean): void {
    const wanted = isYaml(path) ? this.#files : isTypePicture(path) ? this.#pictures : null;
    if (!wanted) this.#ignored += 1;
    else if (!regular) this.#refuse(path, 'The file is a device, pipe or socket; only regular files are read.');
    else wanted.push({ path, label: this.#label(path) });
  }

  /** Counts every file once, however many of the chosen paths lead to it. */
  #isNew(realPath: string): boolean {
    if (this.#seen.has(realPath)) return false;
    this.#seen.add(realPath);
    if (this.#seen.size > this.#maximum)
      fail('E_LIMIT_MAX', `More than ${this.#maximum.toLocaleString('en')} files were chosen; import them in parts.`);
    return true;
  }

  #throwIfCancelled(): void {
    if (this.#signal?.aborted) fail('E_CANCELLED', 'The import was cancelled; nothing was written.');
  }

  #refuse(path: string, reason: string): void {
    this.#refused.push({ file: this.#label(path), line: null, reason });
  }

  #label(path: string): string {
    return relative(this.#base, path).split(sep).join('/') || basename(path);
  }
}

function inOrder(files: readonly FoundFile[]): readonly FoundFile[] {
  const keyed = files.map((file) => ({ file, bytes: Buffer.from(file.label) }));
  return keyed.toSorted((one, other) => Buffer.compare(one.bytes, other.bytes)).map(({ file }) => file);
}

function isYaml(path: string): boolean {
  return /\.ya?ml$/i.test(path);
}

function commonFolder(roots: readonly string[]): string {
  const [first, ...others] = roots.map((root) => dirname(root).split(sep));
  const common = (first ?? []).filter((_, index, parts) =>
    others.every((other) => parts.slice(0, index + 1).join(sep) === other.slice(0, index + 1).join(sep)),
  );
  return common.join(sep) || sep;
}
