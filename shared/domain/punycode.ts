/** RFC 3492 with the parameters of its section 5. */
const BASE = 36;
const T_MINIMUM = 1;
const T_MAXIMUM = 26;
const SKEW = 38;
const DAMP = 700;
const INITIAL_BIAS = 72;
const INITIAL_CODE_POINT = 128;
const LARGEST = 0x7fff_ffff;

function adapted(delta: number, points: number, first: boolean): number {
  let rest = first ? Math.floor(delta / DAMP) : delta >> 1;
  rest += Math.floor(rest / points);
  let k = 0;
  for (; rest > ((BASE - T_MINIMUM) * T_MAXIMUM) >> 1; k += BASE) rest = Math.floor(rest / (BASE - T_MINIMUM));
  return k + Math.floor(((BASE - T_MINIMUM + 1) * rest) / (rest + SKEW));
}

function threshold(k: number, bias: number): number {
  return k <= bias ? T_MINIMUM : Math.min(T_MAXIMUM, k - bias);
}

function digit(value: number): string {
  return String.fromCharCode(value < 26 ? value + 97 : value + 22);
}

function valueOf(character: string): number {
  const code = character.charCodeAt(0);
  if (code >= 48 && code <= 57) return code - 22;
  if (code >= 97 && code <= 122) return code - 97;
  return BASE;
}

/** Any text in the letters, digits and hyphens of a host name, without the `xn--` before it. */
export function punycodeEncoded(text: string): string {
  const points = Array.from(text, (character) => character.codePointAt(0) ?? 0);
  const basic = points.filter((point) => point < INITIAL_CODE_POINT);
  let output = basic.length === 0 ? '' : `${String.fromCodePoint(...basic)}-`;
  let [next, delta, bias, done] = [INITIAL_CODE_POINT, 0, INITIAL_BIAS, basic.length];
  while (done < points.length) {
    const least = Math.min(...points.filter((point) => point >= next));
    delta += (least - next) * (done + 1);
    next = least;
    for (const point of points) {
      if (point < next) delta += 1;
      if (point !== next) continue;
      let rest = delta;
      for (let k = BASE; ; k += BASE) {
        const limit = threshold(k, bias);
        if (rest < limit) break;
        output += digit(limit + ((rest - limit) % (BASE - limit)));
        rest = Math.floor((rest - limit) / (BASE - limit));
      }
      output += digit(rest);
      bias = adapted(delta, done + 1, done === basic.length);
      delta = 0;
      done += 1;
    }
    delta += 1;
    next += 1;
  }
  return output;
}

/** The text that was encoded, or null for what no encoder writes. */
export function punycodeDecoded(encoded: string): string | null {
  const hyphen = encoded.lastIndexOf('-');
  const points = Array.from(hyphen > 0 ? encoded.slice(0, hyphen) : '', (character) => character.charCodeAt(0));
  let [point, at, bias] = [INITIAL_CODE_POINT, 0, INITIAL_BIAS];
  for (let place = hyphen > 0 ? hyphen + 1 : 0; place < encoded.length;) {
    const start = at;
    for (let [weight, k] = [1, BASE]; ; k += BASE) {
      const value = valueOf(encoded.charAt(place));
      place += 1;
      at += value * weight;
      if (value >= BASE || at > LARGEST) return null;
      const limit = threshold(k, bias);
      if (value < limit) break;
      weight *= BASE - limit;
    }
    const length = points.length + 1;
    bias = adapted(at - start, length, start === 0);
    point += Math.floor(at / length);
    at %= length;
    if (point > 0x10_ffff) return null;
    points.splice(at, 0, point);
    at += 1;
  }
  return String.fromCodePoint(...points);
}
