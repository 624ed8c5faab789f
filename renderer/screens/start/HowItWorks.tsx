import { t } from '../../../shared/messages/messages';
import { Arrow, CheckedDrawing, MarksDrawing, RecordingDrawing, TranscriptDrawing } from '../../ui/drawings';

const steps = () => [
  { Drawing: RecordingDrawing, name: t('Recording'), text: t('It is encrypted at once.') },
  { Drawing: TranscriptDrawing, name: t('Transcript'), text: t('It is made on this machine.') },
  { Drawing: MarksDrawing, name: t('Marks'), text: t('Names are suggested. You decide.') },
  { Drawing: CheckedDrawing, name: t('Checked export'), text: t('Every file is checked first.') },
];

/** Shows in pictures what happens to a recording, from the first step to the last. */
export function HowItWorks() {
  return (
    <ol className="how-it-works" aria-label={t('From a recording to an export')}>
      {steps().map(({ Drawing, name, text }, i) => (
        <li key={name}>
          {i > 0 && <Arrow />}
          <Drawing />
          <span>
            <strong>{name}</strong>
            <span className="soft">{text}</span>
          </span>
        </li>
      ))}
    </ol>
  );
}
