import { describe, expect, it } from 'vitest';
import { elevationSvg, escapeXml } from './elevation-svg.ts';
import { UNIT_MM } from './elevation-geometry.ts';
import { aDevice, aRack } from './testing/rack-builders.ts';

/** Attributes of the elements of a name, as numbers where they are. */
function elements(svg: string, name: string): Record<string, string>[] {
  return [...svg.matchAll(new RegExp(`<${name}((?: [\\w-]+="[^"]*")*)/?>`, 'g'))].map((match) =>
    Object.fromEntries(
      [...(match[1] ?? '').matchAll(/ ([\w-]+)="([^"]*)"/g)].map(([, key = '', value = '']) => [key, value]),
    ),
  );
}

describe('an elevation as SVG', () => {
  it('is true size when one unit is 44.45 mm: 19 inches are 482.6 mm', () => {
    const svg = elevationSvg({ rack: aRack({ heightU: 2 }), mounted: [], faces: ['front'], unitHeight: UNIT_MM });
    const opening = elements(svg, 'rect').find(({ fill }) => fill === 'none');
    expect(Number(opening?.['width'])).toBeCloseTo(19 * 25.4, 3);
    expect(Number(opening?.['height'])).toBeCloseTo(2 * 44.45, 3);
    expect(elements(svg, 'svg')[0]?.['width']).toMatch(/mm$/);
  });

  it('draws a 2U device twice as high as a unit, at 1 : 5.556 by default', () => {
    const svg = elevationSvg({ rack: aRack({ heightU: 4 }), mounted: [aDevice('db-03', 2, 2)], faces: ['front'] });
    const device = svg.slice(svg.indexOf('data-device="db-03"'));
    expect(Number(elements(device, 'rect')[0]?.['height'])).toBeCloseTo(2 * 8, 3);
    expect(svg).toContain('<title>rack101, 1 : 5.556</title>');
    expect(svg).toContain('<title>U2–U3 db-03</title>');
  });

  it('escapes whatever a device is called', () => {
    const evil = '"><script>alert(1)</script>&\u0000';
    const svg = elevationSvg({
      rack: aRack({ heightU: 1, name: evil }),
      mounted: [aDevice(evil, 1, 1)],
      faces: ['front', 'rear'],
    });
    expect(svg).not.toContain('<script');
    expect(svg).not.toContain('\u0000');
    expect(svg).toContain('&lt;script&gt;');
  });

  it('draws a tick box for every device when asked', () => {
    const mounted = [aDevice('a', 1, 1), aDevice('b', 2, 1)];
    const plain = elevationSvg({ rack: aRack({ heightU: 3 }), mounted, faces: ['front'] });
    const ticked = elevationSvg({ rack: aRack({ heightU: 3 }), mounted, faces: ['front'], tickBoxes: true });
    expect(elements(ticked, 'rect').length - elements(plain, 'rect').length).toBe(2);
  });

  it('says for whom units are reserved, and draws what hangs at the sides', () => {
    const reservations = [{ positionHalfU: 0, heightHalfU: 2, face: 'both' as const, reservedFor: 'team blue' }];
    const pdu = { ...aDevice('pdu-a', 1, 0), positionHalfU: null, side: 'left' as const };
    const svg = elevationSvg({ rack: aRack({ heightU: 3, reservations }), mounted: [pdu], faces: ['front'] });
    expect(svg).toContain('Reserved for team blue');
    expect(svg).toContain('data-device="pdu-a"');
  });
});

it.each([
  ['a & b', 'a &amp; b'],
  [`"'`, '&quot;&#39;'],
  ['tab\tand\u0001', 'taband'],
])('%j is written %j', (text, written) => {
  expect(escapeXml(text)).toBe(written);
});
