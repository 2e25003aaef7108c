import { setFlagsFromString } from 'node:v8';

// As in the engine: what is loaded before this line would take more memory than the work itself.
setFlagsFromString('--semi-space-growth-factor=1');
await import('./serve.ts');
