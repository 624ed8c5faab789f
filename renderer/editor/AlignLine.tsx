import { useState } from 'react';
import { Button } from 'react-aria-components';
import { t } from '../../shared/messages/messages';
import type { Result } from '../../shared/contract/api';
import { isTimed } from '../../shared/model/word';
import { clockTenths } from '../../shared/text/clock';
import { joinWords } from '../../shared/text/joinWords';
import { useJob } from '../session/calls/useJob';
import { useInterview, useInterviewState } from '../session/useInterview';
import { useSession } from '../session/useSession';
import { ErrorNote } from '../ui/ErrorNote';
import { ProgressNote } from '../ui/ProgressNote';
import { OtherModels } from './OtherModels';

/** Codes of the errors that say that there is no model, or only one that cannot align. */
const NO_MODEL: ReadonlySet<string> = new Set(['MODEL_MISSING', 'MODEL_INVALID']);

interface Props {
  first: number;
  end: number;
  /** True for a selection, for which nothing is offered; false for the line of the caret. */
  isSelected: boolean;
}

/**
 * Offers to find where the words of a line are said, if its times are a guess: it was corrected, or came without exact
 * times. A transcript without times is laid on the recording as a whole. This goes on while the caret is elsewhere.
 */
export function AlignLine({ first, end, isSelected }: Props) {
  const interview = useInterview();
  const chosen = useSession(({ settings }) => settings.model);
  const { words, media, transcription } = useInterviewState(({ document }) => document);
  const job = useJob('align.run');
  const [askedOf, setAskedOf] = useState('');
  const [outcome, tell] = useState('');
  const line = words.slice(first, end);
  const untimed = !line.every(isTimed);
  const guessed = untimed || line.some(({ within, unplaced }) => within !== undefined || unplaced);
  // The outcome is shown only while the line reads as it did when this was asked.
  const reads = `${line[0]?.id} ${joinWords(line)}`;
  const told = askedOf === reads && !isSelected ? outcome : '';
  const offered = guessed && !isSelected && told === '' && !job.running;
  if (!media || (!offered && told === '' && !job.running && !job.error)) return null;

  const align = async (named?: string) => {
    const [begin, until] = [line[0]?.id, line.at(-1)?.id];
    if (begin === undefined || until === undefined) return;
    tell('');
    setAskedOf(reads);
    await interview.saved();
    // No model of ours transcribed a transcript from elsewhere, so the model that was used last aligns it.
    const last = transcription === null && chosen !== '' ? chosen : undefined;
    const model = named ?? last;
    const some = untimed ? {} : { words: { first: begin, last: until } };
    const result = await job.start({
      project: interview.project,
      ...(model !== undefined && { model }),
      ...some,
    });
    if (result) tell(describe(result));
  };
  return (
    <div className="stack">
      {offered && (
        <Button className="button" onPress={() => void align()}>
          {untimed ? t('Find all words in the recording') : t('Find where these words are said')}
        </Button>
      )}
      {job.running && <ProgressNote progress={job.progress} onCancel={job.cancel} />}
      {job.error && <ErrorNote error={job.error} onDismiss={job.reset} />}
      {job.error && NO_MODEL.has(job.error.code) && (
        <OtherModels
          label={(name) => t('Find them with {name}', { name })}
          kind="whisper"
          onChoose={(name) => void align(name)}
        />
      )}
      {told !== '' && (
        <p className="soft" role="status">
          {told}
        </p>
      )}
    </div>
  );
}

function describe({ placed, unplaced, doubted, narrower }: Result<'align.run'>): string {
  const less = narrower.map(({ from, to }) =>
    t('{from} to {to}', { from: clockTenths(from), to: clockTenths(to) }),
  );
  return [
    t('{count, plural, one {# word was found} other {# words were found}}.', { count: placed }),
    ...(doubted > 0
      ? [
          t(
            'Of {count, plural, one {# word} other {# words}} only the stretch is known: a mark there masks all of it.',
            { count: doubted },
          ),
        ]
      : []),
    ...(unplaced > 0
      ? [
          t(
            '{count, plural, one {# word was} other {# words were}} not found: a mark there masks all of the place.',
            { count: unplaced },
          ),
        ]
      : []),
    ...(less.length > 0
      ? [t('Masked less than before: {stretches}. Listen there.', { stretches: less.join(', ') })]
      : []),
  ].join(' ');
}
