import { useState } from 'react';
import { Button, FieldError, Input, Label, Text, TextField } from 'react-aria-components';
import { chooseMarker } from '../../shared/edits/chooseMarker';
import { t } from '../../shared/messages/messages';
import { isBlank } from '../../shared/model/isBlank';
import { markerWordSchema } from '../../shared/model/marker';
import { useInterview, useInterviewState } from '../session/useInterview';
import { Sheet } from '../ui/Sheet';

/** Offers another word for all markers of the interview. */
export function MarkerWord() {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button className="button quiet small" onPress={() => setOpen(true)}>
        {t('Change the word…')}
      </Button>
      <Sheet title={t('Word in all markers')} isOpen={isOpen} onClose={() => setOpen(false)}>
        <Question onDone={() => setOpen(false)} />
      </Sheet>
    </>
  );
}

function Question({ onDone }: { onDone: () => void }) {
  const interview = useInterview();
  const markerWord = useInterviewState(({ document }) => document.markerWord);
  const [text, setText] = useState(markerWord);
  const isWrong = text.trim() !== '' && (isBlank(text) || !markerWordSchema.safeParse(text).success);
  const choose = () => {
    if (isWrong) return;
    interview.execute(chooseMarker(interview.document, text));
    onDone();
  };
  return (
    <>
      <TextField
        className="field"
        autoFocus
        value={text}
        onChange={setText}
        onKeyDown={(event) => {
          if (event.key === 'Enter') choose();
        }}
        isInvalid={isWrong}
      >
        <Label>{t('Word')}</Label>
        <Input dir="auto" />
        <Text slot="description" className="soft">
          {t(
            'It stands in place of everything that is withheld in this interview. Leave it empty for the word of the interview’s language.',
          )}
        </Text>
        <FieldError>{t('No brackets, and at most 40 letters.')}</FieldError>
      </TextField>
      <div className="row">
        <Button className="button primary" isDisabled={isWrong} onPress={choose}>
          {t('Save')}
        </Button>
      </div>
    </>
  );
}
