import { today } from '../elevation/use-elevation.ts';
import { dueText } from './due.ts';

/** A fact for the page of a device that is due for an audit; none for others. */
export function useDueFacts({
  lastAudited,
}: Readonly<Record<string, unknown>>): readonly (readonly [name: string, value: string])[] {
  const text = dueText(typeof lastAudited === 'string' ? lastAudited : null, today());
  return text === null ? [] : [['Audit', text]];
}
