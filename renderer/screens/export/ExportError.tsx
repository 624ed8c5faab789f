import { Button } from 'react-aria-components';
import { useApp, type Tab } from '../../client/app';
import { ErrorNote } from '../../ui/ErrorNote';
import type { ExportState } from './exportState';

const WAYS: readonly { tab: Tab; label: string }[] = [
  { tab: 'review', label: 'Go to Review' },
  { tab: 'identities', label: 'Go to Identities' },
  { tab: 'transcript', label: 'Go to the transcript' },
];

/** Why nothing was exported, and the way to where that can be mended. */
export function ExportError({ error: { kind, shape } }: { error: NonNullable<ExportState['error']> }) {
  // The command line's options are no help in a window.
  const next = shape.next.replace(/ \((?:mark )?--[^)]*\)/gu, '');
  return (
    <div className="stack">
      <ErrorNote error={{ ...shape, next }} />
      {kind === 'export' && <p>Nothing was left in the folder.</p>}
      {shape.code === 'EXPORT_WOULD_LEAK' && (
        <div className="row">
          {WAYS.map(({ tab, label }) => (
            <Button key={tab} className="button" onPress={() => useApp.setState({ tab })}>
              {label}
            </Button>
          ))}
        </div>
      )}
    </div>
  );
}
