import { useDeferredValue, useMemo } from 'react';
import { Button } from 'react-aria-components';
import { t } from '../../shared/messages/messages';
import { changeEntity, type EntityChange } from '../../shared/edits/changeEntity';
import type { Entity, Mention, Span } from '../../shared/model/entity';
import type { TranscriptSuggestion } from '../../shared/leaks/openSuggestions';
import { unmark } from '../../shared/edits/unmark';
import { clock } from '../../shared/text/clock';
import { PlayButton } from '../player/PlayButton';
import { goToTab } from '../session/go';
import { useSuggestions } from '../session/suggestions';
import { useInterview, useInterviewState } from '../session/useInterview';
import { DECISION_WORDS, TYPE_WORDS } from '../ui/entityWords';
import { TypeSelect } from '../ui/TypeSelect';
import { useAfterPaint } from '../ui/useAfterPaint';
import { accept, keepName, keepPlace } from './actions';
import { Description } from './Description';
import { useEditor } from './editorState';
import { HiddenWords } from './HiddenWords';
import { MarkButtons } from './MarkButtons';
import { MarkedPlaces } from './MarkedPlaces';
import { suggestionAt } from './suggestionAt';

/** Shows what is known and decided of the chosen place: a mark, a suggestion, or a stretch of the waveform. */
export function MarkPanel() {
  // What a key does in the text is painted first.
  const id = useDeferredValue(useAfterPaint(useEditor((state) => state.mention)));
  const drawn = useDeferredValue(useEditor((state) => state.drawn));
  const caret = useDeferredValue(useEditor((state) => state.caret));
  const { open } = useSuggestions();
  const mention = useInterviewState(({ document }) => document.mentions.find((one) => one.id === id));
  const entity = useInterviewState(({ document }) =>
    document.entities.find((one) => one.id === mention?.entityId),
  );
  const suggestion = useInterviewState(({ document }) => suggestionAt(open, document.words, caret));
  const hasRecording = useInterviewState(({ document }) => document.media !== null);
  if (drawn) return <Drawn span={drawn} />;
  if (mention && entity) return <Marked key={entity.id} entity={entity} mention={mention} />;
  if (suggestion) return <Suggested suggestion={suggestion} />;
  return (
    <div className="mark-panel soft">
      {hasRecording
        ? t('To withhold words, select them or drag on the waveform. To hear a word, click it.')
        : t('To withhold words, select them.')}
    </div>
  );
}

function Drawn({ span }: { span: Span }) {
  return (
    <div className="mark-panel stack">
      <h2>{t('{from} to {to}', { from: clock(span.from), to: clock(span.to) })}</h2>
      <p className="soft">{t('Withheld exactly as drawn, with every word it touches.')}</p>
      <div className="row">
        <PlayButton span={span} />
        <MarkButtons />
        <Button className="button quiet" onPress={() => useEditor.setState({ drawn: null })}>
          {t('Cancel')}
        </Button>
      </div>
    </div>
  );
}

function Suggested({ suggestion }: { suggestion: TranscriptSuggestion }) {
  const interview = useInterview();
  return (
    <div className="mark-panel stack">
      <h2>{suggestion.text}</h2>
      <p className="soft">
        {t('{type} · suggested: {reason}', {
          type: TYPE_WORDS[suggestion.type],
          reason: suggestion.why,
        })}
      </p>
      <div className="row">
        <PlayButton
          span={suggestion.start < suggestion.end ? { from: suggestion.start, to: suggestion.end } : null}
        />
        <Button className="button primary" onPress={() => accept(interview, [suggestion])}>
          {t('Withhold')}
        </Button>
        {suggestion.wordIds.length > 0 && (
          <Button className="button" onPress={() => keepPlace(interview, suggestion)}>
            {t('Keep only here')}
          </Button>
        )}
        <Button className="button" onPress={() => keepName(interview, suggestion)}>
          {t('Keep everywhere')}
        </Button>
      </div>
    </div>
  );
}

function Marked({ entity, mention }: { entity: Entity; mention: Mention }) {
  const interview = useInterview();
  const all = useInterviewState(({ document }) => document.mentions);
  const mentions = useMemo(() => all.filter(({ entityId }) => entityId === entity.id), [all, entity.id]);
  const { open } = useSuggestions();
  const questions = open.filter(({ left }) => left?.entityId === entity.id).length;
  const change = (what: EntityChange) => interview.execute(changeEntity(interview.document, entity.id, what));
  return (
    <div className="mark-panel stack">
      <div>
        <h2>{entity.name === '' ? t('Sound without words') : entity.name}</h2>
        <p className="soft">
          {TYPE_WORDS[entity.type]} · {DECISION_WORDS[mention.decision ?? entity.decision]} ·{' '}
          {t('{count, plural, one {# mention} other {# mentions}}', { count: mentions.length })}
        </p>
      </div>
      <HiddenWords key={mention.id} mention={mention} />
      <TypeSelect value={entity.type} onChange={(type) => change({ type })} />
      <Description entity={entity} />
      <div className="row">
        <PlayButton span={mention.span} />
        {entity.decision !== 'withhold' && (
          <Button className="button primary" onPress={() => change({ decision: 'withhold' })}>
            {t('Withhold')}
          </Button>
        )}
        {entity.decision !== 'keep' && (
          <Button className="button" onPress={() => change({ decision: 'keep' })}>
            {t('Keep')}
          </Button>
        )}
        <Button
          className="button"
          onPress={() => {
            useEditor.setState({ mention: null });
            interview.execute(unmark(interview.document, [mention.id]));
          }}
        >
          {t('Remove mark')}
        </Button>
      </div>
      {entity.name !== '' && <MarkedPlaces entity={entity} mentions={mentions} />}
      {questions > 0 && (
        <p>
          {t(
            'It may also be said in {count, plural, one {# other place} other {# other places}}: decide there too.',
            { count: questions },
          )}{' '}
          <Button className="button small" onPress={() => goToTab('review')}>
            {t('Review')}
          </Button>
        </p>
      )}
    </div>
  );
}
