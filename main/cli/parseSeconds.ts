import { InvalidArgumentError } from 'commander';
import { t } from '../../shared/messages/messages';

/** Parses `83.5`, `1:23.5` or `0:01:23.5` as seconds. */
export function parseSeconds(text: string): number {
  const parts = text.trim().split(':');
  const valid = parts.length <= 3 && parts.every((part) => /^\d+(\.\d+)?$/u.test(part));
  if (!valid) throw new InvalidArgumentError(t('It must be seconds, or minutes:seconds.'));
  return parts.reduce((sum, part) => 60 * sum + Number(part), 0);
}
