/** A label as it stands inside a sentence: `Device type` → `device type`; abbreviations stay: `IP address`, `VRFs`. */
export function inSentence(label: string): string {
  return label.replaceAll(/\p{L}+/gu, (word) => (/\p{Lu}.*\p{Lu}/u.test(word) ? word : word.toLowerCase()));
}
