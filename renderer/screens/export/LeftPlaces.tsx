import { useMemo } from 'react';
import { Button } from 'react-aria-components';
import type { ProjectDocument } from '../../../shared/document/document';
import { keptHere } from '../../../shared/plan/keptHere';
import type { LeakPlace, LeakPlaceKind } from '../../../shared/model/leakPlace';
import { withheldMentions } from '../../../shared/plan/RedactionPlan';
import { LIKENESS } from '../../../shared/model/likeness';
import { clock } from '../../../shared/text/clock';
import { PlaceButton } from '../../editor/PlaceButton';
import { PlayButton } from '../../player/PlayButton';
import { spanAround } from '../../player/spanAround';
import { decidePlace } from '../../session/interview/decidePlace';
import { useInterview, useInterviewState } from '../../session/useInterview';
import { counted, TYPE_WORDS } from '../../ui/entityWords';
import { Excerpt } from '../../ui/Excerpt';

const WHERE: Readonly<Record<LeakPlaceKind, string>> = {
  words: 'The transcript',
  label: 'The label of a speaker',
  title: 'The title',
  introduction: 'The introduction',
  description: 'A description for readers',
  folder: 'The name of the folder',
};

/** Lists the places for which an export was refused: each is played and decided here. */
export function LeftPlaces({ places }: { places: readonly LeakPlace[] }) {
  const interview = useInterview();
  const document = useInterviewState((state) => state.document);
  const decisionOn = decisionsIn(document);
  // What was withheld already is refused for something else: nobody knows where it is said.
  const undecided = useMemo(() => {
    const before = decisionsIn(interview.document);
    return places.some((place) => before(place) === null);
  }, [interview, places]);
  return (
    <div>
      <h3>{counted(places.length, 'place')}</h3>
      <ul className="left-places">
        {places.map((place, i) => {
          const { kind, time, wordIds, likeness, entityId } = place;
          const told = decisionOn(place);
          const words = kind === 'words' && wordIds.length > 0;
          return (
            <li key={i} className="stack">
              <p>
                {time !== null && <span className="numbers soft">{clock(time)} </span>}
                {words ? <Excerpt words={document.words} wordIds={wordIds} around={10} /> : WHERE[kind]}
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
                      Withhold here
                    </Button>
                    <Button
                      className="button small"
                      onPress={() => decidePlace(interview, { wordIds, decision: 'keep', entityId })}
                    >
                      Keep here
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
        <p role="status">Every place is decided: export again.</p>
      )}
    </div>
  );
}

/** Names what a place resembles: who decides has to know of whom it may be. */
function Resembled({ entityId }: { entityId: string }) {
  const entity = useInterviewState(({ document }) => document.entities.find(({ id }) => id === entityId));
  if (!entity || entity.name === '') return null;
  return (
    <>
      : <strong dir="auto">{entity.name}</strong> <span className="soft">({TYPE_WORDS[entity.type]})</span>
    </>
  );
}

/** Finds what was decided of a place of the transcript; null where nothing was, or it is no such place. */
function decisionsIn(document: ProjectDocument): (place: LeakPlace) => string | null {
  const kept = keptHere(document);
  const withheld = new Set(withheldMentions(document).flatMap(({ wordIds }) => wordIds));
  return ({ kind, wordIds }) => {
    if (kind !== 'words' || wordIds.length === 0) return null;
    if (wordIds.every((id) => withheld.has(id))) return 'Withheld here.';
    return wordIds.every((id) => kept.has(id)) ? 'Kept here.' : null;
  };
}
