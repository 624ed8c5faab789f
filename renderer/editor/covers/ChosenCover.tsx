import { Button } from 'react-aria-components';
import { changeCover, type CoverChange } from '../../../shared/edits/changeCover';
import { coverAt, keysAround, type Cover } from '../../../shared/model/cover';
import { eraseCover } from '../../../shared/edits/drawCovers';
import { clock } from '../../../shared/text/clock';
import { useEditor } from '../editorState';
import { usePlayer, usePlayerState } from '../../player/PlayerContext';
import { useInterview } from '../../session/useInterview';

/** Shows what a cover does at this moment, and what can be done to it. */
export function ChosenCover({ cover }: { cover: Cover }) {
  const interview = useInterview();
  const player = usePlayer();
  const time = usePlayerState((state) => state.time);
  const { before, here, after } = keysAround(cover, time);
  const place = coverAt(cover, time);
  const goTo = (at: number) => {
    player.hold();
    player.seek(at);
  };
  /** Something that is done at this moment. */
  const act = (label: string, change: (at: number) => CoverChange | null) => {
    const commandAt = (at: number) => {
      const wanted = change(at);
      return wanted && changeCover(interview.document, cover.id, wanted);
    };
    return (
      <Button
        className="button"
        isDisabled={commandAt(time) === null}
        onPress={() => interview.execute(commandAt(player.hold()))}
      >
        {label}
      </Button>
    );
  };
  const key = (label: string, at: number | undefined) => (
    <Button className="button" isDisabled={at === undefined} onPress={() => at !== undefined && goTo(at)}>
      {label}
    </Button>
  );
  return (
    <div className="stack chosen-cover" role="group" aria-label="The chosen cover">
      <p>{whatIsHere(cover, time)}</p>
      <div className="row">
        <Button
          className="button"
          onPress={() => {
            goTo(cover.keys[0]?.at ?? 0);
            useEditor.setState({ coverToFocus: cover.id });
          }}
        >
          Go to start
        </Button>
        {key('Previous key', cover.keys[before]?.at)}
        {key('Next key', cover.keys[after]?.at)}
      </div>
      <div className="row">
        {act('Starts here', (at) => ({ what: 'begin', at }))}
        {act('Ends here', (at) => ({ what: 'end', at }))}
        {act('Put a key here', (at) => (place && here === null ? { what: 'place', at, place } : null))}
      </div>
      <div className="row">
        {act('Remove this key', (at) => ({ what: 'forget', at }))}
        <Button
          className="button danger"
          onPress={() => interview.execute(eraseCover(interview.document, cover.id))}
        >
          Remove cover
        </Button>
      </div>
      <p className="soft">
        Moved at another time, it has a key there. Between keys it moves evenly: put one before a face moves,
        and look through it.
      </p>
    </div>
  );
}

/** Says in a sentence where a cover is on its way at a moment. */
function whatIsHere(cover: Cover, time: number): string {
  const { keys } = cover;
  if (!coverAt(cover, time)) return 'It is not on the picture at this moment.';
  const { before, here, after } = keysAround(cover, time);
  if (here !== null) return `Here is key ${here + 1} of ${keys.length}.`;
  const [from, to] = [keys[before], keys[after]];
  if (!from || !to) return 'It stays where its last key put it.';
  const stays = (['x', 'y', 'width', 'height'] as const).every((side) => from[side] === to[side]);
  return `Here it ${stays ? 'stays' : 'moves'} from ${clock(from.at)} to ${clock(to.at)}.`;
}
