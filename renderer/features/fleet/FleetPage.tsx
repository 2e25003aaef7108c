import { Button } from '@mantine/core';
import { IconTable } from '@tabler/icons-react';
import { useMemo } from 'react';
import { LinkTabs } from '../../ui/LinkTabs.tsx';
import { useActions } from '../../ui/actions.ts';
import { counted } from '../../ui/format.ts';
import { hrefOf, updateQuery, useLocation } from '../../ui/location.ts';
import { ManyPanel } from '../assignment/ManyPanel.tsx';
import { FleetRulesPanel } from '../firewall/FleetRulesPanel.tsx';
import { NounPage } from '../noun/NounPage.tsx';
import { nounScreen } from '../noun/noun-screen.ts';
import { useSelection } from '../noun/selection-store.ts';
import { FitPanel } from '../part/FitPanel.tsx';
import { ContractsView } from './ContractsView.tsx';
import { StartFleet } from './StartFleet.tsx';

const COMPUTES = nounScreen('compute', { pageHref: (id) => hrefOf(['compute', id]) });
const EQUIPMENT = nounScreen('equipment', { pageHref: (id) => hrefOf(['equipment', id]) });
const GROUPS = nounScreen('group');

const TABS = [
  { id: 'compute', label: 'Computes', href: hrefOf(['fleet', 'compute']) },
  { id: 'equipment', label: 'Equipment', href: hrefOf(['fleet', 'equipment']) },
  { id: 'group', label: 'Groups', href: hrefOf(['fleet', 'group']) },
  { id: 'contracts', label: 'Contracts', href: hrefOf(['fleet', 'contracts']) },
];

export function FleetPage({ noun = 'compute' }: { noun: string | undefined }) {
  if (noun === 'group') return <NounPage screen={GROUPS} title="Fleet" tabs={<FleetTabs current="group" />} />;
  if (noun === 'contracts') return <ContractsView tabs={<FleetTabs current="contracts" />} />;
  return noun === 'equipment' ? <EquipmentList /> : <ComputeList />;
}

function FleetTabs({ current }: { current: string }) {
  return <LinkTabs label="Kinds of machine" tabs={TABS} current={current} />;
}

function EquipmentList() {
  return (
    <NounPage
      screen={EQUIPMENT}
      title="Fleet"
      tabs={<FleetTabs current="equipment" />}
      emptyHint={<StartFleet />}
      actions={<GridLink noun="equipment" />}
      selectionActions={
        <>
          <SelectedInGrid noun="equipment" />
          <SelectedLabels noun="equipment" />
        </>
      }
    />
  );
}

/** To a sheet for new rows. */
function GridLink({ noun }: { noun: string }) {
  return (
    <Button
      component="a"
      variant="default"
      href={hrefOf(['fleet', 'grid', noun])}
      leftSection={<IconTable size="1rem" aria-hidden />}
    >
      Grid
    </Button>
  );
}

function SelectedInGrid({ noun }: { noun: string }) {
  return (
    <Button
      component="a"
      size="compact-xs"
      variant="default"
      href={hrefOf(['fleet', 'grid', noun], { rows: 'selected' })}
    >
      In the grid…
    </Button>
  );
}

function SelectedLabels({ noun }: { noun: string }) {
  return (
    <Button component="a" size="compact-xs" variant="default" href={hrefOf(['labels'], { of: noun })}>
      Labels…
    </Button>
  );
}

const BESIDE = {
  open: undefined,
  new: undefined,
  bulk: undefined,
  fit: undefined,
  rules: undefined,
  place: undefined,
};

function fitSelected(): void {
  updateQuery({ ...BESIDE, fit: '1' });
}

function assignRules(): void {
  updateQuery({ ...BESIDE, rules: '1' });
}

/** `place` holds the service, where one is chosen already. */
function placeOnSelected(): void {
  updateQuery({ ...BESIDE, place: '' });
}

function ComputeList() {
  const { query } = useLocation();
  const [selected] = useSelection('compute');
  const close = () => updateQuery({ fit: undefined, rules: undefined, place: undefined });
  const computes = useMemo(() => [...selected], [selected]);
  // What the list itself opens stands before what was opened for the selection.
  const besides = ['open', 'new', 'bulk'].some((key) => query[key] !== undefined);
  const fitting = query['fit'] !== undefined && selected.size > 0;
  useActions(
    selected.size > 0
      ? [
          { id: 'fit', label: 'Fit a component in the selected computes', group: 'Computes', run: fitSelected },
          {
            id: 'place-many',
            label: 'Place a service on the selected computes',
            group: 'Computes',
            run: placeOnSelected,
          },
          { id: 'rules', label: 'Firewall rules for the selected computes', group: 'Computes', run: assignRules },
        ]
      : [],
  );
  return (
    <NounPage
      screen={COMPUTES}
      title="Fleet"
      tabs={<FleetTabs current="compute" />}
      emptyHint={<StartFleet />}
      actions={<GridLink noun="compute" />}
      selectionActions={
        <>
          <Button size="compact-xs" variant="default" onClick={fitSelected}>
            Fit a component…
          </Button>
          <Button size="compact-xs" variant="default" onClick={placeOnSelected}>
            Place a service…
          </Button>
          <Button size="compact-xs" variant="default" onClick={assignRules}>
            Firewall rules…
          </Button>
          <SelectedInGrid noun="compute" />
          <SelectedLabels noun="compute" />
          <Button
            component="a"
            size="compact-xs"
            variant="default"
            href={hrefOf(['report', 'compute'], { of: 'selected' })}
          >
            Report…
          </Button>
        </>
      }
      panel={
        besides ? null : fitting ? (
          <FitPanel
            target={{ computes: [...selected] }}
            title={`Fit a component in ${counted(selected.size, 'compute', 'computes')}`}
            onClose={close}
            onFitted={close}
          />
        ) : query['place'] !== undefined ? (
          <ManyPanel key={query['place']} serviceId={query['place']} computes={computes} onClose={close} />
        ) : query['rules'] !== undefined && selected.size > 0 ? (
          <FleetRulesPanel selected={selected} onClose={close} />
        ) : null
      }
    />
  );
}
