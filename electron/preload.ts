import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron';
import { CHANNELS, CONTRACT_VERSION, type MenuAction } from '../shared/contract/channels.ts';
import type { Bridge, EngineState } from '../shared/contract/shell.ts';

function subscribe<Payload>(channel: string, listener: (payload: Payload) => void): () => void {
  const handler = (_event: IpcRendererEvent, payload: Payload) => listener(payload);
  ipcRenderer.on(channel, handler);
  return () => ipcRenderer.off(channel, handler);
}

// A MessagePort cannot cross contextBridge; it is transferred to the page by window.postMessage.
ipcRenderer.on(CHANNELS.port, (event) => window.postMessage(CHANNELS.port, window.location.origin, event.ports));

const bridge = {
  contractVersion: CONTRACT_VERSION,
  connect: (contractVersion) => ipcRenderer.invoke(CHANNELS.connect, contractVersion),
  shell: (call, input) => ipcRenderer.invoke(CHANNELS.shell, call, input),
  onEngineState: (listener) => subscribe<EngineState>(CHANNELS.engineState, listener),
  onMenu: (listener) => subscribe<MenuAction>(CHANNELS.menu, listener),
  onLink: (listener) => subscribe(CHANNELS.link, () => listener()),
} satisfies Bridge;

contextBridge.exposeInMainWorld('rackwright', bridge);
