import { locale, t } from '../../../shared/messages/messages';
import type { Model, Models } from '../../session/models/useModels';

/** The model that comes with the app. It knows only the voices of the demo interview. */
export const DEMO_MODEL = 'demo';

/** Describes a model. If it is recommended, this begins with why it suits this machine and the language. */
export function describeAmong(model: Model, { recommended }: Models): string {
  if (model.name !== recommended?.name) return describeModel(model);
  return `${t('Recommended.')} ${recommended.why} ${describeModel(model)}`;
}

/** Describes a model to somebody who has never met one. */
export function describeModel({
  name,
  kind,
  effort,
  memory,
  multilingual,
  languages,
  own,
  bytes,
}: Model): string {
  if (name === DEMO_MODEL) return t('Knows only the made-up voices of the demo interview, nobody else’s.');
  return [
    own ? t('Added by you.') : accuracyOf(name),
    speedOf(effort),
    !multilingual
      ? t('English only.')
      : languages
        ? t('{count, plural, one {# language.} other {# languages.}}', { count: languages.length })
        : t('Many languages.'),
    t('Needs {memory} of memory; a file of {size}.', { memory: gigabytes(memory), size: gigabytes(bytes) }),
    ...(kind === 'parakeet' ? [t('A Parakeet model: how well it hears was not measured.')] : []),
  ].join(' ');
}

function accuracyOf(name: string): string {
  if (name.startsWith('tiny')) return t('Many mistakes.');
  if (name.startsWith('base')) return t('Quite a few mistakes.');
  if (name.startsWith('small')) return t('Some mistakes.');
  if (name.startsWith('medium')) return t('Few mistakes.');
  return t('Fewest mistakes.');
}

/** @param effort relative to the `base` model, which is 1. */
function speedOf(effort: number): string {
  if (effort < 0.75) return t('Quickest.');
  if (effort < 1.5) return t('Quick.');
  const times = effort < 10 ? Math.round(effort) : Math.round(effort / 5) * 5;
  return effort < 6
    ? t('Slower: {times} times as long as base.', { times })
    : t('Slow: {times} times as long as base.', { times });
}

export function gigabytes(bytes: number): string {
  const [unit, size, digits] =
    bytes < 1e9
      ? (['megabyte', Math.ceil(bytes / 1e7) * 10, 0] as const)
      : (['gigabyte', bytes / 1e9, 1] as const);
  return new Intl.NumberFormat(locale(), {
    style: 'unit',
    unit,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(size);
}

/** Tells whether a model is a file. Files are given by a path, and models that are asked for by name have none. */
export const isFile = (model: string): boolean => /[\\/]/u.test(model);
