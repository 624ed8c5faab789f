import { t } from '../messages/messages';
import type { Undecided } from '../model/undecided';

/** Says what nobody has decided, in one sentence for each kind; none when there is nothing. */
export function undecidedWords({ names, places, identities, linesWithoutSpeaker }: Undecided): string[] {
  const said: string[] = [];
  if (names > 0)
    said.push(
      t(
        '{names, plural, one {# suggested name} other {# suggested names}} in {mentions, plural, one {# mention} other {# mentions}}: nobody has decided, so published as said.',
        { names, mentions: places },
      ),
    );
  if (identities > 0)
    said.push(
      t(
        '{count, plural, one {# identity} other {# identities}} without a decision: published wherever said.',
        { count: identities },
      ),
    );
  if (linesWithoutSpeaker > 0)
    said.push(
      t(
        '{count, plural, one {# line} other {# lines}} without a speaker: published with a label that says so.',
        { count: linesWithoutSpeaker },
      ),
    );
  return said;
}

/** Says that an export withholds nothing. */
export const nothingWithheld = (): string => t('Nothing is withheld: all that was said is in these files.');
