import { useMemo } from 'react';
import { Button } from 'react-aria-components';
import { t } from '../../../shared/messages/messages';
import type { ProjectDocument } from '../../../shared/document/document';
import { keptHere } from '../../../shared/plan/keptHere';
import type { LeakPlace } from '../../../shared/model/leakPlace';
import { withheldMentions } from '../../../shared/plan/RedactionPlan';
import { LIKENESS } from '../../../shared/model/likeness';
import { clock } from '../../../shared/text/clock';
import { PlaceButton } from '../../editor/PlaceButton';
import { PlayButton } from '../../player/PlayButton';
import { spanAround } from '../../player/spanAround';
import { decidePlace } from '../../session/interview/decidePlace';
import { useInterview, useInterviewState } from '../../session/useInterview';
import { TYPE_WORDS } from '../../ui/entityWords';
import { Excerpt } from '../../ui/Excerpt';
import { partName } from '../review/partWords';

/** Lists the places for which an export was refused. Each can be played and decided here. */
export function LeftPlaces({ places }: { places: readonly LeakPlace[] }) {
  const interview = useInterview();
  const document = useInterviewState((state) => state.document);
  const decisionOn = decisionsIn(document);
  // A place that is withheld already is refused for another reason: nobody knows where it is said.
  const undecided = useMemo(() => {
    const before = decisionsIn(interview.document);
    return places.some((place) => before(place) === null);
  }, [interview, places]);
  return (
    <div>
      <h3>
        {t('{count, plural, one {# mention stopped the export} other {# mentions stopped the export}}', {
          count: places.length,
        })}
      </h3>
      <ul className="left-places">
        {places.map((place, i) => {
          const { kind, time, wordIds, likeness, entityId, chapter } = place;
          const told = decisionOn(place);
          const words = kind === 'words' && wordIds.length > 0;
          return (
            <li key={i} className="stack">
              <p>
                {time !== null && <span className="numbers soft">{clock(time)} </span>}
                {words ? (
                  <Excerpt words={document.words} wordIds={wordIds} around={10} />
                ) : (
                  partName({ kind, chapter })
                )}
                <span className="soft"> · {LIKENESS[likeness].that}</span>
                <Resembled entityId={entityId} />
              </p>
              <div className="row">
                {told !== null && <strong>{told}</strong>}
                {words && told === null && (
                  <>
                    <Button
                      className="button small"
                      onPress={() => decidePlace(interview, { wordIds, decision: 'withhold', entityId })}
                    >
                      {t('Withhold here')}
                    </Button>
                    <Button
                      className="button small"
                      onPress={() => decidePlace(interview, { wordIds, decision: 'keep', entityId })}
                    >
                      {t('Keep here')}
                    </Button>
                  </>
                )}
                {words && <PlayButton span={spanAround(document, wordIds)} className="button small" />}
                <PlaceButton place={place} className="button small" />
              </div>
            </li>
          );
        })}
      </ul>
      {undecided && places.every((place) => decisionOn(place) !== null) && (
        <p role="status">{t('Everything is decided: export again.')}</p>
      )}
    </div>
  );
}

/** Names what a place resembles, since a person cannot decide without knowing of whom it may be. */
function Resembled({ entityId }: { entityId: string }) {
  const entity = useInterviewState(({ document }) => document.entities.find(({ id }) => id === entityId));
  if (!entity || entity.name === '') return null;
  return (
    <>
      : <strong dir="auto">{entity.name}</strong> <span className="soft">({TYPE_WORDS[entity.type]})</span>
    </>
  );
}

/** Returns a function that tells the decision about a place of the transcript; null for none, or for other places. */
function decisionsIn(document: ProjectDocument): (place: LeakPlace) => string | null {
  const kept = keptHere(document);
  const withheld = new Set(withheldMentions(document).flatMap(({ wordIds }) => wordIds));
  return ({ kind, wordIds }) => {
    if (kind !== 'words' || wordIds.length === 0) return null;
    if (wordIds.every((id) => withheld.has(id))) return t('Withheld here.');
    return wordIds.every((id) => kept.has(id)) ? t('Kept here.') : null;
  };
}
