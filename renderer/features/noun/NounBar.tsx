import { inSentence } from '../../../shared/domain/label-text.ts';
import type { ReactNode } from 'react';
import type { NounName } from '../../../shared/domain/nouns.ts';
import type { NounDefinition } from '../../../shared/domain/noun.ts';
import { updateQuery } from '../../ui/location.ts';
import { ColumnChooser } from './ColumnChooser.tsx';
import { FilterBox } from './FilterBox.tsx';
import styles from './NounPage.module.css';
import { SelectionBar } from './SelectionBar.tsx';
import { filterExamples } from './filter-examples.ts';
import { PinnedViews } from './PinnedViews.tsx';
import { ViewsMenu } from './ViewsMenu.tsx';
import type { NounPageState } from './use-noun-page.ts';
import { useSavedViews } from './use-saved-views.ts';

interface NounBarProps {
  readonly noun: NounName;
  readonly definition: NounDefinition;
  readonly state: NounPageState;
  readonly tabs: ReactNode;
  readonly selectionActions?: ReactNode;
}

/** Between title and list: tabs, filter, columns, and what is selected. */
export function NounBar({ noun, definition, state, tabs, selectionActions }: NounBarProps) {
  const { layout, setLayout, resetLayout } = state.layout;
  const views = useSavedViews(noun, state);
  return (
    <div className={styles.bar}>
      {tabs}
      <div className={styles.tools}>
        <FilterBox
          label={`Filter ${inSentence(definition.plural)}`}
          noun={noun}
          query={state.query}
          onQuery={setQuery}
          failure={state.list.failure}
          examples={filterExamples(definition)}
          inputRef={state.filter}
        />
        <ViewsMenu state={views} plural={definition.plural} />
        <ColumnChooser columns={state.columns} layout={layout} onLayout={setLayout} onReset={resetLayout} />
      </div>
      <PinnedViews state={views} />
      <SelectionBar
        selected={state.selected}
        definition={definition}
        progress={state.bulk.progress}
        onClear={() => state.select(new Set())}
        more={selectionActions}
      />
    </div>
  );
}

function setQuery(query: string): void {
  updateQuery({ q: query === '' ? undefined : query }, { replace: true });
}
