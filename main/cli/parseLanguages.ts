import { InvalidArgumentError } from 'commander';
import { t } from '../../shared/messages/messages';

/** `ru,kk` as codes. */
export function parseLanguages(text: string): string[] {
  const codes = text.split(',').map((code) => code.trim().toLowerCase());
  if (!codes.every((code) => /^[a-z]{2,3}$/u.test(code)))
    throw new InvalidArgumentError(t('It must be codes of two or three letters, with commas between them.'));
  return codes;
}
