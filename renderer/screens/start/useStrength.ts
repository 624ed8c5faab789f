import { useDeferredValue, useEffect, useState } from 'react';
import type { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { guessesFor, strengthOf, type Strength } from './strength';

/** Words that add nothing to a passphrase in this app. */
const KNOWN_WORDS = ['withheld', 'interview', 'passphrase'];
/** Most characters that are looked at. What is longer is at least as strong. */
const LONGEST_CHARACTERS = 100;

/** Estimates how strong a passphrase is; null until the lists of common passwords, which are large, are loaded. */
export function useStrength(passphrase: string): Strength | null {
  const [estimator, setEstimator] = useState<ZxcvbnFactory | null>(null);
  useEffect(() => {
    let wanted = true;
    void loadEstimator().then((loaded) => {
      if (wanted) setEstimator(loaded);
    });
    return () => {
      wanted = false;
    };
  }, []);
  // Typing does not wait for the estimate.
  const settled = useDeferredValue(passphrase);
  if (!estimator || settled === '') return null;
  const estimate = (text: string) => estimator.check(text, KNOWN_WORDS).guesses;
  return strengthOf(guessesFor(settled.slice(0, LONGEST_CHARACTERS), estimate));
}

async function loadEstimator(): Promise<ZxcvbnFactory> {
  const [{ ZxcvbnFactory: Factory }, { dictionary, adjacencyGraphs }] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ]);
  return new Factory({ dictionary, graphs: adjacencyGraphs, maxLength: LONGEST_CHARACTERS });
}
