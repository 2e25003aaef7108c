import { describe, expect, it } from 'vitest';
import type { Located } from '../../../shared/contract/locate.ts';
import { consoleAnswer, placeAnswer, powerAnswer } from './locate-answer.ts';

const SERVER: Located = {
  id: 's1',
  noun: 'compute',
  name: 'server1',
  by: 'name',
  lines: ['server1 -> connected to port 4 on switch2a', 'server1 -> connected to RU13 in rack101'],
  path: [],
  place: 'fra1 / Hall 1 / Row A / rack101 / U13',
};

describe('placeAnswer', () => {
  it('gives the connections, then the place in full', () => {
    expect(placeAnswer(SERVER)).toEqual({ id: 's1', label: 'server1', lines: [...SERVER.lines, SERVER.place] });
  });

  it('says what of it matched, and that it is nowhere', () => {
    const answer = placeAnswer({ ...SERVER, by: 'serial', lines: [], place: '' });
    expect(answer.label).toBe('server1 (by its serial)');
    expect(answer.lines).toEqual(['server1 is in no rack']);
  });

  it('keeps the place when there are many cables: of 21 lines 6 first and 2 last, 13 are counted', () => {
    const cables = Array.from({ length: 20 }, (_none, port) => `switch -> connected to port ${port} on server${port}`);
    const unit = 'switch -> connected to RU40 in rack101';
    const { lines } = placeAnswer({ ...SERVER, lines: [...cables, unit] });
    expect(lines).toEqual([...cables.slice(0, 6), 'and 13 more connections', cables[19], unit, SERVER.place]);
  });
});

describe('consoleAnswer', () => {
  it('gives port, place and hint', () => {
    const path = { port: 'con0', text: 'port 7 on console1', serverId: 'c', server: 'console1', serverPort: '7' };
    const { lines } = consoleAnswer({
      id: 's1',
      name: 'server1',
      paths: [{ ...path, hint: 'ssh -p 3007', place: 'A1' }],
    });
    expect(lines).toEqual(['con0: port 7 on console1, A1', 'ssh -p 3007']);
  });

  it('says that there is none', () => {
    expect(consoleAnswer({ id: 's1', name: 'server1', paths: [] }).lines).toEqual(['No console server is recorded.']);
  });
});

describe('powerAnswer', () => {
  it('names every outlet with its feed, as far as it is known', () => {
    const outlet = { pduId: 'p', pdu: 'pdu-a', outletId: 'o', outlet: '5', text: 'outlet 5 on pdu-a', place: '' };
    const { lines } = powerAnswer({
      id: 's1',
      name: 'server1',
      outlets: [
        { ...outlet, port: 'PSU1', feed: 'feed A' },
        { ...outlet, port: 'PSU2', feed: null },
      ],
    });
    expect(lines).toEqual(['PSU1: outlet 5 on pdu-a, feed A', 'PSU2: outlet 5 on pdu-a']);
  });
});
