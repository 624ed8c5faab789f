import { useMemo } from 'react';
import { Button } from 'react-aria-components';
import { linesWithoutSpeaker } from '../../../shared/plan/linesWithoutSpeaker';
import { countProposed } from '../../../shared/edits/confirmSpeakers';
import { goToTab, goToWord } from '../../session/go';
import type { Tab } from '../../session/Session';
import { useSpeechWithoutWords } from '../../session/speech';
import { useSuggestions } from '../../session/suggestions';
import { useInterviewState } from '../../session/useInterview';
import { counted } from '../../ui/entityWords';

/** Lists what nobody has decided, and is published as it is. It forbids nothing. */
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
    const text = `${counted(left, 'place')} left of what is withheld: an export is refused until ${left === 1 ? 'it is' : 'they are'} decided.`;
    points.push({ text, tab: 'review', label: 'Decide them' });
  }
  if (suggested > 0) {
    const text = `${counted(suggested, 'suggestion')} not decided: published as ${suggested === 1 ? 'it is' : 'they are'}.`;
    points.push({ text, tab: 'review', label: 'Review' });
  }
  const hidden = counts.everything - open.length;
  if (hidden > 0) {
    const text = `${counted(hidden, 'more suggestion')} at “everything”, which you do not ask for: published as ${hidden === 1 ? 'it is' : 'they are'}.`;
    points.push({ text, tab: 'review', label: 'Ask about more' });
  }
  if (stretches.length > 0 && hasRecording) {
    const text = `In ${counted(stretches.length, 'place')} somebody seems to speak and there are no words: until that is decided, only the transcript can be exported.`;
    points.push({ text, tab: 'review', label: 'Listen' });
  }
  if (undecided > 0) {
    const text = `${counted(undecided, 'identity', 'identities')} not decided: published wherever ${undecided === 1 ? 'it is' : 'they are'} said.`;
    points.push({ text, tab: 'identities', label: 'Decide' });
  }
  if (proposed > 0) {
    const text = `Who speaks is only proposed for ${counted(proposed, 'word')}: published without a speaker until it is confirmed.`;
    points.push({ text, tab: 'transcript', label: 'Confirm who speaks' });
  }
  const [nobody] = unattributed;
  if (nobody) {
    const text = `${counted(unattributed.length, 'line')} without a speaker: published with a label that says so.`;
    points.push({ text, tab: 'transcript', label: 'Say who speaks', wordId: nobody.id });
  }
  if (unfinished && hasRecording) {
    const text =
      'The recording is not transcribed to its end: until it is, only the transcript can be exported.';
    points.push({ text, tab: 'transcript', label: 'Finish it' });
  }
  if (points.length === 0) {
    return (
      <p className="soft">
        {loading
          ? 'Looking for what is not decided yet…'
          : error
            ? 'Names could not be looked for: nobody knows which are not decided.'
            : 'Every suggestion is decided.'}{' '}
        Only what was marked is withheld.
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
