import { useEffect, useRef } from 'react';
import { Button, ToggleButton } from 'react-aria-components';
import { t } from '../../../shared/messages/messages';
import type { Cover } from '../../../shared/model/cover';
import { clock } from '../../../shared/text/clock';
import { useEditor } from '../editorState';
import { usePlayer, usePlayerState } from '../../player/PlayerContext';
import { durationOf, hasPicture } from '../../player/PlayerState';
import { useInterview, useInterviewState } from '../../session/useInterview';
import { ChosenCover } from './ChosenCover';
import { drawAt } from './drawAt';

/** The place of a cover that is added without being drawn. */
const MIDDLE = { x: 0.35, y: 0.3, width: 0.3, height: 0.4 };

/** Adds covers to the picture and lists them. It is absent where there is no picture. */
export function CoverPanel() {
  const interview = useInterview();
  const player = usePlayer();
  const picture = usePlayerState(hasPicture);
  const covers = useInterviewState(({ document }) => document.covers);
  const covering = useEditor((state) => state.covering);
  const start = useRef<HTMLButtonElement>(null);
  // When a cover is removed, so is the button that had the keyboard.
  const count = useRef(covers.length);
  useEffect(() => {
    if (covers.length < count.current && document.activeElement === document.body) start.current?.focus();
    count.current = covers.length;
  }, [covers.length]);

  if (!picture) return null;
  return (
    <section className="covers stack" aria-label={t('Covers')}>
      <div>
        <ToggleButton
          ref={start}
          className="button"
          isSelected={covering}
          onChange={(isSelected) => useEditor.setState({ covering: isSelected, cover: null })}
        >
          {t('Cover part of the picture')}
        </ToggleButton>
      </div>
      {covering && (
        <div className="row">
          <span>{t('Drag over it, or')}</span>
          <Button className="button" onPress={() => drawAt(interview, player, MIDDLE)}>
            {t('Put a cover in the middle')}
          </Button>
        </div>
      )}
      {covers.length > 0 && (
        <ul className="cover-list">
          {covers.map((cover, i) => (
            <CoverRow key={cover.id} cover={cover} number={i + 1} />
          ))}
        </ul>
      )}
    </section>
  );
}

function CoverRow({ cover, number }: { cover: Cover; number: number }) {
  const chosen = useEditor((state) => state.cover === cover.id);
  const duration = usePlayerState(durationOf);
  const [from, to] = [cover.keys[0]?.at ?? 0, cover.to];
  return (
    <li>
      <ToggleButton
        className="cover-row"
        isSelected={chosen}
        onChange={(isSelected) => useEditor.setState({ cover: isSelected ? cover.id : null })}
      >
        <strong>{t('Cover {number}', { number })}</strong>{' '}
        <span className="numbers">
          {to >= duration
            ? t('{from} to the end', { from: clock(from) })
            : t('{from} to {to}', { from: clock(from), to: clock(to) })}
        </span>{' '}
        <span className="soft">
          {t('{count, plural, one {# position} other {# positions}}', { count: cover.keys.length })}
        </span>
      </ToggleButton>
      {chosen && <ChosenCover cover={cover} />}
    </li>
  );
}
