import { InvalidArgumentError } from 'commander';
import { t } from '../../shared/messages/messages';

export function parseCount(text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1)
    throw new InvalidArgumentError(t('It must be a whole number from 1 up.'));
  return count;
}
