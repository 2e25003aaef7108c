import { resolve } from 'node:path';

import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

import { licencesPlugin } from './scripts/licences.mjs';

const root = import.meta.dirname;

// The release is built beside the development build (scripts/packaging/editions.mjs).
const out = resolve(root, process.env['RACKWRIGHT_OUT'] ?? 'out');

// Electron 42 is the oldest Electron we run on (see scripts/postinstall.mjs): its Node is 24, its Chromium 148.
const NODE_TARGET = 'node24';
const CHROMIUM_TARGET = 'chrome148';

// Everything is bundled except the one native package, so that no development dependency is shipped.
const NATIVE_PACKAGES = ['better-sqlite3'];

export default defineConfig({
  main: {
    plugins: [licencesPlugin(root, { packages: NATIVE_PACKAGES })],
    // A release refuses the switches that tests attach by; nothing else differs (electron/shell/security.ts).
    define: { RACKWRIGHT_RELEASE: JSON.stringify(process.env['RACKWRIGHT_RELEASE'] === 'true') },
    build: {
      target: NODE_TARGET,
      outDir: resolve(out, 'main'),
      externalizeDeps: false,
      rolldownOptions: {
        external: NATIVE_PACKAGES,
        input: {
          main: resolve(root, 'electron/main.ts'),
          engine: resolve(root, 'electron/engine/main.ts'),
          cli: resolve(root, 'electron/engine/cli.ts'),
          upkeep: resolve(root, 'electron/engine/upkeep/main.ts'),
        },
        output: {
          format: 'es',
          entryFileNames: '[name].js',
          chunkFileNames: 'chunks/[name]-[hash].js',
          minify: { compress: false, mangle: false, codegen: true },
        },
      },
    },
  },
  preload: {
    plugins: [licencesPlugin(root)],
    build: {
      target: NODE_TARGET,
      outDir: resolve(out, 'preload'),
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: resolve(root, 'electron/preload.ts') },
        // A sandboxed preload is loaded by Electron's own require: CommonJS, one file.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: resolve(root, 'renderer'),
    base: './',
    plugins: [react(), licencesPlugin(root, { fonts: true })],
    server: { host: '127.0.0.1' },
    build: {
      target: CHROMIUM_TARGET,
      outDir: resolve(out, 'renderer'),
      emptyOutDir: true,
      minify: true,
      // The content security policy allows scripts, styles, fonts and images from 'self' only: no data: URL, no inline polyfill.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: resolve(root, 'renderer/index.html') },
    },
  },
});
