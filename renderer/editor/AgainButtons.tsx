import { Button } from 'react-aria-components';
import { t } from '../../shared/messages/messages';
import type { ProjectDocument } from '../../shared/document/document';
import { isTimed, type Word } from '../../shared/model/word';
import { lineLanguage } from '../../shared/text/lineLanguage';
import { askToHearAgain } from '../session/hearAgain';
import { useInterview, useInterviewState } from '../session/useInterview';
import { languageName } from '../ui/languages';
import { useEditor } from './editorState';
import { selectedSpan } from './selectedSpan';

/** Tells whether something can be heard again. An unfinished first transcription goes on instead. */
const canHearAgain = ({ media, words, transcription }: ProjectDocument): boolean =>
  media !== null &&
  words.length > 0 &&
  (transcription === null || transcription.finished === transcription.windows.length);

/** Has the selected words heard again. */
export function SelectionAgain() {
  const interview = useInterview();
  const can = useInterviewState(({ document }) => canHearAgain(document));
  if (!can) return null;
  const ask = () => {
    useEditor.getState().binding?.keep();
    const stretch = selectedSpan(interview.document, useEditor.getState());
    if (stretch) askToHearAgain({ stretch });
  };
  return (
    <Button className="button quiet" onPress={ask}>
      {t('Transcribe again…')}
    </Button>
  );
}

/** Tells which language a line is said in, and has it heard again in this language or another of the interview. */
export function LineAgain({ words }: { words: readonly Word[] }) {
  const can = useInterviewState(({ document }) => canHearAgain(document));
  const main = useInterviewState(({ document }) => document.language);
  const named = useInterviewState(
    ({ document }) => document.transcription?.settings.languages ?? document.languages,
  );
  const timed = words.filter(isTimed);
  const [first, last] = [timed[0], timed.at(-1)];
  if (!can || !first || !last) return null;
  const stretch = { from: first.start, to: Math.max(first.end, last.end) };
  const language = lineLanguage(words, main);
  const others = (named ?? []).filter((code) => code !== language);
  return (
    <div className="row">
      {(named !== undefined || language !== main) && (
        <span className="soft">{t('In {language}', { language: languageName(language) ?? language })}</span>
      )}
      <Button className="button" onPress={() => askToHearAgain({ stretch })}>
        {t('Transcribe this line again…')}
      </Button>
      {others.map((code) => (
        <Button key={code} className="button" onPress={() => askToHearAgain({ stretch, language: code })}>
          {t('Again in {language}…', { language: languageName(code) ?? code })}
        </Button>
      ))}
    </div>
  );
}

/** Has the whole recording heard again. */
export function AllAgain() {
  const can = useInterviewState(({ document }) => canHearAgain(document));
  if (!can) return null;
  return (
    <Button className="button" onPress={() => askToHearAgain({ stretch: null })}>
      {t('Transcribe all again…')}
    </Button>
  );
}
