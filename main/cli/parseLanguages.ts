import { InvalidArgumentError } from 'commander';
import { t } from '../../shared/messages/messages';

/** Parses codes such as `ru,kk`. */
export function parseLanguages(text: string): string[] {
  const codes = text.split(',').map((code) => code.trim().toLowerCase());
  if (!codes.every((code) => /^[a-z]{2,3}$/u.test(code)))
    throw new InvalidArgumentError(t('It must be codes of two or three letters, with commas between them.'));
  return codes;
}
