import * as z from 'zod';
import { MODEL_KINDS } from '../model/modelKind';

const name = z.string().min(1).max(200);

/** The models that recognise speech: which there are, and how they come to this machine. */
export const modelsApi = {
  /** The models there are to choose from; those that are `present` can be used. */
  'models.list': {
    /** The language that is spoken, for what is recommended. */
    params: z.object({ language: z.string().min(2).max(8).optional() }).strict(),
    result: z.object({
      models: z.array(
        z.object({
          name,
          present: z.boolean(),
          /** Of the file. */
          bytes: z.number().int(),
          /** Of memory, while it works. */
          memory: z.number().int(),
          /** How long it takes over how long the `base` model takes, on the same machine. */
          effort: z.number(),
          /** Parakeet follows one hypothesis, takes no names to expect, and does not tell which language it hears. */
          kind: z.enum(MODEL_KINDS),
          multilingual: z.boolean(),
          /** By Whisper's codes, where it knows some and not the hundred that Whisper does. */
          languages: z.array(z.string()).optional(),
          /** Bytes that came of a download which was paused or broke. */
          part: z.number().int().optional(),
          /** Somebody added it, and it is none of the published. */
          own: z.boolean().optional(),
        }),
      ),
      /** What suits this machine and the language best, and why. */
      recommended: z.object({ name, why: z.string() }).nullable(),
      /** Where they are looked for by name. */
      folder: z.string(),
      /** What the address begins with that they are got from. */
      published: z.string(),
      /** The hosts that are asked, or hand over to one another; also those below them. */
      hosts: z.array(z.string()),
      /** A recording of synthetic voices, to try the app with; the model `demo` knows them. */
      demo: z.string(),
    }),
  },
  /**
   * Gets a published model from its host. This alone goes to a network, and only where a person asked for it by name;
   * a cancel pauses it, and the next call goes on.
   */
  'models.get': {
    params: z.object({ name }).strict(),
    result: z.object({
      name,
      bytes: z.number().int(),
      sha256: z.string(),
      /** It was here already, and nothing was asked. */
      before: z.boolean(),
    }),
  },
  /** Takes a model's file into the models folder. */
  'models.add': {
    params: z.object({ file: z.string().min(1) }).strict(),
    result: z.object({
      /** What it can be asked for by. */
      name,
      /** Its digest is that of a published one. */
      published: z.boolean(),
      sha256: z.string(),
    }),
  },
  /** How fast a model recognises speech on each device of this machine. */
  'models.test': {
    params: z.object({ name }).strict(),
    result: z.object({
      name,
      /** Of synthetic speech, which were recognised on each. */
      seconds: z.number(),
      devices: z.array(
        z.object({
          /** `cpu`, or what the graphics processor's library calls it. */
          name: z.string(),
          description: z.string(),
          /** Seconds that it took, the loading of the model left out; null where it could not be used. */
          took: z.number().nullable(),
        }),
      ),
    }),
  },
  /** Removes a model from the models folder, or what came of one. */
  'models.remove': { params: z.object({ name }).strict(), result: z.object({}) },
} as const;
