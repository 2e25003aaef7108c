import { findNoun, type NounName } from '../../../shared/domain/nouns.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { NounPage } from '../noun/NounPage.tsx';
import { nounScreen } from '../noun/noun-screen.ts';

/** The plain list of a noun that no other screen shows as one. */
export function ListPage({ noun = '' }: { noun: string | undefined }) {
  const definition = findNoun(noun);
  if (!definition) return <EmptyState title="There is no such list" />;
  return <NounPage key={noun} screen={nounScreen(noun as NounName)} />;
}
