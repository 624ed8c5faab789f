import { useState } from 'react';
import { Button, FieldError, Input, Label, TextField } from 'react-aria-components';
import {
  ENTITY_TYPES,
  descriptionSchema,
  type Entity,
  type EntityType,
  type Mention,
} from '../../shared/redaction/entity';
import { changeEntity } from '../../shared/redaction/changeEntity';
import { formatMarker } from '../../shared/redaction/marker';
import { unmark } from '../../shared/redaction/unmark';
import type { Suggestion } from '../../shared/contract/api';
import { useSuggestions } from '../client/suggestions';
import { useInterview, useInterviewState } from '../client/useInterview';
import { clock } from '../ui/clock';
import { accept, keepName, markSelection } from './actions';
import { useEditor } from './editorState';
import { usePlayer } from './PlayerContext';

/** What is known and decided of the place that is chosen: a mark, a suggestion, or a stretch drawn on the waveform. */
export function MarkPanel() {
  const id = useEditor((state) => state.mention);
  const drawn = useEditor((state) => state.drawn);
  const caret = useEditor((state) => state.caret);
  const { open } = useSuggestions();
  const mention = useInterviewState(({ document }) => document.mentions.find((one) => one.id === id));
  const entity = useInterviewState(({ document }) =>
    document.entities.find((one) => one.id === mention?.entityId),
  );
  const word = useInterviewState(({ document }) => (caret === null ? undefined : document.words[caret]?.id));
  const suggestion = open.find(({ wordIds }) => word !== undefined && wordIds.includes(word));
  const heard = useInterviewState(({ document }) => document.media !== null);
  if (drawn) return <Drawn span={drawn} />;
  if (mention && entity) return <Marked key={entity.id} entity={entity} mention={mention} />;
  if (suggestion) return <Suggested suggestion={suggestion} />;
  return (
    <div className="mark-panel soft">
      {heard
        ? 'Select words, or drag on the waveform, to withhold them. Click a word to hear it.'
        : 'Select words to withhold them.'}
    </div>
  );
}

function Drawn({ span }: { span: { from: number; to: number } }) {
  const interview = useInterview();
  const player = usePlayer();
  return (
    <div className="mark-panel stack">
      <h2>
        {clock(span.from)} to {clock(span.to)}
      </h2>
      <p className="soft">Withheld exactly as drawn, with every word it touches.</p>
      <div className="row">
        <Button className="button" onPress={() => player.playSpan(span)}>
          Hear
        </Button>
        <Button className="button" onPress={() => markSelection(interview, 'person')}>
          Person
        </Button>
        <Button className="button" onPress={() => markSelection(interview, 'place')}>
          Place
        </Button>
        <Button className="button" onPress={() => markSelection(interview, 'other')}>
          Other
        </Button>
        <Button className="button quiet" onPress={() => useEditor.setState({ drawn: null })}>
          Cancel
        </Button>
      </div>
    </div>
  );
}

function Suggested({ suggestion }: { suggestion: Suggestion }) {
  const interview = useInterview();
  const player = usePlayer();
  return (
    <div className="mark-panel stack">
      <h2>{suggestion.text}</h2>
      <p className="soft">
        {suggestion.type} · suggested: {suggestion.why}
      </p>
      <div className="row">
        <Button
          className="button"
          isDisabled={suggestion.end <= suggestion.start}
          onPress={() => player.playSpan({ from: suggestion.start, to: suggestion.end })}
        >
          Hear
        </Button>
        <Button className="button primary" onPress={() => accept(interview, [suggestion])}>
          Accept
        </Button>
        <Button className="button" onPress={() => keepName(interview, suggestion.text, suggestion.type)}>
          Refuse
        </Button>
      </div>
    </div>
  );
}

const DECISIONS = { withhold: 'withheld', keep: 'kept', undecided: 'not decided' } as const;

function Marked({ entity, mention }: { entity: Entity; mention: Mention }) {
  const interview = useInterview();
  const player = usePlayer();
  const mentions = useInterviewState(
    ({ document }) => document.mentions.filter(({ entityId }) => entityId === entity.id).length,
  );
  const markerWord = useInterviewState(({ document }) => document.markerWord);
  const { span } = mention;
  const change = (what: Parameters<typeof changeEntity>[2]) =>
    interview.execute(changeEntity(interview.document, entity.id, what));
  return (
    <div className="mark-panel stack">
      <div>
        <h2>{entity.name === '' ? 'Sound without words' : entity.name}</h2>
        <p className="soft">
          {entity.type} · {DECISIONS[mention.decision ?? entity.decision]} · {mentions}{' '}
          {mentions === 1 ? 'mention' : 'mentions'}
        </p>
      </div>
      <div className="field">
        <label htmlFor="mark-type">Type</label>
        <select
          id="mark-type"
          value={entity.type}
          onChange={(event) => change({ type: event.target.value as EntityType })}
        >
          {ENTITY_TYPES.map((type) => (
            <option key={type}>{type}</option>
          ))}
        </select>
      </div>
      <Description
        entity={entity}
        markerWord={markerWord}
        onChange={(description) => change({ description })}
        onJoin={(join) => change({ join })}
      />
      <div className="row">
        {span && (
          <Button className="button" onPress={() => player.playSpan(span)}>
            Hear
          </Button>
        )}
        {entity.decision !== 'withhold' && (
          <Button className="button primary" onPress={() => change({ decision: 'withhold' })}>
            Withhold
          </Button>
        )}
        {entity.decision !== 'keep' && (
          <Button className="button" onPress={() => change({ decision: 'keep' })}>
            Keep
          </Button>
        )}
        <Button
          className="button"
          onPress={() => {
            useEditor.setState({ mention: null });
            interview.execute(unmark(interview.document, [mention.id]));
          }}
        >
          Remove mark
        </Button>
      </div>
    </div>
  );
}

interface DescriptionProps {
  entity: Entity;
  markerWord: string;
  onChange: (description: string | null) => void;
  onJoin: (join: NonNullable<Entity['join']>) => void;
}

/** What readers are told in its place, with the marker as it will read. */
function Description({ entity, markerWord, onChange, onJoin }: DescriptionProps) {
  const [text, setText] = useState(entity.description ?? '');
  const parsed = text.trim() === '' ? undefined : descriptionSchema.safeParse(text);
  const wrong = parsed?.success === false;
  const keep = () => {
    if (!wrong && text.trim() !== (entity.description ?? '')) onChange(parsed?.data ?? null);
  };
  const shown = parsed?.success ? parsed.data : undefined;
  return (
    <>
      <TextField
        className="field"
        value={text}
        onChange={setText}
        onBlur={keep}
        onKeyDown={(event) => {
          if (event.key === 'Enter') keep();
        }}
        isInvalid={wrong}
      >
        <Label>Description for readers</Label>
        <Input placeholder="a place where we meet" />
        <FieldError>A description has no brackets and at most 200 letters.</FieldError>
      </TextField>
      <p className="reads-as">
        <span className="soft">reads: </span>
        {formatMarker(markerWord, shown, entity.join)}
      </p>
      {shown !== undefined && (
        <div className="field">
          <label htmlFor="mark-join">Written with</label>
          <select
            id="mark-join"
            value={entity.join ?? 'dash'}
            onChange={(event) => onJoin(event.target.value === 'space' ? 'space' : 'dash')}
          >
            <option value="dash">a dash</option>
            <option value="space">a space</option>
          </select>
        </div>
      )}
    </>
  );
}
