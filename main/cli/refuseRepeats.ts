import type { Command, Option } from 'commander';
import { t } from '../../shared/messages/messages';
import { AppError } from '../../shared/model/errors';

/**
 * Has an option that takes one value refused when it is given twice: commander would keep the last and drop the others
 * without a word. One that may be repeated is variadic, or collects into a list that is its default.
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
