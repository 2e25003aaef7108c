const { contextBridge, ipcRenderer } = require('electron');

contextBridge.exposeInMainWorld('bare', { next: () => ipcRenderer.invoke('next') });
