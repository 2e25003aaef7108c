import { Button } from '@mantine/core';
import { Dialog } from '../../ui/Dialog.tsx';
import styles from './Ports.module.css';

interface TakeOverDialogProps {
  /** Names the present holder. */
  readonly message: string;
  readonly pending: boolean;
  readonly onTakeOver: () => void;
  readonly onClose: () => void;
}

/** A port leads to one service only: taking it over takes it from the one that has it. */
export function TakeOverDialog({ message, pending, onTakeOver, onClose }: TakeOverDialogProps) {
  return (
    <Dialog title="This port is taken" onClose={onClose}>
      <p>{message}</p>
      <p className={styles.note}>Taking it over can be undone.</p>
      <div className={styles.buttons}>
        <Button loading={pending} onClick={onTakeOver}>
          Take it over
        </Button>
        <Button variant="default" data-autofocus onClick={onClose}>
          Leave it
        </Button>
      </div>
    </Dialog>
  );
}
