import { randomUUID } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** A name of a person's data as the name of a file on any system. */
export function safeFileName(name: string): string {
  return name.replace(/[\\/:*?"<>|]/g, '-');
}

/** The file is there whole or as it was before: a full disk or a crash leaves no half of it. */
export async function writeWhole(file: string, content: string | Uint8Array): Promise<void> {
  const partial = join(dirname(file), `.${basename(file).slice(0, 100)}.${randomUUID()}.partial`);
  try {
    const handle = await open(partial, 'wx');
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(partial, file);
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
}
