#!/usr/bin/env node
// In 7-Zip's place, for the one thing electron-builder asks of it for a tar.gz: `7za a [switches] OUT.tar.gz IN.tar`.
import { createReadStream, createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';

const [command, ...rest] = process.argv.slice(2);
const [target, source, ...more] = rest.filter((word) => !word.startsWith('-'));

if (command !== 'a' || target === undefined || source === undefined || more.length > 0 || !target.endsWith('.gz')) {
  console.error(`Only "a OUT.tar.gz IN.tar" is known here; install 7-Zip and name it in ELECTRON_BUILDER_7ZIP_PATH.`);
  process.exit(2);
}
await pipeline(createReadStream(source), createGzip({ level: 6 }), createWriteStream(target));
