import type { Trace } from '../../../shared/contract/cable.ts';
import { ScrollRegion } from '../../ui/ScrollRegion.tsx';
import { classes } from '../../ui/classes.ts';
import { objectHref } from '../../ui/location.ts';
import styles from './Cable.module.css';
import { cableText, traceStops, type Stop } from './trace-text.ts';

interface TraceChainProps {
  readonly steps: Trace['steps'];
  /** The port that was asked about: it is marked. */
  readonly portId: string;
  /** A device was followed to its page. */
  readonly onOpen: () => void;
}

/** Devices from one end of a path to the other, with the ports it passes and the cables between. */
export function TraceChain({ steps, portId, onOpen }: TraceChainProps) {
  return (
    <ScrollRegion label="Path" className={styles.chainRegion}>
      <ol className={styles.chain}>
        {traceStops(steps).map((stop) => (
          <li key={stop.ports[0]?.portId} className={styles.link}>
            <StopBox stop={stop} portId={portId} onOpen={onOpen} />
            {stop.cable ? <Cable cable={stop.cable} /> : null}
          </li>
        ))}
      </ol>
    </ScrollRegion>
  );
}

function StopBox({ stop, portId, onOpen }: { stop: Stop; portId: string; onOpen: () => void }) {
  const href = objectHref(stop.noun, stop.objectId);
  return (
    <div className={styles.box}>
      <strong>
        {href ? (
          <a href={href} onClick={onOpen}>
            {stop.device}
          </a>
        ) : (
          stop.device
        )}
      </strong>
      {stop.place ? <span className={styles.place}>{stop.place}</span> : null}
      <span className={styles.ports}>
        {stop.ports.map((step) => (
          <span key={step.portId} className={classes(styles.port, step.portId === portId && styles.asked)}>
            {step.text}
          </span>
        ))}
      </span>
    </div>
  );
}

function Cable({ cable }: { cable: NonNullable<Stop['cable']> }) {
  const { colour } = cable;
  return (
    <div className={styles.cable}>
      <span className={styles.line} style={colour ? { backgroundColor: colour } : undefined} />
      <span className={styles.cableText}>{cableText(cable) || 'cable'}</span>
    </div>
  );
}
