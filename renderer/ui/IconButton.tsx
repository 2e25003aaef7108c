import { ActionIcon, Tooltip } from '@mantine/core';
import { useEffect, useRef, useState, type ReactNode, type Ref } from 'react';

const PATIENCE_MS = 400;

interface IconButtonProps {
  /** What it does: spoken, and shown to a pointer that rests on it. */
  readonly label: string;
  readonly onClick?: () => void;
  /** Where it leads; it is a link then. */
  readonly href?: string;
  readonly disabled?: boolean;
  /** Without a frame, for rows of a table. */
  readonly bare?: boolean;
  readonly children: ReactNode;
}

/** A button that is an icon. Its tip is made when it is shown, not for every button on a screen beforehand. */
export function IconButton({ label, onClick, href, disabled = false, bare = false, children }: IconButtonProps) {
  const node = useRef<HTMLElement>(null);
  const tip = useRest();
  const props = {
    ...(bare
      ? ({ variant: 'subtle', color: 'gray', size: 'sm' } as const)
      : ({ variant: 'default', size: 'md' } as const)),
    ...tip.handlers,
    'aria-label': label,
    disabled,
    onClick,
    children,
  };
  return (
    <>
      {href === undefined ? (
        <ActionIcon ref={node as Ref<HTMLButtonElement>} {...props} />
      ) : (
        <ActionIcon ref={node as Ref<HTMLAnchorElement>} component="a" href={href} {...props} />
      )}
      {tip.rested ? <Tooltip opened label={label} target={node} /> : null}
    </>
  );
}

/** Whether a pointer has rested on an element for a moment and was not pressed. */
function useRest() {
  const [rested, setRested] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const leave = () => {
    clearTimeout(timer.current);
    setRested(false);
  };
  useEffect(() => () => clearTimeout(timer.current), []);
  const onPointerEnter = ({ pointerType }: { pointerType: string }) => {
    if (pointerType === 'mouse') timer.current = setTimeout(() => setRested(true), PATIENCE_MS);
  };
  return { rested, handlers: { onPointerEnter, onPointerLeave: leave, onPointerDown: leave } };
}
