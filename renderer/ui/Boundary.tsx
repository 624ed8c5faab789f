import { Component, type ReactNode } from 'react';
import { t } from '../../shared/messages/messages';
import type { AppErrorShape } from '../../shared/model/errors';
import { ErrorNote } from './ErrorNote';

const broken = (): AppErrorShape => ({
  code: 'INTERNAL',
  message: t('This screen could not be drawn.'),
  next: t('Show it again: what you did is kept.'),
});

/** Shows the way back in place of a screen that could not be drawn, for whatever reason. */
export class Boundary extends Component<{ children: ReactNode }, { broken: boolean }> {
  override readonly state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render() {
    if (!this.state.broken) return this.props.children;
    return (
      <main className="sheet stack">
        <h1>Withheld</h1>
        <ErrorNote error={broken()} onRetry={() => this.setState({ broken: false })} />
      </main>
    );
  }
}
