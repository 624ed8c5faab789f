import { useState } from 'react';
import { Input, Label, Text, TextArea, TextField } from 'react-aria-components';
import { t } from '../../../shared/messages/messages';
import type { Models } from '../../session/models/useModels';
import type { TranscriptionChoice } from '../../session/queue/queue';
import { COMMON_LANGUAGES, commonLanguages, languageName } from '../../ui/languages';
import { ModelChoice } from './ModelChoice';
import { knowsEnglishOnly, languagesOf, takesNames } from './transcriptionChoice';

interface Props {
  choice: TranscriptionChoice;
  onChange: (choice: TranscriptionChoice) => void;
  models: Models | null;
}

/** Chooses the settings of the recogniser: model, language, names to expect. */
export function TranscriptionFields({ choice, onChange, models }: Props) {
  const set = (change: Partial<TranscriptionChoice>) => onChange({ ...choice, ...change });
  const among = languagesOf(choice.model, models);
  return (
    <>
      <ModelChoice value={choice.model} onChange={(model) => set({ model })} models={models} />
      {knowsEnglishOnly(choice.model, models) ? (
        <p className="soft">{t('This model knows English only.')}</p>
      ) : among ? (
        <LanguageAmong among={among} value={choice.language} onChange={(language) => set({ language })} />
      ) : (
        <LanguageField value={choice.language} onChange={(language) => set({ language })} />
      )}
      {takesNames(choice.model, models) ? (
        <TextField
          className="field"
          value={choice.prompt}
          onChange={(prompt) => set({ prompt })}
          maxLength={2000}
        >
          <Label>{t('Names and words to expect')}</Label>
          <TextArea rows={2} />
          <Text slot="description" className="soft">
            {t(
              'Spelt as they should be written. They help with what is rarely heard, and are kept only in the interview file.',
            )}
          </Text>
        </TextField>
      ) : (
        <p className="soft">{t('This model cannot be told which names and words to expect.')}</p>
      )}
    </>
  );
}

interface AmongProps {
  among: readonly string[];
  value: string;
  onChange: (language: string) => void;
}

/** Chooses one of the languages of a model that does not tell which of them it hears. */
function LanguageAmong({ among, value, onChange }: AmongProps) {
  return (
    <label className="field">
      <span className="label">{t('Language that is spoken')}</span>
      <select value={among.includes(value) ? value : ''} onChange={({ target }) => onChange(target.value)}>
        <option value="" disabled>
          {t('Choose one…')}
        </option>
        {among.map((code) => (
          <option key={code} value={code}>
            {languageName(code)}
          </option>
        ))}
      </select>
    </label>
  );
}

/** The values of the list for other languages: one code is typed, or several. */
const OTHERS = { one: 'one', several: 'several' } as const;

function LanguageField({ value, onChange }: { value: string; onChange: (language: string) => void }) {
  const [typed, setTyped] = useState<keyof typeof OTHERS | null>(() => {
    if (value.includes(',')) return 'several';
    return value === 'auto' || COMMON_LANGUAGES.includes(value) ? null : 'one';
  });
  return (
    <div className="columns">
      <label className="field">
        <span className="label">{t('Language that is spoken')}</span>
        <select
          value={typed ?? value}
          onChange={({ target }) => {
            const other = Object.values(OTHERS).find((one) => one === target.value) ?? null;
            setTyped(other);
            onChange(other === null ? target.value : '');
          }}
        >
          <option value="auto">{t('Detect automatically')}</option>
          {commonLanguages().map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
          <option value={OTHERS.one}>{t('Another…')}</option>
          <option value={OTHERS.several}>{t('Several…')}</option>
        </select>
      </label>
      {typed && (
        <TextField
          className="field"
          value={value}
          onChange={(code) => onChange((typed === 'one' ? code.trim() : code.trimStart()).toLowerCase())}
        >
          <Label>
            {typed === 'one'
              ? t('Its code of two or three letters')
              : t('Their codes, with commas between them')}
          </Label>
          <Input spellCheck="false" maxLength={typed === 'one' ? 3 : 40} />
          <Text slot="description" className="soft">
            {namesOf(value) ||
              (typed === 'one'
                ? t('For example ky for Kyrgyz.')
                : t('For example ru, kk: each stretch of speech is taken for one of them.'))}
          </Text>
        </TextField>
      )}
    </div>
  );
}

const namesOf = (codes: string): string =>
  codes
    .split(',')
    .flatMap((code) => (code.trim() === '' ? [] : (languageName(code.trim()) ?? [])))
    .join(', ');
