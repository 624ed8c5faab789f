import type { Command, Option } from 'commander';
import { t } from '../../shared/messages/messages';
import { AppError } from '../../shared/model/errors';

/**
 * Refuses an option that takes one value when it is given twice: commander would keep the last value and silently drop
 * the others. An option that may be repeated is variadic, or collects into a list that is its default.
 */
export function refuseRepeats(command: Command): void {
  for (const inner of command.commands) refuseRepeats(inner);
  for (const option of command.options) {
    if (!takesOne(option)) continue;
    let given = 0;
    command.on(`option:${option.name()}`, () => {
      if (++given > 1) {
        throw new AppError(
          'USAGE',
          t('The option --{option} was given more than once.', { option: option.name() }),
          t('Give it once; no value was used.'),
        );
      }
    });
  }
}

const takesOne = ({ required, optional, variadic, defaultValue }: Option): boolean =>
  (required || optional) && !variadic && !Array.isArray(defaultValue);
