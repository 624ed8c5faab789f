import { parentPort } from 'node:worker_threads';
import { withIdentities } from '../../shared/leaks/identities/withIdentities';
import { suggestLeftovers } from '../../shared/leaks/suggestLeftovers';
import { nameKnowledge } from './nameKnowledge';
import type { Answer, Question } from './Suggester';
import { suggestInLabels } from './suggestInLabels';
import { suggestInTranscript } from './suggestInTranscript';

parentPort?.on('message', ({ id, about, document, told }: Question) => {
  const { speakers, words } = document;
  const suggestions =
    about === 'leftovers'
      ? suggestLeftovers(document, nameKnowledge, told)
      : withIdentities(
          [...suggestInLabels(speakers, words), ...suggestInTranscript(words)],
          nameKnowledge,
          document.language,
          words.map(({ text }) => text),
        );
  parentPort?.postMessage({ id, suggestions } satisfies Answer);
});
