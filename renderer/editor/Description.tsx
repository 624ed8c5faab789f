import { useEffect, useRef, useState } from 'react';
import { FieldError, Input, Label, TextField } from 'react-aria-components';
import { t } from '../../shared/messages/messages';
import { changeEntity, type EntityChange } from '../../shared/edits/changeEntity';
import { descriptionSchema, type Entity } from '../../shared/model/entity';
import { isBlank } from '../../shared/model/isBlank';
import { formatMarker } from '../../shared/model/marker';
import { useInterview, useInterviewState } from '../session/useInterview';
import { Choices } from '../ui/Choices';
import { useEditor } from './editorState';
import { MarkerWord } from './MarkerWord';
import './Description.css';

const joins = () =>
  [
    { value: 'dash', label: t('a dash') },
    { value: 'space', label: t('a space') },
  ] as const;

/** Edits the description that readers get instead of a name, and shows the marker as it will read. */
export function Description({ entity }: { entity: Entity }) {
  const interview = useInterview();
  const markerWord = useInterviewState(({ document }) => document.markerWord);
  const { description = '', join = 'dash' } = entity;
  const [text, setText] = useState(description);
  // A change by undo, or from elsewhere, replaces what is typed.
  const [known, setKnown] = useState(description);
  if (known !== description) {
    setKnown(description);
    setText(description);
  }
  useDraft(text.trim() !== description);
  const field = useRef<HTMLInputElement>(null);
  const describing = useEditor((state) => state.describing === entity.id);
  useEffect(() => {
    if (!describing) return;
    field.current?.focus();
    field.current?.select();
    useEditor.setState({ describing: null });
  }, [describing]);
  const parsed = descriptionSchema.safeParse(text);
  const empty = isBlank(text);
  const change = (what: EntityChange) => interview.execute(changeEntity(interview.document, entity.id, what));
  const keep = () => {
    if (empty || parsed.success) change({ description: parsed.data ?? null });
  };
  const shown = empty ? undefined : parsed.data;
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
        isInvalid={!empty && !parsed.success}
      >
        <Label>{t('Description for readers')}</Label>
        <Input ref={field} placeholder={t('a place where we meet')} />
        <FieldError>{t('No brackets, and at most 200 letters.')}</FieldError>
      </TextField>
      <p>
        {t('Reads:')} <span className="reads">{formatMarker(markerWord, shown, join)}</span> <MarkerWord />
      </p>
      {shown !== undefined && (
        <Choices
          label={t('Joined by')}
          orientation="horizontal"
          value={join}
          choices={joins()}
          onChange={(chosen) => change({ join: chosen })}
        />
      )}
    </>
  );
}

/** Notes a draft as long as the field holds a text that is not saved. */
function useDraft(isThere: boolean): void {
  const interview = useInterview();
  useEffect(() => {
    if (!isThere) return undefined;
    const draft = {};
    interview.noteDraft(draft, true);
    return () => interview.noteDraft(draft, false);
  }, [interview, isThere]);
}
