import { describe, expect, it } from 'vitest';
import { NO_PACKET, readPacket, type PacketDraft } from './packet-draft.ts';

const read = (draft: Partial<PacketDraft>) => readPacket({ ...NO_PACKET, ...draft });

describe('a packet', () => {
  it('goes to the primary address unless another is named', () => {
    expect(read({ source: ' 192.0.2.1 ', port: '22' })).toEqual({
      ok: true,
      packet: { protocol: 'tcp', source: '192.0.2.1', port: 22 },
    });
    expect(read({ source: '2001:DB8::1', destination: '2001:db8:0::2', port: '22' })).toMatchObject({
      packet: { source: '2001:db8::1', destination: '2001:db8::2' },
    });
  });

  it('of ICMP has no port', () => {
    expect(read({ protocol: 'icmp', source: '192.0.2.1', port: '22' })).toEqual({
      ok: true,
      packet: { protocol: 'icmp', source: '192.0.2.1' },
    });
  });

  it('waits for what is missing and refuses what cannot be', () => {
    expect(read({})).toEqual({ ok: false, message: null });
    expect(read({ source: '192.0.2.1' })).toEqual({ ok: false, message: null });
    expect(read({ source: 'home', port: '22' })).toMatchObject({
      message: 'Source must be an IPv4 or IPv6 address; "home" was given.',
    });
    expect(read({ source: '192.0.2.1', port: '70000' })).toMatchObject({
      message: 'Port must be a whole number from 1 to 65535; "70000" was given.',
    });
  });
});
