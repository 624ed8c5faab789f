import * as z from 'zod';
import { t } from '../../../shared/messages/messages';
import { isUnnamed, labelOf, type Label } from './labels';
import { getItWhole, namesModelError } from './namesModelError';

export interface ModelConfig {
  /** Labels, by the position of the model's answers. */
  labels: readonly Label[];
  names: readonly string[];
  /** Most tokens that the model reads at once. */
  longest: number;
}

const configSchema = z.object({
  id2label: z.record(z.string(), z.string()).optional(),
  label2id: z.record(z.string(), z.number().int().min(0)).optional(),
  max_position_embeddings: z.number().int().optional(),
});

/** Most tokens that are read at once. More context tells little of names, and takes memory by its square. */
const MOST_TOKENS = 256;
/** Positions that are left free: some models count from behind that of padding, and do not say so. */
const SPARE_POSITIONS = 2;
const FEWEST_TOKENS = 32;
/** Most labels that a refusal names. */
const TOLD_LABELS = 8;

/**
 * Reads what a model's `config.json` says of its answers.
 * @throws {AppError} `NAMES_MODEL_INVALID` where its labels cannot be understood, or none is a name.
 */
export function readModelConfig(config: unknown): ModelConfig {
  const parsed = configSchema.safeParse(config);
  const names = parsed.success ? namesIn(parsed.data) : null;
  if (!parsed.success || !names) {
    throw namesModelError(
      t('The config.json beside the model has no list of labels (id2label), so its answers have no meaning.'),
      t(
        'Choose a model for token classification (named entities); its config.json lists labels such as B-PER and I-LOC.',
      ),
    );
  }
  const labels = names.map(labelOf);
  if (labels.every(({ kind }) => kind === null)) {
    throw names.every((name) => isUnnamed(name) || name === 'O')
      ? namesModelError(
          t('The model’s labels have no names: {labels}.', { labels: told(names) }),
          t(
            'Find out what each means from whoever trained it, and write that into id2label of config.json, such as B-PER, I-LOC, B-ORG.',
          ),
        )
      : namesModelError(
          t('None of the model’s labels is a person, a place or an organisation: {labels}.', {
            labels: told(names),
          }),
          t('Choose a model that was trained to find named entities.'),
        );
  }
  const positions = parsed.data.max_position_embeddings ?? MOST_TOKENS + SPARE_POSITIONS;
  const longest = Math.min(MOST_TOKENS, positions - SPARE_POSITIONS);
  if (longest < FEWEST_TOKENS) {
    throw namesModelError(
      t(
        'The config.json says that the model reads {count, plural, one {# token} other {# tokens}} at once, which is no sentence.',
        { count: positions },
      ),
      getItWhole(),
    );
  }
  return { labels, names, longest };
}

/** Lists labels by position; null unless there is one for each from 0. */
function namesIn({ id2label, label2id }: z.infer<typeof configSchema>): string[] | null {
  const entries = id2label
    ? Object.entries(id2label)
    : Object.entries(label2id ?? {}).map(([name, id]) => [String(id), name] as const);
  const byId = new Map(entries);
  const names = entries.map((_, i) => byId.get(String(i)));
  return names.length > 0 && names.every((name) => name !== undefined) ? names : null;
}

function told(names: readonly string[]): string {
  const some = names.slice(0, TOLD_LABELS).map((name) => name.slice(0, 40));
  return `${some.join(', ')}${names.length > some.length ? ' …' : ''}`;
}
