import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { Result } from '../../shared/contract/api';
import { findPhrase } from '../../shared/text/matching';
import { FIXTURES, ROOT, useFolder, withheld, withheldJson } from './withheld';

const truthSchema = z.object({
  entities: z.array(z.object({ type: z.string(), mentions: z.array(z.object({ text: z.string() })) })),
});

/** Goes from a camera file to a verified folder by the command line alone, with a synthetic interview. */
describe('the way from recording to publishable folder', () => {
  const at = useFolder();
  let project = '';
  let shown: Result<'project.show'>;

  beforeAll(async () => {
    project = at('an interview, “May”.withheld');
    const media = join(ROOT, 'resources', 'demo', 'interview.mp4');
    await withheldJson(['new', project, '--media', media]);
    await withheldJson(['transcribe', project, '--model', 'demo', '--language', 'en']);
    shown = await withheldJson<Result<'project.show'>>(['show', project]);
  });

  it('hears words in order, each with a time of its own inside the recording', () => {
    expect(shown.words.length).toBeGreaterThan(200);
    let end = 0;
    for (const word of shown.words) {
      expect(word.start).toBeGreaterThanOrEqual(end);
      expect(word.end).toBeGreaterThan(word.start ?? Infinity);
      end = word.end ?? NaN;
    }
    expect(end).toBeLessThanOrEqual(shown.media?.duration ?? 0);
  });

  it('suggests with a type, a time, a score and a reason, and withholds nothing by that', async () => {
    const { suggestions } = await withheldJson<Result<'suggest.project'>>(['suggest', project]);
    expect(new Set(suggestions.map(({ type }) => type))).toContain('person');
    for (const { start, end, why } of suggestions) {
      expect(end).toBeGreaterThan(start);
      expect(why).not.toBe('');
    }
    const after = await withheldJson<Result<'project.show'>>(['show', project]);
    expect(after.plan).toEqual({ runs: [], spans: [] });
  });

  describe('with everything accepted that is suggested', () => {
    const names = async () => {
      const truth = truthSchema.parse(
        JSON.parse(await readFile(join(FIXTURES, 'interviews', 'phone-call-2min.truth.json'), 'utf8')),
      );
      return truth.entities
        .filter(({ type }) => type === 'person' || type === 'place')
        .flatMap(({ mentions }) => mentions.map(({ text }) => text));
    };

    beforeAll(async () => {
      await withheldJson(['mark', project, '--accept-suggestions']);
      shown = await withheldJson(['show', project]);
    });

    it('covers every withheld word with a span', () => {
      const { words, plan } = shown;
      expect(plan.runs.length).toBeGreaterThan(10);
      for (const { first, last } of plan.runs) {
        for (const { start, end } of words.slice(first, last + 1)) {
          const covered = plan.spans.some(({ from, to }) => from <= (start ?? -1) && (end ?? Infinity) <= to);
          expect(covered).toBe(true);
        }
      }
    });

    it('marks the same again without adding anything', async () => {
      await withheldJson(['mark', project, '--accept-suggestions']);
      expect(await withheldJson(['show', project])).toEqual(shown);
    });

    it('exports every format and the picture, and nothing withheld can be found in the folder', async () => {
      const out = at('published');
      const formats = ['txt', 'docx', 'html', 'srt', 'vtt', 'json'];
      const { files, checks } = await withheldJson<Result<'export.run'>>([
        'export',
        project,
        '--out',
        out,
        '--formats',
        formats.join(','),
        '--title',
        'A call at night',
      ]);
      expect(files.map(({ name }) => name).sort()).toEqual((await readdir(out)).sort());
      expect(files.map(({ name }) => name).sort()).toEqual(
        [
          ...formats.map((format) => `transcript.${format}`),
          'recording.mp4',
          'report.html',
          'report.json',
        ].sort(),
      );
      expect(checks.every(({ ok }) => ok)).toBe(true);

      const text = await readFile(join(out, 'transcript.txt'), 'utf8');
      expect(text.startsWith('A call at night\n')).toBe(true);
      expect(text).toContain('(DELETED)');
      const published = text
        .split(/\s+/u)
        .map((word, i) => ({ id: String(i), text: word || '-', start: null, end: null }));
      for (const name of await names()) expect(findPhrase(published, name).length).toBe(0);

      const again = await withheldJson<Result<'verify.run'>>(['verify', project, out]);
      expect(again.ok).toBe(true);
    });

    it('refuses a folder that was changed after the export', async () => {
      const out = at('changed later');
      await withheldJson(['export', project, '--out', out, '--formats', 'txt', '--media', 'none']);
      const { writeFile } = await import('node:fs/promises');
      await writeFile(join(out, 'notes.txt'), 'left behind');
      const { code, stdout } = await withheld(['verify', project, out, '--json']);
      expect(code).toBe(1);
      expect(JSON.parse(stdout)).toMatchObject({ ok: false });
    });

    it('refuses a title that names someone, and leaves no folder', async () => {
      const [name = ''] = shown.entities.filter(({ type }) => type === 'person').map((entity) => entity.name);
      const out = at('refused');
      const { code, stdout, stderr } = await withheld([
        'export',
        project,
        '--out',
        out,
        '--media',
        'none',
        '--title',
        `The story of ${name}`,
        '--json',
      ]);
      expect(code).toBe(1);
      expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'EXPORT_WOULD_LEAK' } });
      expect(stdout + stderr).not.toContain(name);
      await expect(readdir(out)).rejects.toThrow();
    });
  });
});
