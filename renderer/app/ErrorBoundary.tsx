import { Button } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import { noteFault } from '../bridge/diagnostics.ts';
import styles from './CrashNote.module.css';
import { CrashNote } from './CrashNote.tsx';

interface Props {
  readonly children: ReactNode;
  /** What is shown; a fault is forgotten as soon as it is something else. */
  readonly of?: string;
}

interface State {
  readonly fault: Error | null;
  readonly of?: string | undefined;
}

/** Shows a fault of this page with a way on, and notes it in the log. What was saved is not touched by it. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { fault: null };

  static getDerivedStateFromProps({ of }: Props, state: State): State | null {
    return of === state.of ? null : { fault: null, of };
  }

  static getDerivedStateFromError(fault: unknown) {
    return { fault: fault instanceof Error ? fault : new Error(String(fault)) };
  }

  override componentDidCatch(fault: Error) {
    noteFault(fault);
  }

  override render() {
    const { fault } = this.state;
    if (!fault) return this.props.children;
    return (
      <div className={styles.page}>
        <CrashNote
          title="This screen could not be shown"
          happened={`The program made a mistake while drawing it: ${fault.message}`}
          next={<Button onClick={() => this.setState({ fault: null })}>Try again</Button>}
        />
      </div>
    );
  }
}
