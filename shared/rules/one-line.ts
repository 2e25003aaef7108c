/** A text as one line of at most so many characters: whole ones, and a mark where something is left out. */
export function oneLine(text: string, most: number): string {
  const characters = Array.from(text.replaceAll(/[\s\u0085]+/g, ' ').trim());
  return characters.length > most ? `${characters.slice(0, most - 1).join('')}…` : characters.join('');
}
