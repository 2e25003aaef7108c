import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Kbd } from './Kbd.tsx';

interface SubmitButtonsProps {
  readonly disabled?: boolean;
  readonly pending?: boolean;
  /** Where Ctrl/Cmd-Enter submits from anywhere in the form. */
  readonly withKey?: boolean;
  readonly onCancel: () => void;
  /** What submitting does. */
  readonly children: ReactNode;
}

/** The end of a form: the button that does it and the one that leaves it. */
export function SubmitButtons({ disabled = false, pending = false, withKey = false, ...rest }: SubmitButtonsProps) {
  return (
    <>
      <Button type="submit" disabled={disabled} loading={pending}>
        {rest.children}
      </Button>
      <Button variant="default" onClick={rest.onCancel}>
        Cancel
      </Button>
      {withKey ? <Kbd keys="mod+enter" /> : null}
    </>
  );
}
