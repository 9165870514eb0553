import { Component, type ReactNode } from 'react';
import { ProblemAlert } from './Remote';

/** Keeps one page's failure from taking the menu with it. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { error: unknown }> {
  override state: { error: unknown } = { error: null };

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override render() {
    return this.state.error ? <ProblemAlert error={this.state.error} /> : this.props.children;
  }
}
