import type { CommanderError } from 'commander';
import { t } from '../../shared/messages/messages';
import { speakUsage } from './speakHelp';

/** An option with its value, as the program describes it. */
const OPTION = /'(--?[a-z-]+(?: [<[][^>\]]*[>\]])?)'/u;
/** The reason that follows a refused argument, in the words of whoever refused it. */
const REASON = / is invalid(?: for argument '[^']*')?\. (.*)$/su;
/** An argument without an option; its name follows what was typed for it. */
const ARGUMENT = / is invalid for argument '([^']*)'\. /u;
const CHOICES = /^Allowed choices are (.*)\.$/u;

/**
 * Says in a sentence how a command line was wrong. It repeats names of options, but not what was typed: that may be
 * what is to be withheld.
 */
export function usageSentence({ code, message }: CommanderError): string {
  const named = OPTION.exec(message)?.[1];
  const option = named === undefined ? null : speakUsage(named);
  switch (code) {
    case 'commander.help':
      return t('No command was given.');
    case 'commander.unknownCommand':
      return t('Unknown command.');
    case 'commander.unknownOption':
      return option === null ? t('Unknown option.') : t('Unknown option {option}.', { option });
    case 'commander.missingArgument': {
      const name = /'([^']*)'/u.exec(message)?.[1] ?? '';
      return t('{argument} is missing.', { argument: speakUsage(`<${name}>`) });
    }
    case 'commander.optionMissingArgument':
      return t('The option {option} needs a value.', { option });
    case 'commander.missingMandatoryOptionValue':
      return t('The option {option} must be given.', { option });
    case 'commander.excessArguments':
      return t('Too many arguments were given.');
    case 'commander.invalidArgument': {
      const reason = REASON.exec(message)?.[1] ?? '';
      const choices = CHOICES.exec(reason)?.[1];
      const argument = ARGUMENT.exec(message)?.[1];
      return t('The value of {option} is not valid. {reason}', {
        option: argument === undefined ? option : speakUsage(`<${argument}>`),
        reason: choices === undefined ? reason : t('Allowed choices are {choices}.', { choices }),
      });
    }
    default:
      return t('The command line cannot be understood.');
  }
}
