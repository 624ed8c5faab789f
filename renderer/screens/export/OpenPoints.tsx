import { useMemo } from 'react';
import { Button } from 'react-aria-components';
import { t } from '../../../shared/messages/messages';
import { LEVEL_WORDS } from '../../../shared/leaks/howWell';
import { linesWithoutSpeaker } from '../../../shared/plan/linesWithoutSpeaker';
import { countProposed } from '../../../shared/edits/confirmSpeakers';
import { goToTab, goToWord } from '../../session/go';
import type { Tab } from '../../session/Session';
import { useSpeechWithoutWords } from '../../session/speech';
import { useSuggestions } from '../../session/suggestions';
import { useInterviewState } from '../../session/useInterview';

/** Lists what nobody has decided, which is published as it is. It forbids nothing. */
export function OpenPoints({ hasRecording }: { hasRecording: boolean }) {
  const { open, counts, loading, error } = useSuggestions();
  const stretches = useSpeechWithoutWords();
  const undecided = useInterviewState(
    ({ document }) => document.entities.filter(({ decision }) => decision === 'undecided').length,
  );
  const proposed = useInterviewState(({ document }) => countProposed(document.words).proposed);
  const unfinished = useInterviewState(
    ({ document: { transcription } }) =>
      transcription !== null && transcription.finished < transcription.windows.length,
  );
  const words = useInterviewState(({ document }) => document.words);
  const unattributed = useMemo(() => linesWithoutSpeaker(words), [words]);
  const points: { text: string; tab: Tab; label: string; wordId?: string }[] = [];
  const left = open.filter((one) => one.left !== undefined).length;
  const suggested = open.length - left;
  if (left > 0) {
    const text = t(
      '{count, plural, one {# mention of something withheld is still there: export stops until it is decided.} other {# mentions of something withheld are still there: export stops until they are decided.}}',
      { count: left },
    );
    points.push({ text, tab: 'review', label: t('Decide them') });
  }
  if (suggested > 0) {
    const text = t(
      '{count, plural, one {# suggestion not decided: published as it is.} other {# suggestions not decided: published as they are.}}',
      { count: suggested },
    );
    points.push({ text, tab: 'review', label: t('Review suggestions') });
  }
  const hidden = counts.everything - open.length;
  if (hidden > 0) {
    const text = t(
      '{count, plural, one {# more suggestion at “{level}”, which you chose not to see: published as it is.} other {# more suggestions at “{level}”, which you chose not to see: published as they are.}}',
      { count: hidden, level: LEVEL_WORDS.everything },
    );
    points.push({ text, tab: 'review', label: t('Ask about more') });
  }
  if (stretches.length > 0 && hasRecording) {
    const text = t(
      'In {count, plural, one {# stretch} other {# stretches}} somebody seems to speak and there are no words: until that is decided, only the transcript can be exported.',
      { count: stretches.length },
    );
    points.push({ text, tab: 'review', label: t('Listen') });
  }
  if (undecided > 0) {
    const text = t(
      '{count, plural, one {# identity not decided: published wherever it is said.} other {# identities not decided: published wherever they are said.}}',
      { count: undecided },
    );
    points.push({ text, tab: 'identities', label: t('Decide') });
  }
  if (proposed > 0) {
    const text = t(
      'Who speaks is only suggested for {count, plural, one {# word: published without a speaker until you confirm it.} other {# words: published without a speaker until you confirm them.}}',
      { count: proposed },
    );
    points.push({ text, tab: 'transcript', label: t('Confirm who speaks') });
  }
  const [nobody] = unattributed;
  if (nobody) {
    const text = t(
      '{count, plural, one {# line} other {# lines}} without a speaker: published with a label that says so.',
      { count: unattributed.length },
    );
    points.push({ text, tab: 'transcript', label: t('Say who speaks'), wordId: nobody.id });
  }
  if (unfinished && hasRecording) {
    const text = t(
      'The recording is not transcribed to its end: until it is, only the transcript can be exported.',
    );
    points.push({ text, tab: 'transcript', label: t('Finish it') });
  }
  if (points.length === 0) {
    return (
      <p className="soft">
        {loading
          ? t('Looking for what is not decided yet…')
          : error
            ? t('Names could not be looked for: nobody knows which are not decided.')
            : t('Every suggestion is decided.')}{' '}
        {t('Only what was marked is withheld.')}
      </p>
    );
  }
  return (
    <ul className="export-open">
      {points.map(({ text, tab, label, wordId }) => (
        <li key={label} className="row">
          <span>{text}</span>
          <Button
            className="button small"
            onPress={() => (wordId === undefined ? goToTab(tab) : goToWord(wordId))}
          >
            {label}
          </Button>
        </li>
      ))}
    </ul>
  );
}
