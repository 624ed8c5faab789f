import { foldPhrase } from '../text/matching';

/**
 * Returns the forms that become aliases beside a name: each once, whatever its case, accents and signs, as it is
 * written first.
 */
export function aliasesFor(name: string, forms: readonly string[]): string[] {
  const known = new Set([keyOf(name)]);
  return forms.filter((form) => {
    const key = keyOf(form);
    if (key === '' || known.has(key)) return false;
    known.add(key);
    return true;
  });
}

const keyOf = (form: string): string => foldPhrase(form).join(' ');
