import { marked, type MarkedToken, type Token, type Tokens } from 'marked';
import { Fragment, type ReactNode } from 'react';
import styles from './Markdown.module.css';
import { ScrollRegion } from './ScrollRegion.tsx';

/** Deeper nesting than any person writes; what is deeper is shown as it was typed. */
const DEEPEST = 12;

/**
 * Markdown as elements, never as HTML: tags are shown as typed, pictures as their description, and addresses are read, not
 * opened, because the window opens nothing of the network.
 */
export function Markdown({ text }: { text: string }) {
  const tokens = tokensOf(text);
  return <div className={styles.markdown}>{tokens ? blocks(tokens, 0) : <p className={styles.typed}>{text}</p>}</div>;
}

/** Null: nested so deep that the reader of it gives up. */
function tokensOf(text: string): readonly Token[] | null {
  try {
    return marked.lexer(text);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function blocks(tokens: readonly Token[], depth: number): ReactNode {
  return tokens.map((token, index) => <Fragment key={index}>{block(token as MarkedToken, depth)}</Fragment>);
}

function block(token: MarkedToken, depth: number): ReactNode {
  if (depth > DEEPEST) return token.raw;
  switch (token.type) {
    case 'heading':
      // The page has its own headings above; these only look like some.
      return <p className={styles.heading}>{spans(token.tokens, depth + 1)}</p>;
    case 'paragraph':
      return <p>{spans(token.tokens, depth + 1)}</p>;
    case 'code':
      return (
        <ScrollRegion label="Code" className={styles.code}>
          <code>{token.text}</code>
        </ScrollRegion>
      );
    case 'blockquote':
      return <blockquote>{blocks(token.tokens, depth + 1)}</blockquote>;
    case 'list':
      return <List list={token} depth={depth + 1} />;
    case 'table':
      return <Table table={token} depth={depth + 1} />;
    case 'hr':
      return <hr />;
    case 'space':
    case 'def':
      return null;
    default:
      return span(token, depth);
  }
}

function List({ list, depth }: { list: Tokens.List; depth: number }) {
  const items = list.items.map((item, index) => (
    <li key={index} className={item.task ? styles.task : undefined}>
      {item.task ? <input type="checkbox" checked={item.checked === true} readOnly disabled aria-label="Done" /> : null}
      {blocks(
        item.tokens.filter(({ type }) => type !== 'checkbox'),
        depth,
      )}
    </li>
  ));
  return list.ordered ? <ol start={Number(list.start) || 1}>{items}</ol> : <ul>{items}</ul>;
}

function Table({ table, depth }: { table: Tokens.Table; depth: number }) {
  return (
    <ScrollRegion label="Table" className={styles.scrolled}>
      <table>
        <thead>
          <tr>
            {table.header.map((cell, index) => (
              <th key={index} scope="col" style={{ textAlign: cell.align ?? 'left' }}>
                {spans(cell.tokens, depth)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, line) => (
            <tr key={line}>
              {row.map((cell, index) => (
                <td key={index} style={{ textAlign: cell.align ?? 'left' }}>
                  {spans(cell.tokens, depth)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function spans(tokens: readonly Token[], depth: number): ReactNode {
  return tokens.map((token, index) => <Fragment key={index}>{span(token as MarkedToken, depth)}</Fragment>);
}

function span(token: MarkedToken, depth: number): ReactNode {
  if (depth > DEEPEST) return token.raw;
  switch (token.type) {
    case 'text':
      return token.tokens ? spans(token.tokens, depth + 1) : token.text;
    case 'strong':
      return <strong>{spans(token.tokens, depth + 1)}</strong>;
    case 'em':
      return <em>{spans(token.tokens, depth + 1)}</em>;
    case 'del':
      return <del>{spans(token.tokens, depth + 1)}</del>;
    case 'codespan':
      return <code>{token.text}</code>;
    case 'br':
      return <br />;
    case 'escape':
      return token.text;
    case 'link':
      return <Address label={spans(token.tokens, depth + 1)} text={token.text} href={token.href} />;
    case 'image':
      return <Address label={token.text || 'picture'} text={token.text} href={token.href} />;
    default:
      return token.raw;
  }
}

function Address({ label, text, href }: { label: ReactNode; text: string; href: string }) {
  const same = text === href || `mailto:${text}` === href || `http://${text}` === href;
  return same ? (
    <span className={styles.address}>{text}</span>
  ) : (
    <>
      {label} <span className={styles.address}>({href})</span>
    </>
  );
}
