import { json, jsonParseLinter } from '@codemirror/lang-json';
import { linter } from '@codemirror/lint';
import { EditorView, minimalSetup } from 'codemirror';
import { useEffect, useRef } from 'react';
import { useNewest } from '../../ui/use-newest.ts';
import styles from './RuleCode.module.css';

interface RuleCodeProps {
  readonly label: string;
  readonly text: string;
  readonly onText: (text: string) => void;
}

const LOOK = EditorView.theme({
  '&': { color: 'var(--ink)', backgroundColor: 'var(--surface)', fontSize: 'var(--text-2)' },
  '&.cm-focused': { outline: 'none' },
  '.cm-content': { fontFamily: 'var(--mono)', caretColor: 'var(--ink)', padding: 'var(--space-2) 0' },
  // The one token colour: the highlighter's own colours know no dark theme.
  '.cm-line span': { color: 'var(--accent-ink) !important' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)' },
  '.cm-selectionBackground': { backgroundColor: 'var(--accent-soft) !important' },
  '.cm-tooltip': { color: 'var(--ink)', backgroundColor: 'var(--surface)', border: '1px solid var(--line-color)' },
});

/** JSON with its errors marked at their place. */
export function RuleCode({ label, text, onText }: RuleCodeProps) {
  const host = useRef<HTMLDivElement>(null);
  const editor = useRef<EditorView | null>(null);
  const newest = useNewest(onText);
  const start = useRef(text);
  useEffect(() => {
    const node = host.current;
    if (!node) return undefined;
    // In a shadow root the editor adopts its style sheets; in the page it would add <style>, which the policy forbids.
    const root = node.shadowRoot ?? node.attachShadow({ mode: 'open' });
    const view = new EditorView({
      doc: start.current,
      parent: root,
      root,
      extensions: [
        minimalSetup,
        json(),
        linter(jsonParseLinter(), { delay: 200 }),
        LOOK,
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ 'aria-label': label }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) newest.current(update.state.doc.toString());
        }),
      ],
    });
    editor.current = view;
    const keepKeys = (event: KeyboardEvent) => {
      // Seen from outside the press comes from this box, not from a text field: single keys would run actions.
      if (!event.ctrlKey && !event.metaKey && event.key !== 'Escape') event.stopPropagation();
    };
    node.addEventListener('keydown', keepKeys);
    return () => {
      node.removeEventListener('keydown', keepKeys);
      editor.current = null;
      view.destroy();
    };
  }, [label, newest]);
  useEffect(() => {
    const view = editor.current;
    if (!view || view.state.doc.toString() === text) return;
    view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } });
  }, [text]);
  return <div ref={host} className={styles.code} />;
}
