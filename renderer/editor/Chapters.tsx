import { useEffect, useMemo, useState } from 'react';
import { Button } from 'react-aria-components';
import { t } from '../../shared/messages/messages';
import { chaptersInOrder, type PlacedChapter } from '../../shared/plan/chaptersInOrder';
import { usePlayer } from '../player/PlayerContext';
import { onLocking } from '../session/leaveInterview';
import { useInterviewState } from '../session/useInterview';
import { ChapterList } from '../ui/ChapterList';
import { Sheet } from '../ui/Sheet';
import { useEditor } from './editorState';
import { showHeading } from './writeHeading';
import './Chapters.css';

/** A chapter, and the seconds at which it begins; null where nobody knows. */
interface StartingChapter extends PlacedChapter {
  start: number | null;
}

function useChapters(): readonly StartingChapter[] {
  const chapters = useInterviewState(({ document }) => document.chapters);
  const words = useInterviewState(({ document }) => document.words);
  return useMemo(
    () =>
      chaptersInOrder({ chapters, words }).map((one) => ({ ...one, start: words[one.at]?.start ?? null })),
    [chapters, words],
  );
}

/** Shows a chapter in the text, and puts the keyboard there. */
function goToChapter({ id }: StartingChapter): void {
  const { binding } = useEditor.getState();
  if (!binding) return;
  binding.keep();
  if (showHeading(binding, id)) binding.view.focus();
}

/** Lists the chapters below a transcript that has no recording. Nothing is shown where there are none. */
export function ChapterBar() {
  const chapters = useChapters();
  if (chapters.length === 0) return null;
  return (
    <nav className="chapter-bar" aria-label={t('Chapters')}>
      <h2>{t('Chapters')}</h2>
      <ChapterList chapters={chapters} onGo={goToChapter} />
    </nav>
  );
}

/** Opens the list of chapters from the row below the waveform. The recording goes there, too. */
export function ChaptersButton() {
  const player = usePlayer();
  const chapters = useChapters();
  const [isOpen, setOpen] = useState(false);
  // Nobody may read headings on while the interview is about to be locked.
  useEffect(() => onLocking(() => setOpen(false)), []);
  if (chapters.length === 0) return null;
  const go = (chapter: StartingChapter) => {
    setOpen(false);
    if (chapter.start !== null) player.seek(chapter.start);
    // The list gives the keyboard back as it closes, unless it is elsewhere by then.
    setTimeout(() => goToChapter(chapter));
  };
  return (
    <>
      <Button className="button small" onPress={() => setOpen(true)}>
        {t('Chapters')}
      </Button>
      <Sheet title={t('Chapters')} isOpen={isOpen} onClose={() => setOpen(false)}>
        <ChapterList chapters={chapters} onGo={go} isFirstFocused />
      </Sheet>
    </>
  );
}
