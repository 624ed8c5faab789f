import { LEVEL_WORDS } from '../../../shared/leaks/howWell';
import { QUESTION_LEVELS } from '../../../shared/model/questionLevel';
import { changeSettings } from '../../session/settings';
import type { UsedSuggestions } from '../../session/suggestions';
import { useHowWell } from '../../session/useHowWell';
import { useSession } from '../../session/useSession';
import { Choices } from '../../ui/Choices';
import { counted } from '../../ui/entityWords';

/**
 * Lets the person choose how much to be asked, and shows what each level costs and misses, and how well names are found in
 * what is spoken.
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
          How much to be asked: <strong>{LEVEL_WORDS[level]}</strong>
          {hidden > 0 && ` · ${hidden} more at “${LEVEL_WORDS.everything}”`}
        </summary>
        <Choices
          label="How much to be asked"
          value={level}
          choices={QUESTION_LEVELS.map((one) => ({
            value: one,
            label: LEVEL_WORDS[one],
            note: `Asks about ${counted(counts[one], 'place')} here. ${how?.levels[one] ?? ''}`,
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
