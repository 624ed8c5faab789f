import { useState } from 'react';
import { Button, Label, TextArea, TextField } from 'react-aria-components';
import { t } from '../../shared/messages/messages';
import { correctHidden, hiddenText } from '../../shared/edits/correctHidden';
import type { Mention } from '../../shared/model/entity';
import { isBlank } from '../../shared/model/isBlank';
import { useInterview, useInterviewState } from '../session/useInterview';
import { useEditor } from './editorState';

/**
 * Corrects the words under a bar in a field that shows them, since they cannot be changed in the text. Their place is
 * heard again after that.
 */
export function HiddenWords({ mention }: { mention: Mention }) {
  const interview = useInterview();
  const binding = useEditor((state) => state.binding);
  const hasRecording = useInterviewState(({ document }) => document.media !== null);
  // The editor has the plan of the current document.
  const run = useInterviewState(() =>
    binding?.plan.runs.find(
      ({ first, last, mentionIds }) => first <= last && mentionIds.includes(mention.id),
    ),
  );
  const touched = useEditor((state) => state.touched);
  const [text, setText] = useState<string | null>(null);
  if (!run) return null;
  const close = () => {
    setText(null);
    useEditor.setState({ touched: false });
    useEditor.getState().binding?.view.focus();
  };
  const correct = () => {
    useEditor.getState().binding?.keep();
    if (text !== null) interview.execute(correctHidden(interview.document, mention.id, text));
    close();
  };
  const isEmpty = text !== null && isBlank(text);
  if (text === null)
    return (
      <div className="row">
        <Button
          className={touched ? 'button primary' : 'button'}
          onPress={() => setText(hiddenText(interview.document, run))}
        >
          {t('Correct the hidden words')}
        </Button>
        <span role="status">
          {touched && t('Words under a bar cannot be changed in the text: correct them here.')}
        </span>
      </div>
    );
  return (
    <div className="stack tight hidden-words">
      <TextField
        className="field"
        autoFocus
        value={text}
        onChange={setText}
        onKeyDown={(event) => {
          if (event.key === 'Escape') close();
          else if (event.key === 'Enter' && !event.shiftKey && !isEmpty) correct();
          else return;
          event.preventDefault();
        }}
      >
        <Label>{t('Hidden words')}</Label>
        <TextArea dir="auto" rows={Math.min(6, text.split('\n').length)} />
      </TextField>
      <p className="soft">
        {hasRecording
          ? t(
              'They stay hidden, whatever they read. The place is heard again, so that all of them are masked.',
            )
          : t('They stay hidden, whatever they read.')}
      </p>
      <div className="row">
        <Button className="button primary" isDisabled={isEmpty} onPress={correct}>
          {t('Correct')}
        </Button>
        <Button className="button quiet" onPress={close}>
          {t('Cancel')}
        </Button>
        <span className="soft" role="status">
          {isEmpty && t('To leave nothing hidden here, remove the mark.')}
        </span>
      </div>
    </div>
  );
}
