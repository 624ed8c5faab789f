import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { describe, expect, it } from 'vitest';
import { describeIssues } from '../../../../main/rpc/describeIssues';
import { appRoot } from '../../../../main/system/appRoot';
import { inLocale, type Catalogue } from '../../../../shared/messages/messages';
import { drawnCoverSchema } from '../../../../shared/model/cover';
import { entitySchema, mentionSchema } from '../../../../shared/model/entity';
import { markSchema } from '../../../../shared/model/mark';
import { wordSchema } from '../../../../shared/model/word';

const russian = JSON.parse(
  readFileSync(join(appRoot(), 'resources', 'messages', 'ru.json'), 'utf8'),
) as Catalogue;

/** Returns what is said of a value that a schema refuses. Rules of ours say their sentence while they are asked. */
const describeIn = (locale: 'en' | 'ru', schema: z.ZodType, value: unknown): string =>
  inLocale(locale, locale === 'ru' ? russian : {}, () => {
    const { error } = schema.safeParse(value);
    if (!error) throw new Error('it was taken');
    return describeIssues(error, value);
  });

const marks = z.array(markSchema).min(1);
const key = { at: 0, x: 0.1, y: 0.1, width: 0.2, height: 0.2 };
const word = { id: 'w1', text: 'one', start: 0, end: 1 };
const mention = { id: 'm1', entityId: 'e1', wordIds: ['w1'], span: null, drawn: false };
const entity = { id: 'e1', type: 'person', name: 'Amina', aliases: [], decision: 'keep' };

describe('describeIssues', () => {
  it.each<[string, z.ZodType, unknown, string, string]>([
    ['no list', marks, { Amina: 1 }, 'expected a list, got an object', 'нужно: список, а стоит объект'],
    ['an empty list', marks, [], 'expected at least 1 entry', 'нужно не меньше 1 элемента'],
    [
      'another kind',
      marks,
      [{ text: 7 }],
      '[0].text: expected text, got a number',
      '[0].text: нужно: текст, а стоит число',
    ],
    [
      'nothing',
      marks,
      [{ from: 1 }],
      '[0].to: expected a number, got nothing',
      '[0].to: нужно: число, а не стоит ничего',
    ],
    [
      'a field of its own',
      marks,
      [{ text: 'x', Amina: 1 }],
      '[0]: it has a field that is not known',
      '[0]: в ней есть неизвестное поле',
    ],
    [
      'an empty text',
      marks,
      [{ text: ' ' }],
      '[0].text: expected at least 1 character',
      '[0].text: нужно не меньше 1 знака',
    ],
    [
      'a long text',
      marks,
      [{ text: 'x', description: 'x'.repeat(201) }],
      '[0].description: expected at most 200 characters',
      '[0].description: нужно не больше 200 знаков',
    ],
    [
      'a small number',
      marks,
      [{ from: -1, to: 2 }],
      '[0].from: expected 0 or more',
      '[0].from: нужно число не меньше 0',
    ],
    [
      'a large number',
      drawnCoverSchema,
      { keys: [{ ...key, x: 640 }], to: 5 },
      'keys[0].x: expected 1 or less',
      'keys[0].x: нужно число не больше 1',
    ],
    [
      'nothing of a width',
      drawnCoverSchema,
      { keys: [{ ...key, width: 0 }], to: 5 },
      'keys[0].width: expected more than 0',
      'keys[0].width: нужно число больше 0',
    ],
    [
      'none of several',
      entitySchema,
      { ...entity, decision: 'hide' },
      'decision: expected withhold, keep or undecided',
      'decision: нужно withhold, keep или undecided',
    ],
    [
      'half a number',
      z.int(),
      1.5,
      'expected a whole number, got a number',
      'нужно: целое число, а стоит число',
    ],
    [
      'a rule of ours',
      wordSchema,
      { ...word, text: 'one two' },
      'text: a word has no spaces',
      'text: в слове нет пробелов',
    ],
    [
      'a mention of nothing',
      mentionSchema,
      { ...mention, wordIds: [] },
      'a mention has words or a span',
      'у отметки есть слова или отрезок времени',
    ],
  ])(
    'says of %s where it is and what is wrong, in the language of the app',
    (_, schema, value, english, translated) => {
      expect(describeIn('en', schema, value)).toBe(english);
      expect(describeIn('ru', schema, value)).toBe(translated);
    },
  );

  it('quotes nothing of what was given', () => {
    for (const value of [
      [{ text: 'x', Amina: 'Amina' }],
      [{ from: 'Amina', to: 1 }],
      { Amina: 'Amina' },
      'Amina',
    ])
      expect(describeIn('en', marks, value)).not.toContain('Amina');
  });
});
