import { useVirtualizer } from '@tanstack/react-virtual';
import { Fragment, memo, useEffect, useMemo, useRef } from 'react';
import { Button } from 'react-aria-components';
import { t } from '../../../shared/messages/messages';
import type { PublishedParagraph } from '../../../shared/plan/render';
import { directionOf } from '../../../shared/text/directionOf';
import { gapBefore, joinWords } from '../../../shared/text/joinWords';
import { clock } from '../../../shared/text/clock';
import { usePlayer } from '../../player/PlayerContext';
import { JUMP_SECONDS } from '../../player/PlayerState';
import { goToTab } from '../../session/go';
import { stopsExport } from '../../ui/stopsExport';
import { paragraphAt } from './paragraphAt';

interface Props {
  paragraphs: readonly PublishedParagraph[];
  /** True for each heading, in order, for which an export would be refused. */
  stops: readonly boolean[];
  /** Plays from a time in seconds; null where there is nothing to play. */
  onPlay: ((seconds: number) => void) | null;
}

/** Shows the published paragraphs. Only those on the screen are drawn. */
export function PublishedText({ paragraphs, stops, onPlay }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: paragraphs.length,
    getScrollElement: () => box.current,
    estimateSize: (i) => 40 + 27 * Math.ceil((paragraphs[i]?.tokens.length ?? 0) / 12),
    overscan: 4,
  });
  const stopsOf = useMemo(() => {
    let before = 0;
    return paragraphs.map(({ headings = [] }) => stops.slice(before, (before += headings.length)));
  }, [paragraphs, stops]);
  const player = usePlayer();
  useEffect(
    () =>
      player.store.subscribe(({ time }, before) => {
        if (Math.abs(time - before.time) <= JUMP_SECONDS) return;
        const at = paragraphAt(paragraphs, time);
        // A place that is in view stays where it is.
        if (at !== null) rows.scrollToIndex(at, { align: 'auto' });
      }),
    [player, paragraphs, rows],
  );
  return (
    <div
      ref={box}
      className="published-text"
      role="region"
      aria-label={t('Transcript as published')}
      tabIndex={0}
    >
      <div className="published-sheet" style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(({ index, start, key }) => {
          const paragraph = paragraphs[index];
          return (
            paragraph && (
              <div
                key={key}
                ref={rows.measureElement}
                data-index={index}
                className="published-paragraph"
                style={{ transform: `translateY(${start}px)` }}
              >
                <Paragraph paragraph={paragraph} stops={stopsOf[index] ?? NONE} onPlay={onPlay} />
              </div>
            )
          );
        })}
      </div>
    </div>
  );
}

const NONE: readonly boolean[] = [];

interface ParagraphProps extends Pick<Props, 'stops'> {
  paragraph: PublishedParagraph;
  onPlay: Props['onPlay'];
}

const Paragraph = memo(function Paragraph({ paragraph, stops, onPlay }: ParagraphProps) {
  const { headings = [], speaker, unattributed, continues, tokens } = paragraph;
  const from = tokens.find(({ start }) => start !== null)?.start ?? null;
  const time = from === null ? null : clock(from);
  const direction = directionOf(joinWords(tokens.filter(({ marker }) => !marker))) ?? undefined;
  return (
    <>
      {headings.map((heading, i) => (
        <Fragment key={i}>
          <h2 dir="auto" className="published-heading">
            {heading}
          </h2>
          {stops[i] && (
            <div className="stops-export">
              {stopsExport()}{' '}
              <Button className="button small" onPress={() => goToTab('review')}>
                {t('Review')}
              </Button>
            </div>
          )}
        </Fragment>
      ))}
      {(speaker !== null || time !== null) && (
        <div className="published-head" dir={direction}>
          {speaker !== null && !continues && (
            <strong dir="auto" className={unattributed && 'published-nobody'}>
              {speaker}
            </strong>
          )}
          {time !== null &&
            (onPlay && from !== null ? (
              <Button
                className="button quiet small numbers"
                aria-label={t('Hear from {time}', { time })}
                onPress={() => onPlay(from)}
              >
                {time}
              </Button>
            ) : (
              <span className="soft numbers">{time}</span>
            ))}
        </div>
      )}
      {/* Words are a shortcut for the pointer. By keyboard, the button in front of them does the same. */}
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions */}
      <p
        dir={direction}
        onClick={(event) => {
          const token =
            event.target instanceof HTMLElement ? tokens[Number(event.target.dataset.at)] : undefined;
          const start = token?.start ?? from;
          if (onPlay && start !== null) onPlay(start);
        }}
      >
        {tokens.map((token, i) => (
          <Fragment key={i}>
            {i > 0 && gapBefore(token)}
            <span data-at={i} className={token.marker ? 'published-marker' : undefined}>
              {token.text}
            </span>
          </Fragment>
        ))}
      </p>
    </>
  );
});
