import { stringify } from 'yaml';
import { describe, expect, it } from 'vitest';
import { readYaml, type YamlDocument } from './yaml-document.ts';

function document(text: string): YamlDocument {
  const reading = readYaml(text);
  if (!reading.ok) throw new Error(`line ${reading.line}: ${reading.reason}`);
  return reading.document;
}

describe('values', () => {
  it.each<[string, unknown]>([
    ['a: 1', { a: 1 }],
    ['a: 0.5', { a: 0.5 }],
    ['a: no', { a: 'no' }],
    ['a: on', { a: 'on' }],
    ['a: 1:30', { a: '1:30' }],
    ['a: 012', { a: 12 }],
    ['a: 0o14', { a: 12 }],
    ['a: true', { a: true }],
    ['a: ~', { a: null }],
    ['a:', { a: null }],
    ['a: 2026-11-20', { a: '2026-11-20' }],
    ['a: .nan', { a: '.nan' }],
    ['a: 12345678901234567890', { a: '12345678901234567890' }],
    ['a: -0', { a: -0 }],
    ['a: "\\x41"', { a: 'A' }],
    ['a: |\n  one\n  two\n', { a: 'one\ntwo\n' }],
    ['8: eight', { '8': 'eight' }],
    ['[1, [2], {b: c}]', [1, [2], { b: 'c' }]],
    ['- &x {k: v}\n- *x\n', [{ k: 'v' }, { k: 'v' }]],
    ['&k key: *k', { key: 'key' }],
    ['a: !!str 5', { a: '5' }],
    ['', null],
    ['# only a comment\n', null],
  ])('%j', (text, expected) => {
    expect(document(text).value).toEqual(expected);
  });

  it('reads Windows line endings like any other', () => {
    expect(document('a: 1\r\nb:\r\n  - x\r\n').value).toEqual({ a: 1, b: ['x'] });
  });

  it('keeps __proto__, constructor and toString as plain keys of their own', () => {
    const { value } = document('__proto__: {polluted: yes}\nconstructor: 1\ntoString: 2\n');
    expect(Object.entries(value ?? {})).toEqual([
      ['__proto__', { polluted: 'yes' }],
      ['constructor', 1],
      ['toString', 2],
    ]);
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  it('reads what another writer of YAML wrote', () => {
    const value = { name: 'eth0: "x"', list: [1.5, null, true, 'multi\nline\n', ''], nested: { '': [], a: {} } };
    expect(document(stringify(value)).value).toEqual(value);
  });
});

describe('places', () => {
  const text = document('model: 0850\nports:\n  - name: a\n    type: 1.10\n  - &p\n    name: b\nagain: *p\n');

  it.each<[(string | number)[], number]>([
    [[], 1],
    [['model'], 1],
    [['ports'], 2],
    [['ports', 0, 'type'], 4],
    [['ports', 1, 'name'], 6],
    [['ports', 1, 'missing'], 6],
    [['ports', 9], 2],
    [['again', 'name'], 6],
    [['nowhere', 'at', 'all'], 1],
  ])('%j is on line %i', (path, line) => {
    expect(text.lineOf(path)).toBe(line);
  });

  it('tells a number as it was written', () => {
    expect(text.textOf(['model'])).toBe('0850');
    expect(text.textOf(['ports', 0, 'type'])).toBe('1.10');
    expect(text.textOf(['ports'])).toBeNull();
    expect(text.textOf(['missing'])).toBeNull();
  });
});

describe('refusals', () => {
  it.each<[string, string, number, RegExp]>([
    ['a key given twice', 'model: a\nslug: b\nmodel: c\n', 3, /key "model" is given twice/],
    ['a key given twice in a list entry', 'p:\n  - name: a\n    name: b\n', 3, /key "name" is given twice/],
    ['__proto__ given twice', '__proto__: 1\n__proto__: 2\n', 2, /key "__proto__" is given twice/],
    ['a quote that is never closed', 'a: 1\nb: "x\n', 3, /Missing closing "quote/],
    ['a tab as indentation', 'a:\n\tb: 1\n', 2, /Tabs are not allowed/],
    ['a flow list cut off', 'a: 1\nb: [1, 2', 2, /Flow sequence/],
    ['a tag that makes code', 'a: !!js/function "x"\n', 1, /Unresolved tag/],
    ['a tag of one’s own', 'a: 1\nb: !thing x\n', 2, /Unresolved tag: !thing/],
    ['a binary tag', 'a: !!binary aGk=\n', 1, /Unresolved tag/],
    ['two documents', 'a: 1\n---\nb: 2\n', 2, /several YAML documents/],
    ['a merge key', 'a: &a {x: 1}\nb:\n  <<: *a\n', 3, /Merge keys/],
    ['an alias without anchor', 'a: 1\nb: *x\n', 2, /alias "x" stands before its anchor/],
    ['an anchor that holds itself', 'a: &a [*a]\n', 1, /anchor "a" holds itself/],
    ['a list as a key', '? [a]\n: b\n', 1, /key is not plain text/],
    ['an empty key', 'a: 1\n: b\n', 2, /key is empty/],
    ['a YAML 1.1 document', '%YAML 1.1\n---\na: no\n', 1, /YAML 1\.1 was declared/],
    ['a control character', 'a: 1\nb: \u001fx\n', 2, /control character U\+001F/],
    ['an escaped NUL', 'a: 1\nb: "\\0"\n', 2, /stands for no character/],
    ['half a surrogate pair', 'a: "\\ud800"\n', 1, /stands for no character/],
  ])('%s', (_name, text, line, reason) => {
    expect(readYaml(text)).toEqual({ ok: false, line, reason: expect.stringMatching(reason) as string });
  });

  it('says it on one line, however the file is written', () => {
    const reading = readYaml(`"a\\nb": 1\n"a\\nb": 2\n`);
    expect(reading).toEqual({ ok: false, line: 2, reason: 'The key "a b" is given twice.' });
  });
});
