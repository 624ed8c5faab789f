import { Button } from 'react-aria-components';
import { t } from '../../shared/messages/messages';
import { decideMention } from '../../shared/edits/decideMention';
import type { Decision, Entity, Mention } from '../../shared/model/entity';
import { clock } from '../../shared/text/clock';
import { PlayButton } from '../player/PlayButton';
import { goToWord } from '../session/go';
import { useInterview, useInterviewState } from '../session/useInterview';
import { decidedOnlyHere } from '../ui/entityWords';
import { Excerpt } from '../ui/Excerpt';

/** Most places that are listed here; Identities lists all of them. */
const MOST_PLACES = 30;

/** Lists the mentions of a mark, each with its line. Each can be played, and kept or withheld by itself. */
export function MarkedPlaces({ entity, mentions }: { entity: Entity; mentions: readonly Mention[] }) {
  const interview = useInterview();
  const words = useInterviewState(({ document }) => document.words);
  const decide = (id: string, decision: Decision | null) =>
    interview.execute(decideMention(interview.document, id, decision));
  return (
    <div>
      <h3>{t('{count, plural, one {# mention} other {# mentions}}', { count: mentions.length })}</h3>
      <ul className="marked-places" aria-label={t('Mentions of this mark')}>
        {mentions.slice(0, MOST_PLACES).map(({ id, wordIds, span, decision = entity.decision }) => (
          <li key={id}>
            <p>
              {span && <span className="numbers soft">{clock(span.from)} </span>}
              <Excerpt words={words} wordIds={wordIds} around={5} />
              {decision !== entity.decision && <strong> {decidedOnlyHere(decision)}</strong>}
            </p>
            <div className="row">
              <PlayButton span={span} className="button small" />
              {wordIds[0] !== undefined && (
                <Button className="button small" onPress={() => goToWord(wordIds[0] ?? '')}>
                  {t('Show')}
                </Button>
              )}
              {decision === 'withhold' ? (
                <Button
                  className="button small"
                  onPress={() => decide(id, entity.decision === 'keep' ? null : 'keep')}
                >
                  {t('Keep only here')}
                </Button>
              ) : (
                <Button
                  className="button small"
                  onPress={() => decide(id, entity.decision === 'withhold' ? null : 'withhold')}
                >
                  {t('Withhold here')}
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
      {mentions.length > MOST_PLACES && (
        <p className="soft">
          {t('There are {count} more: see them in “{tab}”.', {
            count: mentions.length - MOST_PLACES,
            tab: t('Identities'),
          })}
        </p>
      )}
    </div>
  );
}
