import { Button } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import { EmptyState } from '../ui/EmptyState.tsx';

interface Props {
  readonly children: ReactNode;
}

/** Shows a fault of this page as a sentence with a way on. What was saved is not touched by it. */
export class ErrorBoundary extends Component<Props, { readonly fault: Error | null }> {
  override state = { fault: null as Error | null };

  static getDerivedStateFromError(fault: unknown) {
    return { fault: fault instanceof Error ? fault : new Error(String(fault)) };
  }

  override render() {
    const { fault } = this.state;
    if (!fault) return this.props.children;
    return (
      <EmptyState
        title="This screen could not be shown"
        actions={<Button onClick={() => this.setState({ fault: null })}>Try again</Button>}
      >
        Everything saved is safe. The fault was: {fault.message}
      </EmptyState>
    );
  }
}
