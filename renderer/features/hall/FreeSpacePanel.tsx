import { Button, NativeSelect, TextInput } from '@mantine/core';
import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { FreeSpace } from '../../../shared/contract/hall.ts';
import { FACES } from '../../../shared/domain/placement.ts';
import { api } from '../../bridge/client.ts';
import { failureFrom } from '../../bridge/failure.ts';
import { SidePanel } from '../../ui/SidePanel.tsx';
import { counted } from '../../ui/format.ts';
import { hrefOf } from '../../ui/location.ts';
import panel from '../elevation/InfoPanel.module.css';
import styles from './Hall.module.css';
import { EMPTY_DRAFT, readDraft, type FreeSpaceDraft } from './free-space-form.ts';

interface FreeSpacePanelProps {
  readonly roomId: string | undefined;
  /** Ids of the racks found; null while there is no answer. */
  readonly onFound: (ids: ReadonlySet<string> | null) => void;
  readonly onShow: (rackId: string) => void;
  readonly onClose: () => void;
}

const FIELDS: readonly (readonly [key: keyof FreeSpaceDraft, label: string, placeholder: string])[] = [
  ['height', 'Height in U', '4'],
  ['quantity', 'How many', '1'],
  ['watts', 'Power each', '800 W'],
  ['weight', 'Weight each', '20 kg'],
  ['depth', 'Depth', '750 mm'],
  ['ports', 'Free switch ports', '2'],
  ['portType', 'Port type', '10gbase'],
];

/** Finds racks with units, watts and ports together; the plan fades the others. */
export function FreeSpacePanel({ roomId, onFound, onShow, onClose }: FreeSpacePanelProps) {
  const [draft, setDraft] = useState(EMPTY_DRAFT);
  const read = readDraft(draft, roomId);
  const problems = read.ok ? {} : read.problems;
  const { data, error } = useQuery({
    ...api.rack.freeSpace.queryOptions({ input: read.ok ? read.input : skipToken }),
    placeholderData: keepPreviousData,
  });
  useEffect(() => {
    onFound(data ? new Set(data.racks.map(({ id }) => id)) : null);
    return () => onFound(null);
  }, [data, onFound]);
  return (
    <SidePanel title="Find free space" onClose={onClose}>
      <div className={panel.section}>
        <div className={styles.fields}>
          {FIELDS.map(([key, label, placeholder]) => (
            <TextInput
              key={key}
              label={label}
              placeholder={placeholder}
              value={draft[key]}
              error={problems[key]}
              onChange={(event) => setDraft({ ...draft, [key]: event.currentTarget.value })}
            />
          ))}
          <NativeSelect
            label="Face"
            data={FACES.map(({ value, label }) => ({ value, label }))}
            value={draft.face}
            onChange={({ currentTarget: { value } }) => {
              const face = FACES.find((entry) => entry.value === value)?.value;
              if (face) setDraft({ ...draft, face });
            }}
          />
        </div>
        {error ? <p role="alert">{failureFrom(error).message}</p> : null}
        {data ? <Found answer={data} onShow={onShow} /> : null}
      </div>
    </SidePanel>
  );
}

const REASONS: Readonly<Record<FreeSpace['rejected'][number]['reason'], string>> = {
  space: 'without such a gap',
  weight: 'too heavy with it',
  power: 'without the power',
  ports: 'without the ports',
  status: 'not in use',
};

function Found({ answer, onShow }: { answer: FreeSpace; onShow: (rackId: string) => void }) {
  const { racks, total, rejected } = answer;
  return (
    <>
      <h3>
        <span role="status">
          {total === 0 ? 'No rack has all of it' : counted(total, 'rack has it', 'racks have it')}
        </span>
      </h3>
      {rejected.length > 0 ? (
        <p className={panel.note}>
          {rejected
            .map(({ reason, racks: count }) => `${counted(count, 'rack', 'racks')} ${REASONS[reason]}`)
            .join(', ')}
          .
        </p>
      ) : null}
      <ul>
        {racks.map((rack) => (
          <li key={rack.id} className={styles.result}>
            <a className={styles.rackName} href={hrefOf(['rack', rack.id])}>
              {rack.path}
            </a>
            <Button variant="default" aria-label={`Show ${rack.name} in the plan`} onClick={() => onShow(rack.id)}>
              Show
            </Button>
            <p className={panel.note}>{resultFacts(rack)}</p>
            {rack.warnings.map((warning) => (
              <p key={warning} className={panel.note}>
                {warning}
              </p>
            ))}
          </li>
        ))}
      </ul>
    </>
  );
}

function resultFacts(rack: FreeSpace['racks'][number]): string {
  const facts = [
    counted(rack.positions, 'place', 'places'),
    `largest gap ${rack.largestRunHalfU / 2} U`,
    rack.freeWatts === null ? null : `${(rack.freeWatts / 1000).toFixed(1)} kW free`,
    rack.freePorts > 0 ? counted(rack.freePorts, 'free port', 'free ports') : null,
  ];
  return facts.filter(Boolean).join(' · ');
}
