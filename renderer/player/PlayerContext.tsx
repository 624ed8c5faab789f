import { createContext, useContext, useEffect, useState, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { onLocking } from '../session/leaveInterview';
import { useInterview } from '../session/useInterview';
import { Player } from './Player';
import type { PlayerState } from './PlayerState';

const PlayerContext = createContext<Player | null>(null);

/** Prepares the recording of the interview on the screen, and plays it for everything within. */
export function PlayerProvider({ children }: { children: ReactNode }) {
  const interview = useInterview();
  const [player] = useState(() => new Player(interview.place.time));
  useEffect(() => {
    void player.prepare(interview);
    const forget = onLocking(() => player.pause());
    const forgetPlace = interview.onPlace(() => ({ time: player.store.getState().time }));
    return () => {
      forget();
      forgetPlace();
      player.dispose();
    };
  }, [player, interview]);
  return <PlayerContext value={player}>{children}</PlayerContext>;
}

export function usePlayer(): Player {
  const player = useContext(PlayerContext);
  if (!player) throw new Error('there is no player here');
  return player;
}

/** Gives a part of the player's state. What uses it is drawn again when that part changes. */
export const usePlayerState = <T,>(select: (state: PlayerState) => T): T =>
  useStore(usePlayer().store, select);
