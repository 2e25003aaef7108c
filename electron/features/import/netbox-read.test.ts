import { describe, expect, it } from 'vitest';
import { readNetBoxFile } from './netbox-read.ts';

const HEAD = 'manufacturer: Acme\nmodel: R1\n';

describe('what a file is', () => {
  it.each([
    [`${HEAD}slug: acme-r1\n`, 'r1.yaml', 'deviceType'],
    [`${HEAD}u_height: 1\n`, 'r1.yaml', 'deviceType'],
    [`${HEAD}is_full_depth: true\n`, 'module-types/r1.yaml', 'deviceType'],
    [HEAD, 'r1.yaml', 'component'],
    [HEAD, 'library/device-types/Acme/r1.yaml', 'deviceType'],
    [HEAD, 'library/module-types/Acme/r1.yaml', 'component'],
    [`${HEAD}slug: r\nform_factor: 4-post-cabinet\nu_height: 42\nstarting_unit: 1\n`, 'rack.yaml', 'ignored'],
    ['repos:\n  - repo: local\n', '.pre-commit-config.yaml', 'ignored'],
    ['- hosts: all\n  tasks: []\n', 'playbook.yml', 'ignored'],
    ['network:\n  version: 2\n', 'netplan.yaml', 'ignored'],
    ['interfaces: {eth0: {}}\n', 'host.yaml', 'ignored'],
    ['{}', 'empty-map.yaml', 'ignored'],
  ])('%j as %s is %s', (text, label, kind) => {
    expect(readNetBoxFile(text, label).kind).toBe(kind);
  });
});

describe('refusals', () => {
  it.each([
    ['', 1, 'The file is empty.'],
    ['# nothing yet\n', 1, 'The file is empty.'],
    ['just words\n', 1, 'The file must hold keys such as manufacturer and model; it holds a single value.'],
    ['model: R1\n', 1, 'manufacturer must be text of 1 to 100 characters; nothing was given.'],
    ['manufacturer: Acme\n', 1, 'model must be text of 1 to 200 characters; nothing was given.'],
    ['\n\nu_height: 2\n', 3, 'manufacturer must be text of 1 to 100 characters; nothing was given.'],
    [`${HEAD}slug: a\nmodel: R2\n`, 4, 'The key "model" is given twice.'],
  ])('%j', (text, line, reason) => {
    expect(readNetBoxFile(text, 'r1.yaml')).toEqual({ kind: 'refused', line, reason });
  });

  it('names the line of a value that stands behind an alias', () => {
    const text = `${HEAD}slug: a\nx: &ports\n  - name: a\n  - type: b\ninterfaces: *ports\n`;
    expect(readNetBoxFile(text, 'r1.yaml')).toMatchObject({ kind: 'refused', line: 6 });
  });

  it('cuts a value of any length and keeps to one line', () => {
    const read = readNetBoxFile(`${HEAD}slug: a\nairflow: "${'very\\n'.repeat(5000)}"\n`, 'r1.yaml');
    if (read.kind !== 'refused') throw new Error(read.kind);
    expect(read.reason.length).toBeLessThan(401);
    expect(read.reason).not.toContain('\n');
  });
});
