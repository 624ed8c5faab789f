import { readFileSync } from 'node:fs';
import * as z from 'zod';
import ours from '../../../resources/models.json';
import { t } from '../../../shared/messages/messages';
import { AppError } from '../../../shared/model/errors';
import { isLoopback } from '../../system/isLoopback';

const modelSchema = z.object({
  name: z.string().regex(/^[\w.-]+$/u),
  sha1: z.string().length(40),
  /** If it is known, it counts instead of the SHA-1. */
  sha256: z.string().length(64).optional(),
  bytes: z.number().int().positive(),
  memory: z.number().int().positive(),
  parameters: z.number().int().positive(),
  shape: z.object({ encoderLayers: z.number().int(), decoderLayers: z.number().int() }),
});
const listSchema = z.object({
  host: z.url(),
  hosts: z.array(z.string().min(1)).min(1),
  models: z.array(modelSchema),
});

export type PublishedModel = z.infer<typeof modelSchema>;

interface ModelList {
  /** The beginning of each file's address. */
  address: string;
  /** The hosts that may be asked for them, with the hosts below these. */
  hosts: readonly string[];
  models: ReadonlyMap<string, PublishedModel>;
}

let read: { from: string | undefined; list: ModelList } | null = null;

/**
 * Returns the models that whisper.cpp's makers publish, and their address. `WITHHELD_MODEL_LIST` names another list, to
 * try the app with a server on this machine.
 * @throws {AppError} `USAGE` when that list points to any other host.
 */
export function modelList(): ModelList {
  const from = process.env.WITHHELD_MODEL_LIST;
  if (read?.from === from && read) return read.list;
  const { host, hosts, models } = listSchema.parse(from ? JSON.parse(readFileSync(from, 'utf8')) : ours);
  if (from && ![host, ...hosts.map((each) => `http://${each}`)].every((each) => isLoopback(new URL(each)))) {
    throw new AppError(
      'USAGE',
      t('The list that WITHHELD_MODEL_LIST names points to another machine.'),
      t(
        'It is for trials on this machine only: name a list whose hosts are 127.0.0.1 or localhost, or none.',
      ),
    );
  }
  const list = { address: host, hosts, models: new Map(models.map((model) => [model.name, model])) };
  read = { from, list };
  return list;
}

/** Returns the models of that list, by name. */
export const publishedModels = (): ReadonlyMap<string, PublishedModel> => modelList().models;
