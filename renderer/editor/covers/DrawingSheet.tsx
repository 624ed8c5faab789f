import { useRef, useState } from 'react';
import type { Rectangle } from '../../../shared/model/cover';
import { LEAST_SIDE_SHARE, rectangleBetween } from '../../../shared/model/rectangle';
import { usePlayer } from '../../player/PlayerContext';
import { useInterview } from '../../session/useInterview';
import { boxStyle } from '../../ui/boxStyle';
import { drawAt } from './drawAt';
import { followPointer } from './followPointer';

/** Takes the pointer to draw a cover. By keyboard, a cover is put in the middle and moved. */
export function DrawingSheet() {
  const interview = useInterview();
  const player = usePlayer();
  const sheet = useRef<HTMLDivElement>(null);
  const [drawn, setDrawn] = useState<Rectangle | null>(null);
  return (
    <div
      ref={sheet}
      className="drawing-sheet"
      onPointerDown={(event) => {
        if (!sheet.current) return;
        player.hold();
        followPointer(event, sheet.current, {
          onMove: (from, to) => setDrawn(rectangleBetween(from, to)),
          onDrop: (from, to) => {
            const place = rectangleBetween(from, to);
            // A line hides nothing, so it was not meant.
            if (Math.min(place.width, place.height) > LEAST_SIDE_SHARE) drawAt(interview, player, place);
          },
          onEnd: () => setDrawn(null),
        });
      }}
    >
      {drawn && <div className="cover-box drawn" style={boxStyle(drawn)} />}
    </div>
  );
}
