import { parentPort } from 'node:worker_threads';
import { withIdentities } from '../../shared/leaks/identities/withIdentities';
import { suggestLeftovers } from '../../shared/leaks/suggestLeftovers';
import type { ProjectDocument } from '../../shared/document/document';
import { likelyLanguage } from '../../shared/text/likelyLanguage';
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
          languageOf(document),
        );
  parentPort?.postMessage({ id, suggestions } satisfies Answer);
});

/** What a transcript is said to be in, or else what its words tell. */
const languageOf = ({ language, words }: ProjectDocument): string =>
  language === 'und' ? likelyLanguage(words.map(({ text }) => text)) : language;
