/** Names on ipcMain and ipcRenderer; only electron/channels.ts and electron/preload.ts use them. */
export const CHANNELS = {
  shell: 'rackwright:shell',
  connect: 'rackwright:connect',
  port: 'rackwright:port',
  engineState: 'rackwright:engine-state',
  menu: 'rackwright:menu',
  link: 'rackwright:link',
} as const;

export const MENU_ACTIONS = [
  'palette',
  'undo',
  'redo',
  'settings',
  'new',
  'open',
  'close',
  'save-copy',
  'import',
] as const;

export type MenuAction = (typeof MENU_ACTIONS)[number];

/** Raised whenever a channel changes shape; window and engine refuse to talk across different numbers. */
export const CONTRACT_VERSION = 1;
