/** A value as a sentence shows it: text in quotes, long or structured values cut. */
export function shown(value: unknown): string {
  const text = typeof value === 'string' ? `"${value}"` : writtenValue(value);
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}

function writtenValue(value: unknown): string {
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    // Numbers without a limit and values that hold themselves cross a port, but JSON has neither.
    return typeof value === 'bigint' ? String(value) : 'something that cannot be written';
  }
}
