import { ActionIcon, Button } from '@mantine/core';
import { IconBarcode, IconPlus, IconReplace, IconTable } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../bridge/client.ts';
import { Badge } from '../../ui/Badge.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PlainTable, type PlainColumn } from '../../ui/PlainTable.tsx';
import { RowTools } from '../../ui/RowTools.tsx';
import { useActions } from '../../ui/actions.ts';
import { formatCount } from '../../ui/format.ts';
import { hrefOf, objectHref } from '../../ui/location.ts';
import { choiceText } from '../noun/field-text.ts';
import { Warning } from '../../ui/Notice.tsx';
import styles from './ComputePage.module.css';
import type { OwnedRowsState } from '../noun/OwnedRows.tsx';
import { SlotMap } from './SlotMap.tsx';
import type { PartSteps } from './part-steps.ts';
import type { FittedAssignment, SlotCell } from './slot-sections.ts';

interface ComponentsTabProps {
  readonly computeId: string;
  readonly name: string;
  readonly rows: OwnedRowsState;
  readonly steps: PartSteps;
}

export function useSlotMap(computeId: string, enabled = true) {
  return useQuery({ ...api.componentAssignment.slotMap.queryOptions({ input: { compute: computeId } }), enabled }).data;
}

/** What is inside: the slots as they lie in the machine, then every part with its serial numbers. */
export function ComponentsTab({ computeId, name, rows, steps }: ComponentsTabProps) {
  const view = useSlotMap(computeId);
  const fit = () => steps.show({ kind: 'fit', slot: null });
  useActions([{ id: 'fit', label: 'Fit a component', group: 'Compute', keys: 'n', run: fit }]);
  const choose = ({ name: slot, assignment, unitIndex }: SlotCell) =>
    steps.show(
      assignment && unitIndex >= 0
        ? { kind: 'unit', assignmentId: assignment.id, index: unitIndex }
        : assignment
          ? { kind: 'serials', assignmentId: assignment.id }
          : { kind: 'fit', slot },
    );
  return (
    <section className={styles.section} aria-label="Components">
      <div className={styles.tableHead}>
        <h2>Slots</h2>
        <Button leftSection={<IconPlus size="1rem" aria-hidden />} onClick={fit}>
          Fit a component
        </Button>
      </div>
      {view ? <Problems messages={view.problems.map(({ message }) => message)} /> : null}
      {view?.declared ? <SlotMap view={view} open={openSlot(view.assignments, steps)} onChoose={choose} /> : null}
      {view && !view.declared ? (
        <p className={styles.note}>This compute declares no slots; its device type may. Slots are free text here.</p>
      ) : null}
      <div className={styles.tableHead}>
        <h2>Components</h2>
        <Button
          component="a"
          variant="default"
          href={hrefOf(['fleet', 'grid', 'componentAssignment'], { q: `computeId:"${name}"` })}
          leftSection={<IconTable size="1rem" aria-hidden />}
        >
          In the grid…
        </Button>
      </div>
      {view?.assignments.length === 0 ? (
        <EmptyState title="Nothing is fitted yet">
          Add processors, memory and storage; the compute&apos;s resources are the sum of its parts.
        </EmptyState>
      ) : (
        <div className={styles.wide}>
          <PlainTable
            label="Components"
            columns={columns(rows, steps)}
            rows={view?.assignments ?? []}
            keyOf={(fitting) => fitting.id}
          />
        </div>
      )}
    </section>
  );
}

function openSlot(assignments: readonly FittedAssignment[], { step }: PartSteps): string | null {
  if (step?.kind === 'fit') return step.slot;
  if (step?.kind !== 'unit') return null;
  return assignments.find(({ id }) => id === step.assignmentId)?.units[step.index]?.slot ?? null;
}

function Problems({ messages }: { messages: readonly string[] }) {
  if (messages.length === 0) return null;
  return (
    <div className={styles.findings} role="group" aria-label="Findings">
      {messages.map((message) => (
        <Warning key={message}>{message}</Warning>
      ))}
    </div>
  );
}

function serialsText({ units, quantity }: FittedAssignment): string {
  const serials = units.flatMap(({ serial }) => serial ?? []);
  if (serials.length === 0) return '';
  const [first = ''] = serials;
  return quantity === 1 ? first : `${formatCount(serials.length)} of ${formatCount(quantity)}`;
}

function raidText({ raidLevel, raidGroup, hotSpare }: FittedAssignment): string {
  const level = hotSpare ? 'Hot spare' : choiceText('componentAssignment', 'raidLevel', raidLevel);
  return [level, raidGroup].filter(Boolean).join(', group ');
}

function columns(rows: OwnedRowsState, steps: PartSteps): readonly PlainColumn<FittedAssignment>[] {
  return [
    {
      label: 'Component',
      align: 'wrap',
      cell: ({ componentId, component }) => <a href={objectHref('component', componentId) ?? '#'}>{component}</a>,
    },
    { label: 'Type', cell: ({ type }) => choiceText('component', 'type', type) },
    { label: 'Quantity', align: 'end', cell: ({ quantity }) => formatCount(quantity) },
    { label: 'Slot', cell: ({ slot }) => slot },
    { label: 'Serial numbers', cell: serialsText },
    { label: 'RAID', cell: raidText },
    {
      label: 'State',
      cell: ({ failed }) => (failed ? <Badge tone="bad">Failed</Badge> : null),
    },
    { label: 'Warranty end', cell: ({ warrantyEnd }) => warrantyEnd },
    {
      label: 'Tools',
      align: 'tools',
      cell: (fitting) => <FittingTools fitting={fitting} rows={rows} steps={steps} />,
    },
  ];
}

function FittingTools({ fitting, rows, steps }: { fitting: FittedAssignment; rows: OwnedRowsState; steps: PartSteps }) {
  const { id, component } = fitting;
  return (
    <>
      {fitting.quantity === 1 ? (
        <ActionIcon
          variant="subtle"
          color="gray"
          size="sm"
          aria-label={`Swap ${component}`}
          onClick={() => steps.show({ kind: 'unit', assignmentId: id, index: 0 })}
        >
          <IconReplace size="0.9375rem" />
        </ActionIcon>
      ) : null}
      <ActionIcon
        variant="subtle"
        color="gray"
        size="sm"
        aria-label={`Serial numbers of ${component}`}
        onClick={() => steps.show({ kind: 'serials', assignmentId: id })}
      >
        <IconBarcode size="0.9375rem" />
      </ActionIcon>
      <RowTools name={component} onEdit={() => rows.edit(id)} onRemove={() => rows.remove(id, component)} />
    </>
  );
}
