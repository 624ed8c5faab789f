import { t } from '../../../shared/messages/messages';
import { LEVEL_WORDS } from '../../../shared/leaks/howWell';
import { QUESTION_LEVELS } from '../../../shared/model/questionLevel';
import { changeSettings } from '../../session/settings';
import type { UsedSuggestions } from '../../session/suggestions';
import { useHowWell } from '../../session/useHowWell';
import { useSession } from '../../session/useSession';
import { Choices } from '../../ui/Choices';
import { slot, withElements } from '../../ui/withElements';

/**
 * Lets the person choose how much to be asked. It shows what each level costs and misses, and how well names are found
 * in the languages that are spoken.
 */
export function Asking({ suggestions }: { suggestions: UsedSuggestions }) {
  const level = useSession(({ settings }) => settings.ask);
  const how = useHowWell();
  const { open, counts } = suggestions;
  const hidden = counts.everything - open.length;
  return (
    <div className="asking">
      <details>
        <summary>
          {withElements(t('How much to be asked: {level}', { level: slot('level') }), {
            level: <strong>{LEVEL_WORDS[level]}</strong>,
          })}
          {hidden > 0 &&
            ` · ${t('{count, number} more at “{level}”', { count: hidden, level: LEVEL_WORDS.everything })}`}
        </summary>
        <Choices
          label={t('How much to be asked')}
          value={level}
          choices={QUESTION_LEVELS.map((one) => ({
            value: one,
            label: LEVEL_WORDS[one],
            note: `${t('Asks about {count, plural, one {# mention} other {# mentions}} here.', { count: counts[one] })} ${how?.levels[one] ?? ''}`,
          }))}
          onChange={(ask) => void changeSettings({ ask })}
        />
      </details>
      {how?.languages.map((line) => (
        <p key={line} className="soft">
          {line}
        </p>
      ))}
    </div>
  );
}
