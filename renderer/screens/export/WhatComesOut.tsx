import { t } from '../../../shared/messages/messages';
import { formatMarker } from '../../../shared/model/marker';
import { useInterviewState } from '../../session/useInterview';
import {
  PictureDrawing,
  PublishedSoundDrawing,
  PublishedTextDrawing,
  ReportDrawing,
} from '../../ui/drawings';
import type { ExportForm } from './exportState';

/** Shows in pictures what will be in the folder, as far as that is chosen. */
export function WhatComesOut({ form: { formats, recording, blur } }: { form: ExportForm }) {
  const markerWord = useInterviewState(({ document }) => document.markerWord);
  const marker = formatMarker(markerWord);
  if (formats.size === 0 && recording === 'none') return null;
  return (
    <section className="what-comes-out" aria-labelledby="what-comes-out">
      <h2 id="what-comes-out">{t('What you get')}</h2>
      <ul>
        {formats.size > 0 && (
          <li>
            <PublishedTextDrawing marker={marker} />
            {t('A text that reads {marker} where words are withheld', { marker })}
          </li>
        )}
        {recording !== 'none' && (
          <li>
            <PublishedSoundDrawing blur={blur} />
            {t(
              'Sound with {blur, select, noise {noise} tone {a tone} other {silence}} in place of withheld words',
              { blur },
            )}
          </li>
        )}
        {(recording === 'covered' || recording === 'kept') && (
          <li>
            <PictureDrawing covered={recording === 'covered'} />
            {recording === 'covered'
              ? t('The picture, covered while something is withheld')
              : t('The picture as it is')}
          </li>
        )}
        <li>
          <ReportDrawing />
          {t('A report on what was checked')}
        </li>
      </ul>
    </section>
  );
}
