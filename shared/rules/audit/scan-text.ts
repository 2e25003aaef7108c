/** How scanned texts and recorded numbers are compared: trimmed, without regard to case, in one Unicode form. */
export function scanKey(text: string): string {
  return text.replaceAll(CONTROLS, ' ').trim().replaceAll(/\s+/gu, ' ').normalize('NFC').toLowerCase();
}

/** What scanners put before, between and after numbers (STX, GS, RS, EOT …). */
const CONTROLS = /[\p{Cc}\u200B\uFEFF]/gu;

/** What makers write where a number should be; hundreds of boards carry the same one. */
const PLACEHOLDERS: ReadonlySet<string> = new Set([
  'to be filled by o.e.m.',
  'to be filled by o.e.m',
  'to be filled by oem',
  'default string',
  'system serial number',
  'chassis serial number',
  'base board serial number',
  'serial number',
  'asset tag',
  'no asset tag',
  'no asset information',
  'asset-1234567890',
  'not specified',
  'not applicable',
  'not available',
  'not provided',
  'none',
  'null',
  'nil',
  'n/a',
  'na',
  'unknown',
  'empty',
  'invalid',
  'oem',
  'o.e.m.',
  'xxxxxxx',
  '0123456789',
  '123456789',
  '1234567890',
]);

/** `0000000`, `xxxxxxxx`, `ffffffff`. */
const FILLED_UP = /^([0xf])\1{3,}$/u;
const SAYS_SOMETHING = /[\p{L}\p{N}]/u;

/** Whether a key says nothing about which device it is on; such a key never matches. */
export function isPlaceholder(key: string): boolean {
  return PLACEHOLDERS.has(key) || FILLED_UP.test(key) || !SAYS_SOMETHING.test(key);
}

/** Our own QR code, `rackwright://compute/<id>`; null: it is none. */
export function readLink(text: string): { readonly noun: string; readonly id: string } | null {
  const found = /^rackwright:\/\/([a-z]+)\/([0-9a-f-]{36})\/?$/i.exec(text.trim());
  const [, noun, id] = found ?? [];
  return noun && id ? { noun: noun.toLowerCase(), id: id.toLowerCase() } : null;
}

/** `U12`, `u 12.5`: a unit number of the rack one stands at; null: it is none. */
export function readUnit(text: string): number | null {
  const found = /^u ?(\d{1,4}(?:\.5)?)$/i.exec(text.trim());
  return found ? Number(found[1]) : null;
}
