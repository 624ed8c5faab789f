import { Component, type ReactNode } from 'react';
import type { AppErrorShape } from '../../shared/model/errors';
import { ErrorNote } from './ErrorNote';

const BROKEN: AppErrorShape = {
  code: 'INTERNAL',
  message: 'This screen could not be drawn.',
  next: 'Show it again: what you did is kept.',
};

/** Shows the way back to a screen in place of one that could not be drawn, for whatever reason. */
export class Boundary extends Component<{ children: ReactNode }, { broken: boolean }> {
  override readonly state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render() {
    if (!this.state.broken) return this.props.children;
    return (
      <main className="sheet">
        <ErrorNote error={BROKEN} onRetry={() => this.setState({ broken: false })} />
      </main>
    );
  }
}
