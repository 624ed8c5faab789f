import { useState } from 'react';
import { Button, Disclosure, DisclosurePanel, Heading, ToggleButton } from 'react-aria-components';
import { t } from '../../../shared/messages/messages';
import { acceptSuggestions } from '../../../shared/edits/makeMarks';
import type { TranscriptSuggestion } from '../../../shared/leaks/openSuggestions';
import { DETAIL_KINDS, type DetailKind } from '../../../shared/model/detailKind';
import { clock } from '../../../shared/text/clock';
import { PlayButton } from '../../player/PlayButton';
import { spanAround } from '../../player/spanAround';
import { goToWord } from '../../session/go';
import { decidePlace } from '../../session/interview/decidePlace';
import { useSuggestions } from '../../session/suggestions';
import { useInterview, useInterviewState } from '../../session/useInterview';
import { Excerpt } from '../../ui/Excerpt';
import { PickList } from '../../ui/PickList';
import { useLostFocus } from '../../ui/useLostFocus';
import { detailWord } from './detailWords';
import './details.css';

/** Approximate height of a row in pixels. */
const ROW_PIXELS = 68;

const keyOf = ({ wordIds }: TranscriptSuggestion): string => wordIds.join(' ');

/**
 * Lists by kind what is no name and may still tell who somebody is, for people who want to weigh it. It is closed at
 * first, and in no queue: nothing here is chosen beforehand, and the keys that decide about names do nothing in it.
 */
export function DetailsReview() {
  const { details } = useSuggestions();
  const [isOpen, open] = useState(false);
  const [told, tell] = useState('');
  if (details.length === 0 && told === '') return null;
  return (
    <section className="details-review" aria-label={t('Details')} data-own-keys>
      <Disclosure isExpanded={isOpen} onExpandedChange={open}>
        <Heading level={2}>
          <Button slot="trigger" className="button quiet details-trigger">
            <span aria-hidden="true">{isOpen ? '▾' : '▸'}</span>{' '}
            {t('Details that may identify someone ({count, number})', { count: details.length })}
          </Button>
        </Heading>
        <DisclosurePanel>
          {isOpen && (details.length > 0 ? <Details details={details} tell={tell} /> : <Weighed />)}
        </DisclosurePanel>
      </Disclosure>
      <p className="visually-hidden" aria-live="polite">
        {told}
      </p>
    </section>
  );
}

function Weighed() {
  const text = useLostFocus<HTMLParagraphElement>();
  return (
    <p className="soft details-intro" ref={text} tabIndex={-1}>
      {t('You have decided about every detail.')}
    </p>
  );
}

interface Props {
  details: readonly TranscriptSuggestion[];
  tell: (what: string) => void;
}

function Details({ details, tell }: Props) {
  const kinds = DETAIL_KINDS.filter((kind) => details.some(({ detail }) => detail === kind));
  const [chosenKind, chooseKind] = useState<DetailKind | null>(null);
  const kind = kinds.find((one) => one === chosenKind) ?? kinds[0];
  const ofKind = details.filter(({ detail }) => detail === kind);
  return (
    <div className="details-body">
      <p className="soft details-intro">
        {t('These are no names, so they do not count as open. Taken together they may tell who somebody is.')}
      </p>
      <div className="row" role="group" aria-label={t('Kinds of details')}>
        {kinds.map((one) => (
          <ToggleButton
            key={one}
            className="button small"
            isSelected={one === kind}
            onPress={() => chooseKind(one)}
          >
            {detailWord(one)} {details.filter(({ detail }) => detail === one).length}
          </ToggleButton>
        ))}
      </div>
      {kind && <OfKind key={kind} label={detailWord(kind)} details={ofKind} tell={tell} />}
    </div>
  );
}

/** Shows the details of one kind, in the order of the transcript, and the ways to decide about the chosen one. */
function OfKind({ label, details, tell }: Props & { label: string }) {
  const interview = useInterview();
  const document = useInterviewState((state) => state.document);
  const { latestDetails } = useSuggestions();
  const list = useLostFocus<HTMLDivElement>();
  const [key, choose] = useState<string | null>(null);
  const current = details.find((one) => keyOf(one) === key);

  const finish = (what: string) => {
    const at = details.findIndex((one) => one === current);
    const still = new Set(latestDetails());
    const left = details.filter((one) => still.has(one));
    const next = details.slice(at).find((one) => still.has(one)) ?? left.at(-1);
    choose(next ? keyOf(next) : null);
    tell(`${what} ${t('{count, number} left of this kind.', { count: left.length })}`);
    list.current?.focus({ preventScroll: true });
  };
  const withhold = (one: TranscriptSuggestion) => {
    interview.execute(acceptSuggestions(interview.document, [one], 'rough').command);
    finish(t('Withheld.'));
  };
  const keep = ({ wordIds, type }: TranscriptSuggestion) => {
    decidePlace(interview, { wordIds, type, decision: 'keep' });
    finish(t('Kept here.'));
  };
  const span = current && spanAround(document, current.wordIds);
  const [firstWord] = current?.wordIds ?? [];
  return (
    <div
      className="details-kind"
      style={{ height: `clamp(12rem, ${(details.length + 0.2) * ROW_PIXELS}px, min(38vh, 20rem))` }}
    >
      <PickList
        label={label}
        items={details}
        keyOf={keyOf}
        chosen={key}
        onChoose={choose}
        height={ROW_PIXELS}
        ref={list}
      >
        {(one) => (
          <>
            <span>
              <strong>{one.text}</strong>
              {spanAround(document, one.wordIds) && (
                <span className="soft numbers review-time">{clock(one.start)}</span>
              )}
            </span>
            <span className="soft">
              <Excerpt words={document.words} wordIds={one.wordIds} around={6} />
            </span>
          </>
        )}
      </PickList>
      {current ? (
        <div className="suggestion-card stack" role="group" aria-label={t('Detail to decide')}>
          <p className="details-line">
            <Excerpt words={document.words} wordIds={current.wordIds} />
          </p>
          <p className="soft">
            {span && <span className="numbers">{clock(current.start)} · </span>}
            {current.why}
          </p>
          <div className="row">
            <Button className="button" onPress={() => withhold(current)}>
              {t('Withhold')}
            </Button>
            <Button className="button" onPress={() => keep(current)}>
              {t('Keep here')}
            </Button>
            {span && <PlayButton span={span} label={t('Hear')} />}
            {firstWord !== undefined && (
              <Button className="button quiet" onPress={() => goToWord(firstWord)}>
                {t('Show in the transcript')}
              </Button>
            )}
          </div>
        </div>
      ) : (
        <p className="soft details-intro">{t('Choose one to hear it, withhold it or keep it.')}</p>
      )}
    </div>
  );
}
