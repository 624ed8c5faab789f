import { useEffect, useState } from 'react';
import { Button, FieldError, Input, Label, TextField } from 'react-aria-components';
import { create } from 'zustand';
import { t } from '../../shared/messages/messages';
import { keysOf } from '../../shared/contract/actions';
import { chaptersInOrder } from '../../shared/plan/chaptersInOrder';
import { clock } from '../../shared/text/clock';
import { parseTime } from '../../shared/text/parseTime';
import { labelOfKey } from '../session/keys';
import { onLocking } from '../session/leaveInterview';
import { useInterviewState } from '../session/useInterview';
import { useSession } from '../session/useSession';
import { ChapterList } from '../ui/ChapterList';
import { Sheet } from '../ui/Sheet';
import { usePlayer, usePlayerState } from './PlayerContext';
import { durationOf, isReady } from './PlayerState';

const useAsking = create(() => ({ isOpen: false }));

export const askForTime = (): void => useAsking.setState({ isOpen: true });
const close = (): void => useAsking.setState({ isOpen: false });

/** Asks for a time by the pointer. The key that it shows does the same by keyboard. */
export function GoToTimeButton() {
  const ready = usePlayerState(isReady);
  const key = keysOf(
    'goToTime',
    useSession((state) => state.settings.keys),
  ).at(-1);
  return (
    <Button className="button small" isDisabled={!ready} onPress={askForTime}>
      {t('Go to time…')} {key !== undefined && <kbd>{labelOfKey(key)}</kbd>}
    </Button>
  );
}

/** Goes to a time that somebody types. */
export function GoToTime() {
  const isOpen = useAsking((state) => state.isOpen);
  const ready = usePlayerState(isReady);
  useEffect(() => {
    const forget = onLocking(close);
    return () => {
      forget();
      close();
    };
  }, []);
  return (
    <Sheet title={t('Go to a time')} isOpen={isOpen && ready} onClose={close}>
      <Question />
    </Sheet>
  );
}

function Question() {
  const player = usePlayer();
  const duration = usePlayerState(durationOf);
  const [text, setText] = useState('');
  const [asked, setAsked] = useState(false);
  const seconds = parseTime(text);
  const isThere = seconds !== null && seconds <= duration;
  const go = () => {
    setAsked(true);
    if (!isThere) return;
    player.seek(seconds);
    close();
  };
  return (
    <>
      <TextField
        className="field"
        autoFocus
        value={text}
        onChange={(written) => {
          setText(written);
          setAsked(false);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') go();
        }}
        isInvalid={asked && !isThere}
      >
        <Label>{t('Time')}</Label>
        <Input placeholder="1:02:30" />
        <FieldError>
          {seconds === null
            ? t('Write minutes and seconds, such as 12:30, or hours too: 1:02:30.')
            : t('The recording ends at {time}.', { time: clock(duration) })}
        </FieldError>
      </TextField>
      <div className="row">
        <Button className="button primary" onPress={go}>
          {t('Go')}
        </Button>
      </div>
      <Chapters />
    </>
  );
}

/** Goes to a chapter. It lists none where there are none, or where nobody knows when they begin. */
function Chapters() {
  const player = usePlayer();
  const chapters = useInterviewState(({ document }) => document.chapters);
  const words = useInterviewState(({ document }) => document.words);
  const placed = chaptersInOrder({ chapters, words }).flatMap(({ id, text, at }) => {
    const start = words[at]?.start ?? null;
    return start === null ? [] : [{ id, text, start }];
  });
  if (placed.length === 0) return null;
  return (
    <>
      <h3>{t('Chapters')}</h3>
      <ChapterList
        chapters={placed}
        onGo={({ start }) => {
          player.seek(start);
          close();
        }}
      />
    </>
  );
}
