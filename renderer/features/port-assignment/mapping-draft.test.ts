import { describe, expect, it } from 'vitest';
import { NO_MAPPING, readMapping, type MappingDraft } from './mapping-draft.ts';

const read = (draft: Partial<MappingDraft>) => readMapping({ ...NO_MAPPING, address: 'a', ...draft });

describe('a mapping', () => {
  it('leads to the same port unless another is named', () => {
    expect(read({ port: '8080', servicePort: '80' })).toEqual({
      ok: true,
      mapping: { address: 'a', port: 8080, protocol: 'tcp', servicePort: 80, description: null },
    });
    expect(read({ port: '53', protocol: 'udp' })).toMatchObject({ mapping: { servicePort: 53, protocol: 'udp' } });
  });

  it('of ICMP needs no port', () => {
    expect(read({ protocol: 'icmp' })).toMatchObject({ mapping: { port: 0, servicePort: 0 } });
  });

  it('waits for what is missing and refuses what is no port', () => {
    expect(read({ address: '', port: '80' })).toEqual({ ok: false, message: null });
    expect(read({})).toEqual({ ok: false, message: null });
    expect(read({ port: '65536' })).toEqual({
      ok: false,
      message: 'Port must be a whole number from 1 to 65535; "65536" was given.',
    });
    expect(read({ port: '80', servicePort: 'http' })).toMatchObject({
      message: 'Service port must be a whole number from 1 to 65535; "http" was given.',
    });
  });
});
