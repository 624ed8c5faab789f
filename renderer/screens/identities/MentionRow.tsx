import { memo } from 'react';
import { Button } from 'react-aria-components';
import { t } from '../../../shared/messages/messages';
import { decideMention } from '../../../shared/edits/decideMention';
import type { Decision, Mention } from '../../../shared/model/entity';
import { unmark } from '../../../shared/edits/unmark';
import type { Word } from '../../../shared/model/word';
import { clock } from '../../../shared/text/clock';
import { PlayButton } from '../../player/PlayButton';
import { goToWord } from '../../session/go';
import { useInterview } from '../../session/useInterview';
import { decidedOnlyHere } from '../../ui/entityWords';
import { Excerpt } from '../../ui/Excerpt';

interface Props {
  mention: Mention;
  words: readonly Word[];
  /** The decision about the identity. */
  decision: Decision;
}

/** Shows one place where it is said, and offers what can be done about that place alone. */
export const MentionRow = memo(function MentionRow({ mention, words, decision }: Props) {
  const interview = useInterview();
  const { id, span, wordIds } = mention;
  const own = mention.decision;
  const decide = (what: Decision | null) => interview.execute(decideMention(interview.document, id, what));
  const [first] = wordIds;
  const where = span ? clock(span.from) : t('no time');
  const withheld = (own ?? decision) === 'withhold';
  return (
    <>
      <p>
        <span className="numbers soft">{where}</span> <Excerpt words={words} wordIds={wordIds} />
        {first === undefined && (
          <span className="soft">{t('only sound, until {time}', { time: clock(span?.to ?? 0) })}</span>
        )}
        {own !== undefined && own !== decision && (
          <strong className="mention-own"> {decidedOnlyHere(own)}</strong>
        )}
        {mention.rough && <span className="soft"> · {t('start and end are not exact yet')}</span>}
      </p>
      <div className="row">
        <PlayButton span={span} className="button small" />
        {first !== undefined && (
          <Button className="button small" onPress={() => goToWord(first)}>
            {t('Show in the transcript')}
          </Button>
        )}
        {withheld ? (
          <Button className="button small" onPress={() => decide(decision === 'keep' ? null : 'keep')}>
            {t('Keep only here')}
          </Button>
        ) : (
          <Button
            className="button small"
            onPress={() => decide(decision === 'withhold' ? null : 'withhold')}
          >
            {t('Withhold here')}
          </Button>
        )}
        <Button className="button small" onPress={() => interview.execute(unmark(interview.document, [id]))}>
          {t('Remove mark')}
        </Button>
      </div>
    </>
  );
});
