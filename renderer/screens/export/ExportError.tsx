import { Button } from 'react-aria-components';
import { t } from '../../../shared/messages/messages';
import { goToTab } from '../../session/go';
import type { Tab } from '../../session/Session';
import { ErrorNote } from '../../ui/ErrorNote';
import { saidBy } from './checkWords';
import type { ExportState } from './exportState';
import { HeardPlaces } from './HeardPlaces';
import { LeftPlaces } from './LeftPlaces';

const ways = (): readonly { tab: Tab; label: string }[] => [
  { tab: 'review', label: t('Go to Review') },
  { tab: 'identities', label: t('Go to Identities') },
  { tab: 'transcript', label: t('Go to the transcript') },
];

/** Says why nothing was exported, and leads to where this can be mended. */
export function ExportError({ error: { kind, shape } }: { error: NonNullable<ExportState['error']> }) {
  return (
    <div className="stack">
      <ErrorNote error={shape} />
      {shape.checks && shape.checks.length > 1 && (
        <div>
          <p>{t('These checks failed:')}</p>
          <ul>
            {shape.checks.map((check, i) => (
              <li key={i}>
                {saidBy(check)}: {check.file ?? t('the folder')}: {check.detail}
              </li>
            ))}
          </ul>
        </div>
      )}
      <HeardPlaces checks={shape.checks ?? []} />
      {kind === 'export' && <p>{t('Nothing was left in the folder.')}</p>}
      {shape.places && shape.places.length > 0 && <LeftPlaces places={shape.places} />}
      {(shape.code === 'EXPORT_WOULD_LEAK' || shape.code === 'VERIFY_FAILED') && (
        <div className="row">
          {ways().map(({ tab, label }) => (
            <Button key={tab} className="button" onPress={() => goToTab(tab)}>
              {label}
            </Button>
          ))}
        </div>
      )}
    </div>
  );
}
