const MOST = 65_536;

/** The values of `1-10/2`; null for a range that is none or stands for more than 65,536. */
export function generateRange(text: string): number[] | null {
  const found = /^(\d{1,9})-(\d{1,9})(?:\/(\d{1,9}))?$/.exec(text);
  if (!found) return null;
  const [start, stop, step] = [Number(found[1]), Number(found[2]), Number(found[3] ?? 1)];
  if (stop < start || step < 1 || (stop - start) / step >= MOST) return null;
  return Array.from({ length: Math.floor((stop - start) / step) + 1 }, (_, index) => start + index * step);
}

function nibbles(value: number, width: number): string {
  const digits = value.toString(16).padStart(Math.ceil((width + 1) / 2), '0');
  return Array.from(digits).toReversed().join('.');
}

function formatted(value: number, width: number, base: string): string {
  if (base === 'n') return nibbles(value, width);
  if (base === 'N') return nibbles(value, width).toUpperCase();
  const digits = value.toString({ d: 10, o: 8, x: 16, X: 16 }[base] ?? 10).padStart(width, '0');
  return base === 'X' ? digits.toUpperCase() : digits;
}

/**
 * A side of $GENERATE for one value: `$` is the value, `${offset,width,base}` a number made of it (base d, o, x, X, and n or
 * N for nibbles of reverse zones), `\$` and `$$` a dollar sign. Null where braces are wrong or a number is negative.
 */
export function generateText(template: string, value: number): string | null {
  let wrong = false;
  const text = template.replaceAll(/\\\$|\$\$|\$\{([^}]*)\}|\$/g, (whole: string, inside: string | undefined) => {
    if (whole === '\\$' || whole === '$$') return '\\$';
    if (whole === '$') return String(value);
    const found = /^(-?\d{1,9})(?:,(\d{1,3})(?:,([doxXnN]))?)?$/.exec(inside ?? '');
    const number = value + Number(found?.[1] ?? 0);
    if (!found || number < 0) {
      wrong = true;
      return '';
    }
    return formatted(number, Number(found[2] ?? 0), found[3] ?? 'd');
  });
  return wrong || /\$\{/.test(template.replaceAll(/\\\$|\$\{[^}]*\}/g, '')) ? null : text;
}
