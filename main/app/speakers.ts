import type { Result } from '../../shared/contract/api';
import type { speakersApi } from '../../shared/contract/speakers';
import type { ProjectDocument } from '../../shared/document/document';
import { confirmSpeakers, countProposed } from '../../shared/edits/confirmSpeakers';
import { speakerVoices } from '../../shared/plan/speakerVoices';
import type { HandlersOf } from './Handlers';
import type { OpenProjects } from './OpenProjects';
import { proposeSpeakers } from './proposeSpeakers';

/** Proposes who speaks, and confirms it. */
export function speakers(projects: OpenProjects): HandlersOf<typeof speakersApi> {
  return {
    'speakers.list': ({ project }) => listed(projects.get(project).document),

    'speakers.propose': ({ project, ...how }, given) =>
      projects.work(project, given, async (vault, context) => {
        const notes = await proposeSpeakers(vault, how, context);
        return { ...listed(vault.document), notes };
      }),

    'speakers.confirm': ({ project }) => {
      const vault = projects.get(project);
      const { proposed } = countProposed(vault.document.words);
      const command = confirmSpeakers(vault.document);
      if (command) vault.execute(command);
      return { confirmed: proposed };
    },
  };
}

function listed({ words, speakers: all }: ProjectDocument): Result<'speakers.list'> {
  const names = new Map(all.map(({ id, name }) => [id, name]));
  const said = [...speakerVoices(words)].map(([id, voice]) => ({ id, name: names.get(id) ?? '', ...voice }));
  return { speakers: said, ...countProposed(words) };
}
