import { inSentence } from '../../../shared/domain/label-text.ts';
import { useState, type ReactNode } from 'react';
import type { NounDetail } from '../../bridge/noun-client.ts';
import { counted } from '../../ui/format.ts';
import { updateQuery, useLocation } from '../../ui/location.ts';
import { BulkPanel } from './BulkPanel.tsx';
import { CloneDialog } from './CloneDialog.tsx';
import { CreatePanel } from './CreatePanel.tsx';
import { EditPanel, useNounDetail } from './EditPanel.tsx';
import { RemoveDialog } from './RemoveDialog.tsx';
import type { NounScreen } from './noun-screen.ts';

interface NounPanelsProps {
  readonly screen: NounScreen;
  readonly selected: ReadonlySet<string>;
  readonly onSelect: (selected: ReadonlySet<string>) => void;
  readonly extra?: ((detail: NounDetail) => ReactNode) | undefined;
}

const CLOSED = { open: undefined, new: undefined, bulk: undefined };

/** What stands beside or over a list. The address says which, so Back closes it. */
export function NounPanels({ screen, selected, onSelect, extra }: NounPanelsProps) {
  const { query } = useLocation();
  const [cloning, setCloning] = useState<NounDetail | null>(null);
  const { open, remove } = query;
  const close = () => updateQuery(CLOSED);
  return (
    <>
      {query['new'] ? (
        <CreatePanel
          screen={screen}
          onClose={close}
          onCreated={(id) => updateQuery({ ...CLOSED, open: id }, { replace: true })}
        />
      ) : query['bulk'] && selected.size > 0 ? (
        <BulkPanel screen={screen} refs={[...selected]} onClose={close} />
      ) : open ? (
        <EditPanel
          screen={screen}
          id={open}
          onClose={close}
          onClone={setCloning}
          onRemove={(detail) => updateQuery({ remove: detail.record.id })}
          extra={extra}
        />
      ) : null}
      {cloning ? <CloneDialog screen={screen} detail={cloning} onClose={() => setCloning(null)} /> : null}
      {remove ? <Removal key={remove} screen={screen} remove={remove} selected={selected} onSelect={onSelect} /> : null}
    </>
  );
}

function Removal({ screen, remove, selected, onSelect }: Omit<NounPanelsProps, 'extra'> & { remove: string }) {
  const many = remove === 'selected';
  const detail = useNounDetail(screen.noun, many ? '' : remove, !many).data;
  const { definition } = screen;
  const refs = many ? [...selected] : [remove];
  const what = many ? counted(refs.length, inSentence(definition.label), inSentence(definition.plural)) : detail?.name;
  if (refs.length === 0 || what === undefined) return null;
  return (
    <RemoveDialog
      screen={screen}
      refs={refs}
      what={what}
      onClose={() => updateQuery({ remove: undefined })}
      onRemoved={() => {
        onSelect(new Set([...selected].filter((id) => !refs.includes(id))));
        updateQuery({ remove: undefined, open: undefined, bulk: undefined });
      }}
    />
  );
}
