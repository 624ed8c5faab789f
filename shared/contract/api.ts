import type * as z from 'zod';
import { interviewsApi } from './interviews';
import { recordingsApi } from './recordings';
import { alignmentApi } from './alignment';
import { transcriptionApi } from './transcription';
import { suggestionsApi } from './suggestions';
import { chaptersApi } from './chapters';
import { marksApi } from './marks';
import { modelsApi } from './models';
import { speakersApi } from './speakers';
import { exportsApi } from './exports';

/** Every method, with its parameters and its result. Each has one entry here and one handler in `main/app`. */
export const api = {
  ...interviewsApi,
  ...recordingsApi,
  ...modelsApi,
  ...transcriptionApi,
  ...alignmentApi,
  ...speakersApi,
  ...suggestionsApi,
  ...marksApi,
  ...chaptersApi,
  ...exportsApi,
} as const;

export type Api = typeof api;
export type Method = keyof Api;
export type Params<M extends Method> = z.input<Api[M]['params']>;
export type Result<M extends Method> = z.output<Api[M]['result']>;
