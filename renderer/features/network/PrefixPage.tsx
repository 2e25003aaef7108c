import { Button } from '@mantine/core';
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../bridge/client.ts';
import { failureFrom } from '../../bridge/failure.ts';
import type { NounDetail } from '../../bridge/noun-client.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { LinkTabs } from '../../ui/LinkTabs.tsx';
import { Page } from '../../ui/Page.tsx';
import { useActions } from '../../ui/actions.ts';
import { hrefOf, navigate, updateQuery, useLocation } from '../../ui/location.ts';
import { plainText } from '../../ui/plain-text.ts';
import { CloneDialog } from '../noun/CloneDialog.tsx';
import { EditPanel, useNounDetail } from '../noun/EditPanel.tsx';
import { ObjectHistory } from '../noun/ObjectHistory.tsx';
import { RemoveDialog } from '../noun/RemoveDialog.tsx';
import { nounScreen } from '../noun/noun-screen.ts';
import { GiveOutPanel } from './GiveOutPanel.tsx';
import { NextNetworkDialog } from './NextNetworkDialog.tsx';
import { PrefixContent } from './PrefixContent.tsx';
import { PrefixHead } from './PrefixHead.tsx';
import type { Giving } from './give-draft.ts';

const PREFIX = nounScreen('prefix');
/** The longest map there is: every address of a /16 apart. */
const MAP_RUNS = 70_000;

/** One prefix: what is free and what is used in it, and the work of giving it out. */
export function PrefixPage({ id, tab }: { id: string; tab: string | undefined }) {
  const { data, error } = useNounDetail('prefix', id);
  if (data) return <LoadedPrefix detail={data} tab={tab === 'history' ? 'history' : 'content'} />;
  if (!error) return null;
  return <EmptyState title="This prefix cannot be shown">{failureFrom(error).message}</EmptyState>;
}

function usePrefixSteps(name: string) {
  const [giving, setGiving] = useState<Giving | null>(null);
  const [cloning, setCloning] = useState<NounDetail | null>(null);
  const remove = () => updateQuery({ remove: '1' });
  const edit = () => {
    setGiving(null);
    updateQuery({ edit: '1' });
  };
  const give = (what: Giving) => {
    updateQuery({ edit: undefined });
    setGiving(what);
  };
  const cut = () => updateQuery({ cut: '1' });
  useActions([
    { id: 'give-out', label: `Give out addresses of ${name}`, group: 'Prefix', keys: 'n', run: () => give({}) },
    { id: 'next-network', label: `Next network in ${name}`, group: 'Prefix', keys: 'w', run: cut },
    { id: 'edit', label: `Edit ${name}`, group: 'Prefix', keys: 'e', run: edit },
    { id: 'remove', label: `Delete ${name}`, group: 'Prefix', keys: 'delete', run: remove },
  ]);
  return { giving, cloning, setCloning, remove, edit, give, cut, close: () => setGiving(null) };
}

function LoadedPrefix({ detail, tab }: { detail: NounDetail; tab: 'content' | 'history' }) {
  const { id, cidr } = { id: detail.record.id, cidr: plainText(detail.record['cidr']) };
  const map = useQuery(api.network.map.queryOptions({ input: { prefix: id, limit: MAP_RUNS } }));
  const steps = usePrefixSteps(cidr);
  const tabs = [
    { id: 'content', label: 'Addresses', href: hrefOf(['prefix', id]) },
    { id: 'history', label: 'History', href: hrefOf(['prefix', id, 'history']) },
  ];
  return (
    <Page
      title={cidr}
      actions={<Buttons steps={steps} />}
      bar={
        <>
          <PrefixHead detail={detail} node={map.data?.node} />
          <LinkTabs label="Parts of the prefix" tabs={tabs} current={tab} />
        </>
      }
      panel={<Panel detail={detail} cidr={cidr} steps={steps} />}
    >
      {map.error ? <EmptyState title="It cannot be drawn">{failureFrom(map.error).message}</EmptyState> : null}
      {tab === 'content' && map.data ? <PrefixContent view={map.data} onGive={steps.give} /> : null}
      {tab === 'history' ? <ObjectHistory id={id} noun="prefix" /> : null}
      <Dialogs detail={detail} cidr={cidr} steps={steps} />
    </Page>
  );
}

type Steps = ReturnType<typeof usePrefixSteps>;

function Buttons({ steps }: { steps: Steps }) {
  return (
    <>
      <Button variant="default" leftSection={<IconPencil size="1rem" aria-hidden />} onClick={steps.edit}>
        Edit
      </Button>
      <Button variant="default" leftSection={<IconTrash size="1rem" aria-hidden />} onClick={steps.remove}>
        Delete…
      </Button>
      <Button variant="default" onClick={steps.cut}>
        Next network…
      </Button>
      <Button leftSection={<IconPlus size="1rem" aria-hidden />} onClick={() => steps.give({})}>
        Give out…
      </Button>
    </>
  );
}

interface PartProps {
  readonly detail: NounDetail;
  readonly cidr: string;
  readonly steps: Steps;
}

function Panel({ detail, cidr, steps }: PartProps) {
  const { id } = detail.record;
  if (useLocation().query['edit'])
    return (
      <EditPanel
        screen={PREFIX}
        id={id}
        onClose={() => updateQuery({ edit: undefined })}
        onClone={steps.setCloning}
        onRemove={steps.remove}
      />
    );
  if (!steps.giving) return null;
  const key = steps.giving.recorded?.id ?? steps.giving.address ?? 'next';
  return <GiveOutPanel key={key} prefix={{ id, name: cidr }} {...steps.giving} onClose={steps.close} />;
}

function Dialogs({ detail, cidr, steps }: PartProps) {
  const { query } = useLocation();
  const { id } = detail.record;
  const vrfId = typeof detail.record['vrfId'] === 'string' ? detail.record['vrfId'] : null;
  return (
    <>
      {query['cut'] ? (
        <NextNetworkDialog
          prefix={{ id, cidr, vrfId }}
          onClose={() => updateQuery({ cut: undefined })}
          onMade={(made) => navigate(hrefOf(['prefix', made]))}
        />
      ) : null}
      {steps.cloning ? (
        <CloneDialog screen={PREFIX} detail={steps.cloning} onClose={() => steps.setCloning(null)} />
      ) : null}
      {query['remove'] ? (
        <RemoveDialog
          screen={PREFIX}
          refs={[id]}
          what={cidr}
          onClose={() => updateQuery({ remove: undefined })}
          onRemoved={() => navigate(hrefOf(['network', 'prefixes']), { replace: true })}
        />
      ) : null}
    </>
  );
}
