import type { Model } from '../../session/models/useModels';

/** The model that comes with the app: it knows only the voices of the demo interview. */
export const DEMO_MODEL = 'demo';

/** Describes a model to somebody who has never met one. */
export function describeModel({ name, kind, effort, memory, multilingual, languages, own }: Model): string {
  if (name === DEMO_MODEL) return 'Knows only the made-up voices of the demo interview, nobody else’s.';
  return [
    own ? 'Added by you' : accuracyOf(name),
    speedOf(effort),
    `needs ${gigabytes(memory)} of memory`,
    !multilingual ? 'English only' : languages ? `${languages.length} languages` : 'many languages',
    ...(kind === 'parakeet' ? ['a Parakeet model: how well it hears was not measured'] : []),
  ].join(', ');
}

function accuracyOf(name: string): string {
  if (name.startsWith('tiny')) return 'Many mistakes';
  if (name.startsWith('base')) return 'Quite a few mistakes';
  if (name.startsWith('small')) return 'Some mistakes';
  if (name.startsWith('medium')) return 'Few mistakes';
  return 'Fewest mistakes';
}

/** @param effort 1 for the `base` model. */
function speedOf(effort: number): string {
  if (effort < 0.75) return 'quickest';
  if (effort < 1.5) return 'quick';
  const times = effort < 10 ? Math.round(effort) : Math.round(effort / 5) * 5;
  return `${effort < 6 ? 'slower' : 'slow'}: ${times} times as long as base`;
}

export function gigabytes(bytes: number): string {
  return bytes < 1e9 ? `${Math.ceil(bytes / 1e7) * 10} MB` : `${(bytes / 1e9).toFixed(1)} GB`;
}

/** A file of a model is told by its path, since those asked for by name have none. */
export const isFile = (model: string): boolean => /[\\/]/u.test(model);
