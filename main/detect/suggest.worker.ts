import { parentPort } from 'node:worker_threads';
import { suggestLeftovers } from '../../shared/leaks/suggestLeftovers';
import { nameKnowledge } from './nameKnowledge';
import type { Answer, Question } from './Suggester';
import { languageAmong } from './languageAmong';
import { suggestAll } from './suggestAll';
import { suggestInLabels } from './suggestInLabels';
import { suggestInTranscript } from './suggestInTranscript';
import { withNameIdentities } from './withNameIdentities';

parentPort?.on('message', ({ id, about, document, told, read }: Question) => {
  const { speakers, words } = document;
  const suggestions =
    about === 'leftovers'
      ? suggestLeftovers(document, nameKnowledge, told)
      : withNameIdentities(
          [
            ...suggestInLabels(speakers, words, read?.labels),
            ...suggestInTranscript(words, (text) => suggestAll(text, read?.transcript)),
          ],
          document.language,
          words.map(({ text }) => text),
          languageAmong(words),
        );
  parentPort?.postMessage({ id, suggestions } satisfies Answer);
});
