import { Button } from 'react-aria-components';
import { t } from '../../../shared/messages/messages';
import { changeCover, type CoverChange } from '../../../shared/edits/changeCover';
import { coverAt, keysAround, type Cover } from '../../../shared/model/cover';
import { eraseCover } from '../../../shared/edits/drawCovers';
import { clock } from '../../../shared/text/clock';
import { useEditor } from '../editorState';
import { usePlayer, usePlayerState } from '../../player/PlayerContext';
import { useInterview } from '../../session/useInterview';

/** Shows what a cover does at this moment, and offers what can be done to it. */
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
  /** Returns a button that changes the cover at this moment. */
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
    <div className="stack chosen-cover" role="group" aria-label={t('The chosen cover')}>
      <p>{whatIsHere(cover, time)}</p>
      <div className="row">
        <Button
          className="button"
          onPress={() => {
            goTo(cover.keys[0]?.at ?? 0);
            useEditor.setState({ coverToFocus: cover.id });
          }}
        >
          {t('Go to start')}
        </Button>
        {key(t('Previous position'), cover.keys[before]?.at)}
        {key(t('Next position'), cover.keys[after]?.at)}
      </div>
      <div className="row">
        {act(t('Starts here'), (at) => ({ what: 'begin', at }))}
        {act(t('Ends here'), (at) => ({ what: 'end', at }))}
        {act(t('Set a position here'), (at) =>
          place && here === null ? { what: 'place', at, place } : null,
        )}
      </div>
      <div className="row">
        {act(t('Remove this position'), (at) => ({ what: 'forget', at }))}
        <Button
          className="button danger"
          onPress={() => interview.execute(eraseCover(interview.document, cover.id))}
        >
          {t('Remove cover')}
        </Button>
      </div>
      <p className="soft">
        {t(
          'To follow a face, go to where it has moved and drag the cover there. Between two positions the cover moves evenly: set one just before the face moves, then watch it all.',
        )}
      </p>
    </div>
  );
}

/** Describes in a sentence what a cover does at a moment. */
function whatIsHere(cover: Cover, time: number): string {
  const { keys } = cover;
  if (!coverAt(cover, time)) return t('The cover is not on the picture at this moment.');
  const { before, here, after } = keysAround(cover, time);
  if (here !== null)
    return t('Position {position} of {positions}', { position: here + 1, positions: keys.length });
  const [from, to] = [keys[before], keys[after]];
  if (!from || !to) return t('The cover stays where its last position is.');
  const stays = (['x', 'y', 'width', 'height'] as const).every((side) => from[side] === to[side]);
  const times = { from: clock(from.at), to: clock(to.at) };
  return stays
    ? t('The cover stays here from {from} to {to}.', times)
    : t('The cover moves from {from} to {to}.', times);
}
