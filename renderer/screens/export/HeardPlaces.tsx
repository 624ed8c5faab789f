import { useState } from 'react';
import { Button } from 'react-aria-components';
import { t } from '../../../shared/messages/messages';
import { LONGEST_OVERRULED_SECONDS } from '../../../shared/contract/exports';
import type { FailedCheck } from '../../../shared/model/errors';
import type { Span } from '../../../shared/model/entity';
import { overruleHearing } from '../../../shared/edits/overruleHearing';
import { clock } from '../../../shared/text/clock';
import { PlayButton } from '../../player/PlayButton';
import { useInterview, useInterviewState } from '../../session/useInterview';

/** Seconds that are played before and after a place, since the times of a name are not exact. */
const AROUND_SECONDS = 1;

/**
 * Lists where the recogniser heard something withheld in what would be published. Each can be played, and overruled.
 */
export function HeardPlaces({ checks }: { checks: readonly FailedCheck[] }) {
  const places = checks.flatMap((check) => check.places ?? []);
  if (places.length === 0) return null;
  return (
    <div>
      <p>
        {t(
          'The recogniser hears something withheld at these times. Listen to each as it would be published. If something is there, withhold it. If not, overrule the recogniser and export again. The report will say so.',
        )}
      </p>
      <ul className="heard-places">
        {places.map((place) => (
          <HeardPlace key={`${place.from}-${place.to}`} place={place} />
        ))}
      </ul>
    </div>
  );
}

function HeardPlace({ place }: { place: Span }) {
  const interview = useInterview();
  const [listened, setListened] = useState(false);
  const document = useInterviewState((state) => state.document);
  const command = overruleHearing(document, place);
  const isLong = place.to - place.from > LONGEST_OVERRULED_SECONDS;
  const around = { from: Math.max(0, place.from - AROUND_SECONDS), to: place.to + AROUND_SECONDS };
  return (
    <li className="row">
      <span>{clock(place.from)}</span>
      <PlayButton
        span={around}
        label={t('Listen')}
        className="button small"
        masked
        onPlay={() => setListened(true)}
      />
      {command === null ? (
        <span className="soft">{t('Overruled')}</span>
      ) : (
        <Button
          className="button small"
          isDisabled={!listened || isLong}
          onPress={() => interview.execute(command)}
        >
          {t('It is not there: overrule')}
        </Button>
      )}
    </li>
  );
}
