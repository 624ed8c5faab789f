import { Button } from 'react-aria-components';
import { clock } from '../../shared/text/clock';
import './ChapterList.css';

interface ListedChapter {
  id: string;
  /** Its heading. */
  text: string;
  /** Seconds at which it begins; null where nobody knows, and its number is shown. */
  start: number | null;
}

interface Props<Chapter> {
  /** The chapters in order. */
  chapters: readonly Chapter[];
  onGo: (chapter: Chapter) => void;
  /** True to put the keyboard on the first of them. */
  isFirstFocused?: boolean;
}

/** Lists chapters, each as a button that goes there. */
export function ChapterList<Chapter extends ListedChapter>({
  chapters,
  onGo,
  isFirstFocused = false,
}: Props<Chapter>) {
  return (
    <ol className="chapter-list">
      {chapters.map((chapter, i) => (
        <li key={chapter.id}>
          <Button
            className="button quiet small"
            autoFocus={isFirstFocused && i === 0}
            onPress={() => onGo(chapter)}
          >
            <span className="numbers soft">{chapter.start === null ? i + 1 : clock(chapter.start)}</span>{' '}
            <bdi>{chapter.text}</bdi>
          </Button>
        </li>
      ))}
    </ol>
  );
}
