import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { preferencesSchema, type Preferences, type RecentWorkspace } from '../../shared/contract/shell.ts';
import { systemUser } from '../system-user.ts';

const storedSchema = z.object({
  preferences: preferencesSchema.prefault({}),
  recent: z.array(z.object({ file: z.string(), openedAt: z.string() })).default([]),
});

type Stored = z.output<typeof storedSchema>;

const RECENT_AT_MOST = 12;

/** This person's choices and the workspaces opened lately, in one small file of the user's data folder. */
export class PreferenceStore {
  readonly #file: string;
  #stored: Stored;

  constructor(folder: string) {
    this.#file = join(folder, 'preferences.json');
    this.#stored = this.#read();
  }

  get preferences(): Preferences {
    const { operator } = this.#stored.preferences;
    return { ...this.#stored.preferences, operator: operator === '' ? systemUser() : operator };
  }

  change(change: Partial<Preferences>): Preferences {
    this.#write({ ...this.#stored, preferences: { ...this.#stored.preferences, ...change } });
    return this.preferences;
  }

  get recent(): RecentWorkspace[] {
    return this.#stored.recent.map(({ file, openedAt }) => ({
      file,
      openedAt,
      name: basename(file, '.rackwright'),
      exists: existsSync(file),
    }));
  }

  remember(file: string, openedAt: string): void {
    const others = this.#stored.recent.filter((entry) => entry.file !== file);
    this.#write({ ...this.#stored, recent: [{ file, openedAt }, ...others].slice(0, RECENT_AT_MOST) });
  }

  forget(file: string): void {
    this.#write({ ...this.#stored, recent: this.#stored.recent.filter((entry) => entry.file !== file) });
  }

  #read(): Stored {
    try {
      return storedSchema.parse(JSON.parse(readFileSync(this.#file, 'utf8')));
    } catch {
      // Missing or damaged preferences are nothing a person must be stopped for.
      return storedSchema.parse({});
    }
  }

  #write(stored: Stored): void {
    this.#stored = stored;
    const temporary = `${this.#file}.new`;
    writeFileSync(temporary, JSON.stringify(stored, null, 2));
    renameSync(temporary, this.#file);
  }
}
