/** Names of forms as written, one by one, in the one spelling in which they are compared. */
export function canonicalForms(form: string): string[] {
  return form
    .split(',')
    .map(canonicalForm)
    .filter((entry) => entry !== '');
}

/** `FCLGA4677` and `Socket LGA 4677` are lga4677; `2.5 inch` and `SFF` are 2.5". */
export function canonicalForm(form: string): string {
  const plain = form
    .toLowerCase()
    .replaceAll(/[\s_]+/g, '')
    .replace(/^socket/, '')
    .replace(/^fclga/, 'lga')
    .replace(/(?:-?inch(?:es)?|-?in|”|'')$/, '"');
  return plain === 'sff' ? '2.5"' : plain === 'lff' ? '3.5"' : plain;
}
