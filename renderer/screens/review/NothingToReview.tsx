import { Button } from 'react-aria-components';
import { t } from '../../../shared/messages/messages';
import { goToTab } from '../../session/go';
import type { Tab } from '../../session/Session';
import type { UsedSuggestions } from '../../session/suggestions';
import { useInterviewState } from '../../session/useInterview';
import { ErrorNote } from '../../ui/ErrorNote';
import { Asking } from './Asking';

const show = (tab: Tab) => () => goToTab(tab);

/** Says why there is nothing to decide, and what to do instead. */
export function NothingToReview({ suggestions }: { suggestions: UsedSuggestions }) {
  const words = useInterviewState(({ document }) => document.words.length);
  const { loading, refresh } = suggestions;
  const error = suggestions.error ?? suggestions.leftError;
  if (error) return <ErrorNote error={error} onRetry={refresh} />;
  if (loading) return <p role="status">{t('Looking for names in the transcript…')}</p>;
  if (words === 0) {
    return (
      <>
        <h2>{t('There is no transcript yet')}</h2>
        <p>{t('Once the recording is transcribed, names that are said in it are suggested here.')}</p>
        <Button className="button" onPress={show('transcript')}>
          {t('Go to the transcript')}
        </Button>
      </>
    );
  }
  return (
    <>
      <h2>{t('Nothing is left to decide')}</h2>
      <p>
        {t(
          'Suggestions miss names, above all those that were written down as ordinary words. Read the transcript once more, and withhold what you find there. Then look at it as it will be published.',
        )}
      </p>
      <Asking suggestions={suggestions} />
      <div className="row">
        <Button className="button" onPress={show('transcript')}>
          {t('Read the transcript')}
        </Button>
        <Button className="button" onPress={show('identities')}>
          {t('See what is withheld')}
        </Button>
        <Button className="button primary" onPress={show('published')}>
          {t('Look at it as published')}
        </Button>
      </div>
    </>
  );
}
