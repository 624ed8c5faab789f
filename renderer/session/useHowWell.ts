import { useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { howWell, type HowWell } from '../../shared/leaks/howWell';
import type { Measured } from '../../shared/model/measured';
import { toAppErrorShape } from '../../shared/model/errors';
import { call } from './calls/call';
import { reportTrouble } from './notices';
import { useInterviewState } from './useInterview';

/** These figures come with the app and never change while it runs. */
const measured = createStore<{ figures: Measured | null; asked: boolean }>(() => ({
  figures: null,
  asked: false,
}));

/** Tells how well names are found in the interview's language; null until that is known. */
export function useHowWell(): HowWell | null {
  const { figures, asked } = useStore(measured);
  const words = useInterviewState(({ document }) => document.words);
  const language = useInterviewState(({ document }) => document.language);
  useEffect(() => {
    if (asked) return;
    measured.setState({ asked: true });
    call('suggest.measured', {}).then(
      (found) => measured.setState({ figures: found }),
      (error: unknown) => reportTrouble(toAppErrorShape(error)),
    );
  }, [asked]);
  return useMemo(
    () =>
      figures &&
      howWell(
        words.map(({ text }) => text),
        language,
        figures,
      ),
    [words, language, figures],
  );
}
