import { useRef } from 'react';
import { coverAt } from '../../../shared/model/cover';
import { useEditor } from '../editorState';
import { usePlayerState } from '../../player/PlayerContext';
import { useInterviewState } from '../../session/useInterview';
import { CoverBox } from './CoverBox';
import { DrawingSheet } from './DrawingSheet';
import './covers.css';

/** Lies on the picture. It shows the covers of this moment, to be moved, and takes the drawing of a new one. */
export function CoverLayer() {
  const covers = useInterviewState(({ document }) => document.covers);
  const covering = useEditor((state) => state.covering);
  const time = usePlayerState((state) => (covers.length > 0 ? state.time : 0));
  const layer = useRef<HTMLDivElement>(null);
  return (
    <div className="cover-layer" ref={layer}>
      {covers.map((cover, i) => {
        const place = coverAt(cover, time);
        return place && <CoverBox key={cover.id} id={cover.id} number={i + 1} place={place} layer={layer} />;
      })}
      {covering && <DrawingSheet />}
    </div>
  );
}
