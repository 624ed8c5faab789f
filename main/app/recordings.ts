import type { recordingsApi } from '../../shared/contract/recordings';
import type { HandlersOf } from './Handlers';
import { drawCover, drawCovers, eraseCover } from '../../shared/edits/drawCovers';
import { peaksOf } from '../playback/peaksOf';
import { preparePlayback } from '../playback/preparePlayback';
import type { OpenProjects } from './OpenProjects';

/** Prepares what is played of a recording, and keeps the covers over its picture. */
export function recordings(projects: OpenProjects): HandlersOf<typeof recordingsApi> {
  return {
    'playback.prepare': ({ project }, given) =>
      projects.work(project, given, async (vault, context) => {
        const { bytes } = await preparePlayback(vault, context);
        const { peaks, perSecond } = await peaksOf(vault, context.signal);
        return { bytes, peaks: Buffer.from(peaks).toString('base64'), perSecond };
      }),

    'cover.replace': ({ project, covers }) => {
      const vault = projects.get(project);
      const command = drawCovers(vault.document, covers);
      if (command) vault.execute(command);
      return { covers: covers.length };
    },

    'cover.put': ({ project, id, cover }) => {
      const vault = projects.get(project);
      const drawn = drawCover(vault.document, cover, id);
      vault.execute(drawn.command);
      return { id: drawn.id };
    },

    'cover.remove': ({ project, id }) => {
      const vault = projects.get(project);
      vault.execute(eraseCover(vault.document, id));
      return {};
    },
  };
}
