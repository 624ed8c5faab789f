import * as z from 'zod';
import { MODEL_KINDS } from '../model/modelKind';

const name = z.string().min(1).max(200);

/** Methods for the models that recognise speech: which there are, and how they come to this machine. */
export const modelsApi = {
  /** Lists the models to choose from; those that are `present` can be used. */
  'models.list': {
    /** The spoken language, on which the recommendation depends. */
    params: z.object({ language: z.string().min(2).max(8).optional() }).strict(),
    result: z.object({
      models: z.array(
        z.object({
          name,
          present: z.boolean(),
          /** Bytes of the file. */
          bytes: z.number().int(),
          /** Bytes of memory while it works. */
          memory: z.number().int(),
          /** Time that it takes, as a multiple of what the `base` model takes on the same machine. */
          effort: z.number(),
          /**
           * A Parakeet model follows one hypothesis, takes no names to expect, and does not tell which language it
           * hears.
           */
          kind: z.enum(MODEL_KINDS),
          multilingual: z.boolean(),
          /** Languages, by Whisper's codes, of a model that knows some and not the hundred that Whisper does. */
          languages: z.array(z.string()).optional(),
          /** Bytes that are here of a download which was paused or broke. */
          part: z.number().int().optional(),
          /** True when somebody added it and it is not a published one. */
          own: z.boolean().optional(),
        }),
      ),
      /** The model that suits this machine and the language best, and the reason. */
      recommended: z.object({ name, why: z.string() }).nullable(),
      /** Folder in which models are looked for by name. */
      folder: z.string(),
      /** Start of the addresses that models are got from. */
      published: z.string(),
      /** Hosts that are asked, or that hand over to one another; hosts below them count too. */
      hosts: z.array(z.string()),
      /** File of a recording of synthetic voices, to try the app with; the model `demo` knows these voices. */
      demo: z.string(),
    }),
  },
  /**
   * Gets a published model from its host. This method alone uses a network, and only when a person asked for the model
   * by name. A cancel pauses it, and the next call goes on.
   */
  'models.get': {
    params: z.object({ name }).strict(),
    result: z.object({
      name,
      bytes: z.number().int(),
      sha256: z.string(),
      /** True when it was here already and no host was asked. */
      before: z.boolean(),
    }),
  },
  /** Takes a model's file into the models folder. */
  'models.add': {
    params: z.object({ file: z.string().min(1) }).strict(),
    result: z.object({
      /** Name by which it can be asked for. */
      name,
      /** True when its digest is that of a published model. */
      published: z.boolean(),
      sha256: z.string(),
    }),
  },
  /** Measures how fast a model recognises speech on each device of this machine. */
  'models.test': {
    params: z.object({ name }).strict(),
    result: z.object({
      name,
      /** Seconds of synthetic speech that were recognised on each device. */
      seconds: z.number(),
      devices: z.array(
        z.object({
          /** `cpu`, or the name that the graphics processor's library gives the device. */
          name: z.string(),
          description: z.string(),
          /** Seconds that it took, without loading the model; null when the device could not be used. */
          took: z.number().nullable(),
        }),
      ),
    }),
  },
  /** Removes a model, or the part of one that was got so far, from the models folder. */
  'models.remove': { params: z.object({ name }).strict(), result: z.object({}) },
} as const;
