import type { Run } from '../candidates';
import type { Reading } from '../reading';
import { lookEvidence } from './lookEvidence';
import { organisationEvidence } from './organisationEvidence';
import {
  doingEvidence,
  nameCueEvidence,
  nameListEvidence,
  nameShapeEvidence,
  titleEvidence,
} from './personEvidence';
import { gazetteerEvidence, placeCueEvidence } from './placeEvidence';
import { contextOf, type Evidence, type Vote } from './context';

const EVIDENCE: readonly Evidence[] = [
  lookEvidence,
  nameListEvidence,
  nameShapeEvidence,
  titleEvidence,
  nameCueEvidence,
  doingEvidence,
  gazetteerEvidence,
  placeCueEvidence,
  organisationEvidence,
];

/** Gathers every vote on a run. Each kind of evidence alone is weak; together they decide. */
export function votesOn(reading: Reading, run: Run): Vote[] {
  const context = contextOf(reading, run);
  const votes: Vote[] = [];
  for (const look of EVIDENCE) for (const vote of look(context)) if (vote !== false) votes.push(vote);
  return votes;
}
