import type { Run } from '../candidates';
import type { Reading } from '../reading';
import { lookVoice } from './lookVoice';
import { organisationVoice } from './organisationVoice';
import { doingVoice, nameCueVoice, nameListVoice, nameShapeVoice, titleVoice } from './personVoices';
import { gazetteerVoice, placeCueVoice } from './placeVoices';
import { sceneOf, type Voice, type Vote } from './scene';

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
