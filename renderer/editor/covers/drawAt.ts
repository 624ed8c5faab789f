import type { Rectangle } from '../../../shared/model/cover';
import { drawCover } from '../../../shared/edits/drawCovers';
import { useEditor } from '../editorState';
import type { Player } from '../../player/Player';
import type { Interview } from '../../session/interview/Interview';

/** Least seconds of a cover that is drawn at the very end. */
const LEAST_SECONDS = 0.1;

/** Covers a part of the picture from the current time to the end of the recording: better too long than too short. */
export function drawAt(interview: Interview, player: Player, place: Rectangle): void {
  const at = player.hold();
  const { document } = interview;
  const to = document.media?.duration ?? 0;
  const { command, id } = drawCover(document, {
    keys: [{ at: Math.max(0, Math.min(at, to - LEAST_SECONDS)), ...place }],
    to,
  });
  interview.execute(command);
  useEditor.setState({ covering: false, cover: id, coverToFocus: id });
}
