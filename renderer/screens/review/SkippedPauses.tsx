import { useState } from 'react';
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';
import { t } from '../../../shared/messages/messages';
import { skippedPauses } from '../../../shared/plan/skippedPauses';
import { clock } from '../../../shared/text/clock';
import { PlayButton } from '../../player/PlayButton';
import { isTranscribed } from '../../session/speech';
import { useInterviewState } from '../../session/useInterview';
import { PickList } from '../../ui/PickList';
import { keyOfStretch, StretchRow } from './StretchRow';
import { TranscribeNotes } from './TranscribeNotes';
import { useTranscribeStretch } from './useTranscribeStretch';
import './details.css';
import { secondsOf } from '../../../shared/model/spans';

/** Approximate height of a row in pixels. */
const ROW_PIXELS = 44;

/**
 * Lists the pauses that were not transcribed, since nobody seems to speak in them. It is one line until it is opened,
 * and in no queue: there may be hundreds, and mostly nothing is in them.
 */
export function SkippedPauses() {
  const document = useInterviewState((state) => state.document);
  const pauses = isTranscribed(document) ? skippedPauses(document) : [];
  const [isOpen, open] = useState(false);
  const { job, told, transcribe } = useTranscribeStretch();
  const [key, choose] = useState<string | null>(null);
  if (pauses.length === 0 && told === '') return null;
  const current = pauses.find((one) => keyOfStretch(one) === key);
  const seconds = secondsOf(pauses);
  return (
    <section className="details-review" aria-label={t('Pauses')} data-own-keys>
      <Disclosure isExpanded={isOpen} onExpandedChange={open}>
        <Heading level={2}>
          <Button slot="trigger" className="button quiet details-trigger">
            <span aria-hidden="true">{isOpen ? '▾' : '▸'}</span>{' '}
            {t('{count, plural, one {# pause} other {# pauses}} not transcribed ({time} in all)', {
              count: pauses.length,
              time: clock(seconds),
            })}
          </Button>
        </Heading>
        <DisclosurePanel>
          {isOpen && (
            <div className="details-body">
              <p className="soft details-intro">
                {t(
                  'Nobody seems to speak in them, so the model did not get them. Listen where you expect somebody to say something.',
                )}
              </p>
              <div
                className="details-kind"
                style={{ height: `clamp(9rem, ${(pauses.length + 0.2) * ROW_PIXELS}px, min(30vh, 16rem))` }}
              >
                <PickList
                  label={t('Pauses not transcribed')}
                  items={pauses}
                  keyOf={keyOfStretch}
                  chosen={key}
                  onChoose={choose}
                  height={ROW_PIXELS}
                >
                  {(one) => <StretchRow span={one} />}
                </PickList>
                <div className="stack">
                  {current && (
                    <div className="row">
                      <PlayButton span={current} label={t('Hear')} />
                      <Button
                        className="button"
                        isDisabled={job.running}
                        onPress={() => void transcribe(current)}
                      >
                        {t('Transcribe this')}
                      </Button>
                    </div>
                  )}
                  <TranscribeNotes
                    job={job}
                    told={told}
                    onChoose={current ? (name) => void transcribe(current, name) : null}
                  />
                </div>
              </div>
            </div>
          )}
        </DisclosurePanel>
      </Disclosure>
    </section>
  );
}
