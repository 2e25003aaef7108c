import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { Markdown } from './Markdown.tsx';

function markup(text: string): string {
  return renderToStaticMarkup(<Markdown text={text} />).replaceAll(/ class="[^"]*"/g, '');
}

test('paragraphs, emphasis, code and lists', () => {
  expect(markup('# Swap\n\nBay **2** of `srv_1`\n\n3. out\n4. in')).toBe(
    '<div><p>Swap</p><p>Bay <strong>2</strong> of <code>srv_1</code></p><ol start="3"><li>out</li><li>in</li></ol></div>',
  );
});

test('a list of tasks and a table', () => {
  expect(markup('- [x] fan\n- [ ] disk')).toContain(
    '<li><input type="checkbox" readOnly="" disabled="" aria-label="Done" checked=""/>fan</li>',
  );
  expect(markup('| a | b |\n| - | -: |\n| 1 | 2 |')).toContain(
    '<tr><td style="text-align:left">1</td><td style="text-align:right">2</td></tr>',
  );
});

describe('what comes from elsewhere does nothing', () => {
  test.each([
    ['<script>alert(1)</script>', '&lt;script&gt;'],
    ['before <img src=x onerror=alert(1)> after', '&lt;img src=x onerror=alert(1)&gt;'],
    ['[click](javascript:alert(1))', 'click <span>(javascript:alert(1))</span>'],
    ['![plan](https://example.com/x.png)', 'plan <span>(https://example.com/x.png)</span>'],
    ['https://example.com', '<span>https://example.com</span>'],
  ])('%s', (text, shown) => {
    const html = markup(text);
    expect(html).toContain(shown);
    expect(html).not.toMatch(/<(script|img|a|iframe)\b/);
    expect(html).not.toContain('href=');
  });

  test('nesting without end is shown as typed', () => {
    expect(markup(`${'> '.repeat(500)}deep`)).toContain('deep');
    expect(markup(`${'> '.repeat(10_000)}deep`)).toContain('deep');
  });
});
