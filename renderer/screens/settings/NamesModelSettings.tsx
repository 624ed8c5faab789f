import { locale, t } from '../../../shared/messages/messages';
import type { NamesModelFacts } from '../../../shared/model/namesModelFacts';
import { useJob } from '../../session/calls/useJob';
import { changeSettings } from '../../session/settings';
import { useSession } from '../../session/useSession';
import { ErrorNote } from '../../ui/ErrorNote';
import { listed } from '../../../shared/text/listed';
import { FileField } from '../start/FileField';

/** Chooses a names model of the person's own. It is tried first, and becomes the setting only if it can be used. */
export function NamesModelSettings() {
  const file = useSession(({ settings }) => settings.namesModel);
  const { running, error, result, start, reset } = useJob('suggest.checkModel');
  const choose = async (path: string | null) => {
    reset();
    if (path === null) return changeSettings({ namesModel: '' });
    const facts = await start({ namesModel: path });
    if (facts) await changeSettings({ namesModel: path });
  };
  return (
    <section className="stack tight" aria-labelledby="names-model">
      <h3 id="names-model">{t('A names model of your own')}</h3>
      <p className="soft">
        {t(
          'If you have a model that finds names (token classification: an .onnx file with its tokenizer.json and config.json beside it), it can read every transcript, too. It runs on this machine, fetches nothing, and needs minutes for a long interview. What only it finds says “your model reads it as a name”; how often that is right, nobody has measured.',
        )}
      </p>
      <FileField
        label={t('Names model')}
        kind="namesModel"
        path={file === '' ? null : file}
        onChange={(path) => void choose(path)}
      />
      {running && <p role="status">{t('Trying the model…')}</p>}
      {result && file !== '' && <p role="status">{describe(result)}</p>}
      {error && <ErrorNote error={error} onDismiss={reset} />}
    </section>
  );
}

const KINDS: Record<NamesModelFacts['kinds'][number], () => string> = {
  person: () => t('people'),
  place: () => t('places'),
  organisation: () => t('organisations'),
};

function describe({ kinds, labels, ignored, bytes }: NamesModelFacts): string {
  const size = new Intl.NumberFormat(locale(), { style: 'unit', unit: 'megabyte' });
  const sentences = [
    t('It can be used, and finds {kinds} ({labels}).', {
      kinds: listed(kinds.map((kind) => KINDS[kind]())),
      labels: labels.join(', '),
    }),
    ignored.length > 0 && t('Its other labels are left alone: {labels}.', { labels: ignored.join(', ') }),
    t('Its size is {size}.', { size: size.format(Math.max(1, Math.round(bytes / 1e6))) }),
  ];
  return sentences.filter((sentence) => sentence !== false).join(' ');
}
