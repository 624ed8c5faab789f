import { useState } from 'react';
import { Input, Label, Text, TextArea, TextField } from 'react-aria-components';
import type { Models } from '../../session/calls/useModels';
import type { TranscriptionChoice } from '../../session/queue/queue';
import { COMMON_LANGUAGES, languageName } from './languages';
import { ModelChoice } from './ModelChoice';
import { knowsEnglishOnly } from './transcriptionChoice';

interface Props {
  choice: TranscriptionChoice;
  onChange: (choice: TranscriptionChoice) => void;
  models: Models | null;
}

/** Chooses the settings of the recogniser: model, language, names to expect. */
export function TranscriptionFields({ choice, onChange, models }: Props) {
  const set = (change: Partial<TranscriptionChoice>) => onChange({ ...choice, ...change });
  return (
    <>
      <ModelChoice value={choice.model} onChange={(model) => set({ model })} models={models} />
      {knowsEnglishOnly(choice.model, models) ? (
        <p className="soft">This model knows English only.</p>
      ) : (
        <LanguageField value={choice.language} onChange={(language) => set({ language })} />
      )}
      <TextField
        className="field"
        value={choice.prompt}
        onChange={(prompt) => set({ prompt })}
        maxLength={2000}
      >
        <Label>Names and words to expect</Label>
        <TextArea rows={2} />
        <Text slot="description" className="soft">
          Spelt as they should be written. They help with what is rarely heard, and are kept only in the
          interview’s own file.
        </Text>
      </TextField>
    </>
  );
}

function LanguageField({ value, onChange }: { value: string; onChange: (language: string) => void }) {
  const [other, setOther] = useState(value !== 'auto' && !COMMON_LANGUAGES.includes(value));
  const name = languageName(value);
  return (
    <div className="columns">
      <label className="field">
        <span className="label">Language that is spoken</span>
        <select
          value={other ? '' : value}
          onChange={({ target }) => {
            setOther(target.value === '');
            onChange(target.value);
          }}
        >
          <option value="auto">Found out from the recording</option>
          {COMMON_LANGUAGES.map((code) => (
            <option key={code} value={code}>
              {languageName(code)}
            </option>
          ))}
          <option value="">Another…</option>
        </select>
      </label>
      {other && (
        <TextField className="field" value={value} onChange={(code) => onChange(code.trim().toLowerCase())}>
          <Label>Its code of two or three letters</Label>
          <Input spellCheck="false" maxLength={3} />
          <Text slot="description" className="soft">
            {name !== null && name !== '' ? name : 'For example ky for Kyrgyz.'}
          </Text>
        </TextField>
      )}
    </div>
  );
}
