import { z } from 'zod';
import type { NounName } from '../domain/nouns.ts';
import { backupSchema } from './backup.ts';
import type { MenuAction } from './channels.ts';
import { salvageReportSchema } from './damage.ts';
import { failureSchema } from './failure.ts';

export const THEMES = ['system', 'light', 'dark', 'aisle'] as const;

/** Choices of this person on this machine; kept beside the workspace list, never in a workspace. */
export const preferencesSchema = z.object({
  theme: z.enum(THEMES).default('system'),
  operator: z.string().trim().max(100).default(''),
});

export type Preferences = z.output<typeof preferencesSchema>;

export const recentSchema = z.object({ file: z.string(), name: z.string(), openedAt: z.string(), exists: z.boolean() });

export type RecentWorkspace = z.output<typeof recentSchema>;

/** A package, or a font, that the program holds; `text` is empty where the package has none. */
export const licenceSchema = z.object({ name: z.string(), version: z.string(), licence: z.string(), text: z.string() });

export type Licence = z.output<typeof licenceSchema>;

/** What the window knows of the engine. `restarting` is shown; queries wait and are asked again. */
export const engineStateSchema = z.object({
  phase: z.enum(['closed', 'opening', 'ready', 'restarting', 'failed']),
  file: z.string().nullable(),
  mode: z.enum(['writable', 'readonly', 'corrupt']).nullable(),
  failure: failureSchema.nullable(),
  /** The workspace that is open, or was last opened or tried: whose backups are meant. */
  subject: z.string().nullable(),
  /** Grows with every engine start; a port of an older one is dead. */
  generation: z.int(),
});

export type EngineState = z.output<typeof engineStateSchema>;

const opened = z.object({ opened: z.boolean() });
const replaced = z.object({ opened: z.boolean(), kept: z.string().nullable() });
const nothing = z.undefined();

/** Calls that only the main process can answer: files, dialogs, windows, preferences. Name, input, output. */
export const shellContract = {
  state: { input: nothing, output: engineStateSchema },
  create: {
    input: z.strictObject({ file: z.string().max(4096).optional(), sample: z.boolean().default(false) }),
    output: opened,
  },
  open: { input: z.strictObject({ file: z.string().max(4096).optional() }), output: opened },
  close: { input: nothing, output: z.undefined() },
  saveCopy: {
    input: z.strictObject({ file: z.string().max(4096).optional() }),
    output: z.object({ file: z.string().nullable() }),
  },
  recent: { input: nothing, output: z.array(recentSchema) },
  forget: { input: z.strictObject({ file: z.string().max(4096) }), output: z.array(recentSchema) },
  /** The backups of the open workspace, or of the one that was last opened or could not be. */
  backups: { input: nothing, output: z.array(backupSchema) },
  /** The same, each opened and checked whole. */
  checkBackups: { input: nothing, output: z.array(backupSchema) },
  /** A backup of the open workspace as it is; not `made` where the newest one is of this very state. */
  backUp: { input: nothing, output: z.object({ made: z.boolean() }) },
  /** `kept`: what was in its place, as a backup or as a file beside it. */
  restore: { input: z.strictObject({ file: z.string().max(4096) }), output: replaced },
  /** Puts what can be read of a damaged workspace in its place. */
  salvage: { input: nothing, output: replaced.extend({ report: salvageReportSchema }) },
  /** Puts on the clipboard what helps people who help: versions, system, the end of the log. Holds no data of any workspace. */
  copyDiagnostics: { input: nothing, output: z.object({ text: z.string() }) },
  /** A fault of the window, for the log file: its kind and where in the program it was, never what it says. */
  logFault: {
    input: z.strictObject({ kind: z.string().max(60), places: z.array(z.string().max(200)).max(8) }),
    output: nothing,
  },
  choosePaths: {
    input: z.strictObject({
      title: z.string().max(200),
      folders: z.boolean(),
      extensions: z.array(z.string().max(16)).max(20),
    }),
    output: z.array(z.string()),
  },
  saveText: {
    input: z.strictObject({ suggestedName: z.string().max(200), text: z.string().max(100_000_000) }),
    output: z.object({ file: z.string().nullable() }),
  },
  /** Bytes, base64, such as a photo of the journal. */
  saveBytes: {
    input: z.strictObject({ suggestedName: z.string().min(1).max(300), base64: z.base64().max(20_000_000) }),
    output: z.object({ file: z.string().nullable() }),
  },
  /** The page as it would be printed, at the size its style sheet gives; `file` is null if the person cancels. */
  printPdf: {
    input: z.strictObject({ suggestedName: z.string().min(1).max(200) }),
    output: z.object({ file: z.string().nullable() }),
  },
  /** Lets the page look through a camera until it says otherwise, is left, or is loaded again. */
  allowCamera: { input: z.strictObject({ allowed: z.boolean() }), output: nothing },
  preferences: { input: nothing, output: preferencesSchema },
  setPreferences: {
    input: z.strictObject({ theme: z.enum(THEMES).optional(), operator: z.string().trim().max(100).optional() }),
    output: preferencesSchema,
  },
  /** The object of the link that was followed last, once. */
  takeLink: {
    input: nothing,
    output: z.object({ noun: z.custom<NounName>((noun) => typeof noun === 'string'), id: z.uuid() }).nullable(),
  },
  licences: { input: nothing, output: z.array(licenceSchema) },
  about: {
    input: nothing,
    output: z.object({
      version: z.string(),
      electron: z.string(),
      chromium: z.string(),
      node: z.string(),
      why: z.string(),
    }),
  },
} as const;

export type ShellContract = typeof shellContract;
export type ShellCall = keyof ShellContract;
export type ShellInput<Call extends ShellCall> = z.input<ShellContract[Call]['input']>;
export type ShellOutput<Call extends ShellCall> = z.output<ShellContract[Call]['output']>;

/** Every shell answer over ipcRenderer.invoke: the value, or the one failure shape. */
export type ShellAnswer<Value> = { ok: true; value: Value } | { ok: false; failure: z.output<typeof failureSchema> };

/** What the preload puts on `window.rackwright`; nothing else of Electron reaches the page. */
export interface Bridge {
  readonly contractVersion: number;
  /** Asks main for a port to the engine; it arrives as a `message` event on window whose data is CHANNELS.port. */
  connect(contractVersion: number): Promise<ShellAnswer<{ generation: number }>>;
  shell<Call extends ShellCall>(call: Call, input: ShellInput<Call>): Promise<ShellAnswer<ShellOutput<Call>>>;
  /** Each answers the function that ends the subscription. */
  onEngineState(listener: (state: EngineState) => void): () => void;
  onMenu(listener: (action: MenuAction) => void): () => void;
  /** Says that there is a link to take. */
  onLink(listener: () => void): () => void;
}
