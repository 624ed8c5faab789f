import { suggestLeftovers } from '../../shared/leaks/suggestLeftovers';
import { answerQuestions } from '../system/threads/answerQuestions';
import { languageAmong } from './languageAmong';
import { nameKnowledge } from './nameKnowledge';
import type { SuggesterTalk } from './Suggester';
import { suggestAll } from './suggestAll';
import { suggestInHeadings } from './suggestInHeadings';
import { suggestInLabels } from './suggestInLabels';
import { suggestInTranscript } from './suggestInTranscript';
import { withNameIdentities } from './withNameIdentities';

answerQuestions<SuggesterTalk>(({ about, document, told, read }) => {
  if (about === 'leftovers') return suggestLeftovers(document, nameKnowledge, told);
  const { speakers, words } = document;
  return withNameIdentities(
    [
      ...suggestInLabels(speakers, words, read?.labels),
      ...suggestInHeadings(document, read?.headings),
      ...suggestInTranscript(words, (text) => suggestAll(text, read?.transcript)),
    ],
    document.language,
    words.map(({ text }) => text),
    languageAmong(words),
  );
});
