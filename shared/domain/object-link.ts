import { findNoun, type NounName } from './nouns.ts';

/** What a printed code names: one object of whichever workspace is open. */
export interface ObjectLink {
  readonly noun: NounName;
  /** UUID, in lower case */
  readonly id: string;
}

export const LINK_SCHEME = 'rackwright';

const LINK = /^rackwright:\/\/([a-z]{1,40})\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\/?$/i;

/** `rackwright://compute/0199…`, as it stands in the code of a label. */
export function objectLink(noun: string, id: string): string {
  return `${LINK_SCHEME}://${noun}/${id}`;
}

/** The object that a link names; null for any text that is not exactly such a link to a noun there is. */
export function readObjectLink(text: string): ObjectLink | null {
  const [, noun = '', id = ''] = LINK.exec(text) ?? [];
  const definition = findNoun(noun);
  return definition ? { noun: definition.noun as NounName, id: id.toLowerCase() } : null;
}
