import type { Paint } from './paint-scales.ts';

/** Outlines in a box of 10 × 10: states as in the design system (disc, triangle, octagon, diamond, ring); levels fill a frame. */
const MARKS: Readonly<Record<Paint, string>> = {
  good: 'M5 1a4 4 0 1 1 0 8a4 4 0 1 1 0-8Z',
  attention: 'M5 1L9.5 9H.5Z',
  bad: 'M3.3 1h3.4L9 3.3v3.4L6.7 9H3.3L1 6.7V3.3Z',
  info: 'M5 .5L9.5 5L5 9.5L.5 5Z',
  neutral: 'M5 1a4 4 0 1 1 0 8a4 4 0 1 1 0-8ZM5 3a2 2 0 1 0 0 4a2 2 0 1 0 0-4Z',
  'hue-1': 'M1 1H9V9H1Z',
  'hue-2': 'M5 1L9.5 9H.5Z',
  'hue-3': 'M5 1a4 4 0 1 1 0 8a4 4 0 1 1 0-8Z',
  'hue-4': 'M5 .5L9.5 5L5 9.5L.5 5Z',
  'hue-5': 'M3.5 .5h3v3h3v3h-3v3h-3v-3h-3v-3h3Z',
  'hue-6': 'M5 9L.5 1H9.5Z',
  'hue-7': 'M1 1H9V3.5H1ZM1 6.5H9V9H1Z',
  'hue-8': 'M1 1H3.5V9H1ZM6.5 1H9V9H6.5Z',
  'level-1': 'M0 0H10V10H0ZM1.6 1.6V8.4H8.4V1.6ZM1.6 7.04H8.4V8.4H1.6Z',
  'level-2': 'M0 0H10V10H0ZM1.6 1.6V8.4H8.4V1.6ZM1.6 5.68H8.4V8.4H1.6Z',
  'level-3': 'M0 0H10V10H0ZM1.6 1.6V8.4H8.4V1.6ZM1.6 4.32H8.4V8.4H1.6Z',
  'level-4': 'M0 0H10V10H0ZM1.6 1.6V8.4H8.4V1.6ZM1.6 2.96H8.4V8.4H1.6Z',
  'level-5': 'M0 0H10V10H0Z',
  none: 'M1 4.2H9V5.8H1Z',
};

/** The outline that goes with a colour, so that colour never carries the meaning alone; SVG path data, 10 × 10. */
export function markOf(paint: Paint): string {
  return MARKS[paint];
}
