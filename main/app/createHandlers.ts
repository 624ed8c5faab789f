import { alignment } from './alignment';
import { chapters } from './chapters';
import { exporting } from './exports';
import type { Handlers } from './Handlers';
import { interviews } from './interviews';
import { marks } from './marks';
import { models } from './models';
import type { SystemProxy } from '../download/proxyFor';
import type { OpenProjects } from './OpenProjects';
import { recordings } from './recordings';
import { speakers } from './speakers';
import { suggestions } from './suggestions';
import { transcription } from './transcription';

/** Joins the handlers of all areas: one for every method of the contract. */
export const createHandlers = (projects: OpenProjects, systemProxy?: SystemProxy): Handlers => ({
  ...interviews(projects),
  ...recordings(projects),
  ...models(systemProxy),
  ...transcription(projects),
  ...alignment(projects),
  ...speakers(projects),
  ...suggestions(projects),
  ...marks(projects),
  ...chapters(projects),
  ...exporting(projects),
});
