import { Button, type ButtonProps } from '@mantine/core';
import type { ComponentPropsWithRef, ReactNode } from 'react';
import { classes } from '../../ui/classes.ts';
import styles from './RackAction.module.css';

type Pressed = Omit<ComponentPropsWithRef<'button'>, keyof ButtonProps>;

interface RackActionProps extends Omit<ButtonProps, 'children'>, Pressed {
  readonly label: string;
  readonly icon: ReactNode;
}

/** A button beside the name of a rack; where there is no room, its symbol alone. */
export function RackAction({ label, icon, className, ...rest }: RackActionProps) {
  return (
    <Button {...rest} className={classes(styles.button, className)} leftSection={icon} aria-label={label}>
      <span className={styles.words}>{label}</span>
    </Button>
  );
}
