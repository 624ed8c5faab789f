import type { Run } from '../candidates';
import type { Reading } from '../reading';
import { lookVoice } from './lookEvidence';
import { organisationVoice } from './organisationEvidence';
import { doingVoice, nameCueVoice, nameListVoice, nameShapeVoice, titleVoice } from './personEvidence';
import { gazetteerVoice, placeCueVoice } from './placeEvidence';
import { sceneOf, type Voice, type Vote } from './context';

const VOICES: readonly Voice[] = [
  lookVoice,
  nameListVoice,
  nameShapeVoice,
  titleVoice,
  nameCueVoice,
  doingVoice,
  gazetteerVoice,
  placeCueVoice,
  organisationVoice,
];

/** Every vote on a run. Each voice alone is weak; together they decide. */
export function votesOn(reading: Reading, run: Run): Vote[] {
  const scene = sceneOf(reading, run);
  return VOICES.flatMap((voice) => voice(scene)).filter((vote) => vote !== false);
}
