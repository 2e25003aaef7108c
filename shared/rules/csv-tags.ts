/** What separates tags or means something in them; a backslash before it makes it text. */
const SPECIAL = /[\\,;=\n]/g;

function escaped(text: string): string {
  const plain = text.replaceAll(SPECIAL, (character) => (character === '\n' ? '\\n' : `\\${character}`));
  return plain.replaceAll(/^\s|\s$/g, (blank) => `\\${blank}`);
}

/** Tags as one cell: `env=prod, role=web`. What separates them is written with a backslash where it is part of a value. */
export function printTags(tags: Readonly<Record<string, string>>): string {
  return Object.entries(tags)
    .map(([key, value]) => (value === '' ? escaped(key) : `${escaped(key)}=${escaped(value)}`))
    .join(', ');
}

interface Piece {
  text: string;
  /** Characters up to here stay when blanks around it go. */
  kept: number;
}

function trimmed({ text, kept }: Piece): string {
  const end = Math.max(kept, text.trimEnd().length);
  return text.slice(0, end);
}

/** Reads what `printTags` writes, and what people write: `env=prod; role` with any blanks around. */
export function parseTags(cell: string): Record<string, string> {
  const tags: [string, string][] = [];
  let key: string | null = null;
  let piece: Piece = { text: '', kept: 0 };
  const end = () => {
    const text = trimmed(piece);
    if (key !== null || text !== '') tags.push(key === null ? [text, ''] : [key, text]);
    key = null;
    piece = { text: '', kept: 0 };
  };
  for (let at = 0; at < cell.length; at += 1) {
    const character = cell.charAt(at);
    if (character === '\\' && at + 1 < cell.length) {
      at += 1;
      const next = cell.charAt(at);
      piece.text += next === 'n' ? '\n' : next;
      piece.kept = piece.text.length;
    } else if (character === ',' || character === ';' || character === '\n') end();
    else if (character === '=' && key === null) {
      key = trimmed(piece);
      piece = { text: '', kept: 0 };
    } else if (piece.text !== '' || !/\s/.test(character)) piece.text += character;
  }
  end();
  return Object.fromEntries(tags);
}
