import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../bridge/client.ts';
import { failureFrom } from '../../bridge/failure.ts';
import { Facts } from '../../ui/Facts.tsx';
import { SidePanel } from '../../ui/SidePanel.tsx';
import { formatMoment } from '../../ui/format.ts';
import { objectHref } from '../../ui/location.ts';
import styles from './Part.module.css';
import { Refusal } from '../../ui/Notice.tsx';

interface PartTimelineProps {
  readonly partId: string;
  readonly onClose: () => void;
  readonly onBack?: (() => void) | undefined;
}

/** What became of one unit, across machines and shelves, the newest first. */
export function PartTimeline({ partId, onClose, onBack }: PartTimelineProps) {
  const { data, error } = useQuery(api.part.timeline.queryOptions({ input: { part: partId } }));
  const part = data?.part;
  return (
    <SidePanel
      title={`Timeline of ${part?.serial ?? part?.assetTag ?? 'a part'}`}
      onClose={onClose}
      footer={
        onBack ? (
          <Button variant="default" onClick={onBack}>
            Back
          </Button>
        ) : null
      }
    >
      {error ? <Refusal>{failureFrom(error).message}</Refusal> : null}
      {part ? (
        <Facts
          label="Part"
          facts={[
            [
              'Component',
              <a key="component" href={objectHref('component', part.componentId) ?? '#'}>
                {part.component}
              </a>,
            ],
            ['Serial number', part.serial],
            ['Asset tag', part.assetTag],
            ['Now', part.place.text],
          ]}
        />
      ) : null}
      <ol className={styles.timeline} aria-label="Timeline">
        {data?.events.toReversed().map((event) => (
          <li key={event.seq} className={event.event === 'failed' ? styles.bad : undefined}>
            <div>{event.text}</div>
            <div className={styles.when}>
              {formatMoment(event.at)} · {event.actor} · {event.label}
            </div>
          </li>
        ))}
      </ol>
    </SidePanel>
  );
}
