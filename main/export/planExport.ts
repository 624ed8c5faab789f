import { basename, resolve } from 'node:path';
import { t } from '../../shared/messages/messages';
import type { AudioFormat, Blur, TextFormat } from '../../shared/model/formats';
import { AppError } from '../../shared/model/errors';
import type { ProjectDocument } from '../../shared/document/document';
import type { Picture, SoundTrack } from '../../shared/model/media';
import type { Cover } from '../../shared/model/cover';
import type { Span } from '../../shared/model/entity';
import { withheldMentions } from '../../shared/plan/RedactionPlan';
import { LeakFinder } from '../../shared/leaks/LeakFinder';
import type { NameKnowledge } from '../../shared/leaks/NameKnowledge';
import { plannedText } from '../../shared/leaks/plannedText';
import type { PublishedParagraph } from '../../shared/plan/render';
import { isTold } from '../../shared/model/leakPlace';
import { whatIsLeft } from '../../shared/leaks/whatIsLeft';
import { isBlank } from '../../shared/model/isBlank';
import { isTimed } from '../../shared/model/word';
import type { Params } from '../../shared/contract/api';
import { neutralTitle } from './neutralTitle';
import { exportedTrack } from './sound/exportedTrack';
import { refuseLeft } from './refuseLeft';
import type { TranscriptInfo } from './transcript/transcriptInfo';

export type ExportOptions = Omit<Params<'export.run'>, 'project' | 'listen' | 'model' | 'ask'>;

/** Everything that an export writes, settled before the first byte. */
export interface ExportPlan {
  formats: readonly TextFormat[];
  paragraphs: PublishedParagraph[];
  info: TranscriptInfo;
  recording:
    | { kind: 'audio'; format: AudioFormat; track: SoundTrack }
    | { kind: 'video'; picture: Picture; track: SoundTrack; covers: Cover[] | undefined }
    | null;
  blur: Blur;
  /** Seconds */
  spans: Span[];
  finder: LeakFinder;
}

/**
 * Settles what to export, and refuses what would leak or cannot be made.
 * @throws {AppError} `EXPORT_WOULD_LEAK`, `EXPORT_UNSUPPORTED`, `MEDIA_MISSING`, `TRANSCRIPT_MISSING`,
 * `TRANSCRIPT_NO_TIMES`, `USAGE`.
 */
export function planExport(
  document: ProjectDocument,
  options: ExportOptions,
  names: NameKnowledge,
): ExportPlan {
  const { words } = document;
  requireSeen(options);
  const recording = chooseRecording(document, options);
  const formats = [...new Set(options.formats ?? (words.length > 0 ? (['txt', 'docx'] as const) : []))];
  if (formats.length > 0 && words.length === 0) {
    throw new AppError(
      'TRANSCRIPT_MISSING',
      t('The interview has no transcript to export.'),
      t('Transcribe the recording first, or export the recording alone.'),
    );
  }
  if (formats.length === 0 && !recording) {
    throw new AppError('USAGE', t('There is nothing to export.'), t('Choose a text format, audio or video.'));
  }
  const subtitles = formats.some((format) => format === 'srt' || format === 'vtt');
  if (subtitles && !words.every(isTimed)) {
    throw new AppError(
      'TRANSCRIPT_NO_TIMES',
      t('This transcript has no times, so it cannot become subtitles.'),
      t('Leave out srt and vtt, or transcribe the recording so that the words get times.'),
    );
  }
  const isTimeTold = options.timeCodes === 'paragraph' && formats.some(isRead);
  if (isTimeTold && !words.every(isTimed)) {
    throw new AppError(
      'TRANSCRIPT_NO_TIMES',
      t('This transcript has no times, so its paragraphs cannot tell them.'),
      t('Export it without time codes, or transcribe the recording so that the words get times.'),
    );
  }
  requireUsed(options, { recording, isRead: formats.some(isRead) });
  if (recording) refuseAudible(document);

  const finder = LeakFinder.of(document, names);
  const text = plannedText(document, finder);
  const { plan, paragraphs } = text;
  const info = {
    title: options.title ?? neutralTitle(document.language, paragraphs),
    intro: options.intro,
    language: document.language,
    timeCodes: options.timeCodes,
  };
  const { title, intro } = info;
  const left = whatIsLeft(document, finder, { title, intro, folder: folderName(options.out) }, text);
  refuseLeft(
    left.filter(({ kind }) => isTold(kind, { text: formats.length > 0, sound: recording !== null })),
  );
  return { formats, paragraphs, info, recording, blur: options.blur ?? 'noise', spans: plan.spans, finder };
}

/** True for formats that are made to be read, not played or computed with; these can tell when a paragraph begins. */
const isRead = (format: TextFormat): boolean => format === 'txt' || format === 'docx' || format === 'html';

