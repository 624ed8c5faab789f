import { z } from 'zod';
import catalogue from '../../../resources/models.json';

const catalogueSchema = z.object({
  host: z.url(),
  models: z.array(
    z.object({
      name: z.string(),
      sha1: z.string().length(40),
      bytes: z.number().int().positive(),
      memory: z.number().int().positive(),
      parameters: z.number().int().positive(),
      shape: z.object({ encoderLayers: z.number().int(), decoderLayers: z.number().int() }),
    }),
  ),
});
const { host, models } = catalogueSchema.parse(catalogue);

export type PublishedModel = (typeof models)[number];

/** The models that whisper.cpp's makers publish, by name. */
export const publishedModels: ReadonlyMap<string, PublishedModel> = new Map(
  models.map((model) => [model.name, model]),
);

/** Where people get them; the app itself does not. */
export const PUBLISHED_AT = host;
