import { InvalidArgumentError } from 'commander';
import { t } from '../../shared/messages/messages';
import { parseTime } from '../../shared/text/parseTime';

/** Parses a time as the window does: `83.5`, `1:23.5`, `0:01:23.5` or `1m 23s`, as seconds. */
export function parseSeconds(text: string): number {
  const seconds = parseTime(text);
  if (seconds === null) throw new InvalidArgumentError(t('It must be seconds, or minutes:seconds.'));
  return seconds;
}