/** Refuses a title or an introduction that has signs, but none that can be seen: it may hold what nobody noticed. */
function requireSeen({ title = '', intro = '' }: ExportOptions): void {
  const unseen = [title, intro].filter((text) => text.trim() !== '' && isBlank(text));
  if (unseen.length === 0) return;
  throw new AppError(
    'USAGE',
    t('The title or the introduction has nothing but signs that nobody can see.'),
    t('Write it anew, or leave it out.'),
  );
}

/** Refuses a choice that would do nothing: whoever asks for disguised voices believes afterwards that they are. */
function requireUsed(
  { audioFormat, blur, disguise, timeCodes }: ExportOptions,
  { recording, isRead: read }: { recording: ExportPlan['recording']; isRead: boolean },
): void {
  if (!recording && (disguise === true || audioFormat !== undefined || blur !== undefined)) {
    throw new AppError(
      'USAGE',
      t('Nothing of a recording is exported, so a choice about its sound would do nothing.'),
      t('Leave that choice out, or export the recording too.'),
    );
  }
  if (recording?.kind === 'video' && audioFormat !== undefined) {
    throw new AppError(
      'USAGE',
      t('A video has a sound format of its own.'),
      t('Leave out the format of the sound, or export the sound alone.'),
    );
  }
  if (timeCodes === 'paragraph' && !read) {
    throw new AppError(
      'USAGE',
      t('None of the formats tells when a paragraph begins.'),
      t('Leave out the time codes, or export a format that is made to be read: txt, docx or html.'),
    );
  }
}

function chooseRecording(
  { media, covers }: ProjectDocument,
  options: ExportOptions,
): ExportPlan['recording'] {
  const isSeen = options.picture === 'keep' || options.picture === 'cover';
  const usual = isSeen || (media?.picture && options.audioFormat === undefined) ? 'video' : 'audio';
  const choice = options.media ?? (media ? usual : 'none');
  if (isSeen && choice !== 'video') {
    throw new AppError(
      'USAGE',
      t('Only a video has a picture to keep or to cover.'),
      t('Export a video, or make no choice about the picture.'),
    );
  }
  if (choice === 'none') return null;
  if (!media) {
    throw new AppError(
      'MEDIA_MISSING',
      t('The interview has no recording to export.'),
      t('Export the transcript alone.'),
    );
  }
  const track = exportedTrack(media);
  if (choice === 'audio' || options.picture === 'none')
    return { kind: 'audio', format: options.audioFormat ?? 'm4a', track };
  if (!media.picture) {
    throw new AppError(
      'EXPORT_UNSUPPORTED',
      t('The recording has no picture, so it cannot become a video.'),
      t('Export the sound alone instead.'),
    );
  }
  const isCovered = choosePicture(options, covers) === 'cover';
  return { kind: 'video', picture: media.picture, track, covers: isCovered ? covers : undefined };
}

/**
 * Chooses what becomes of a picture that is exported. Covers are never left out: where there are any, the picture is
 * covered, and to keep it is refused.
 */
function choosePicture({ picture }: ExportOptions, covers: readonly Cover[]): 'keep' | 'cover' {
  if (picture === 'keep' && covers.length > 0) {
    throw new AppError(
      'EXPORT_WOULD_LEAK',
      t('The interview has covers, and a picture that is kept would show what is under them.'),
      t('Export it with the picture covered, or remove the covers first.'),
    );
  }
  return picture === 'cover' || covers.length > 0 ? 'cover' : 'keep';
}

/**
 * Refuses a recording in which something could be heard that nobody has looked at, or that is withheld at an unknown
 * time.
 */
function refuseAudible({ transcription, ...document }: ProjectDocument): void {
  if (transcription && transcription.finished < transcription.windows.length) {
    throw new AppError(
      'EXPORT_WOULD_LEAK',
      t('The recording is not transcribed to its end, so names in the rest of it are not marked.'),
      t('Finish the transcription, or export the transcript alone.'),
    );
  }
  const nowhere = withheldMentions({ transcription, ...document }).filter(({ span }) => span === null);
  if (nowhere.length > 0) {
    throw new AppError(
      'EXPORT_WOULD_LEAK',
      t(
        '{count, plural, =1 {One place withheld in the text could still be heard: its time is not known.} one {# place withheld in the text could still be heard: its time is not known.} other {# places withheld in the text could still be heard: their times are not known.}}',
        { count: nowhere.length },
      ),
      t('Mark them in the recording by time, or export the transcript alone.'),
      {
        places: nowhere.map(({ entityId, wordIds }) => ({
          ...{ kind: 'words', time: null, wordIds, likeness: 'form', entityId },
        })),
      },
    );
  }
}

/** Returns the name under which the folder is handed on, packed or copied. */
const folderName = (out: string): string => basename(resolve(out));
