import { describe, expect, it } from 'vitest';
import { suggestInText } from '../../../../main/detect/suggestInText';
import { otherTexts } from '../../../../resources/names/train/developmentTexts';
import { figuresOf } from '../../../../resources/names/train/report';
import { LEAST_SCORES } from '../../../../shared/model/questionLevel';

/** The half of the sentences by which lists were chosen. `npm run names:measure` measures the other half. */
const SEEN = otherTexts().filter(({ aside }) => !aside);
/** Languages whose scripts no model reads. */
const BY_CUES = new Set(['ar', 'fa', 'my', 'ug', 'zh']);
const share = ({ of, right }: { of: number; right: number }) => right / of;

describe.each(SEEN.map((text) => [text.language, text] as const))('in %s', (_language, text) => {
  const suggestions = suggestInText(text.text);

  it('names are suggested, and hardly anything else', () => {
    const asked = suggestions.filter(({ score }) => score >= LEAST_SCORES.balanced);
    const { person, place, precision } = figuresOf([{ ...text, suggestions: asked }], () => true);
    expect(share(person)).toBeGreaterThanOrEqual(0.8);
    expect(share(place)).toBeGreaterThanOrEqual(0.8);
    expect(share(precision)).toBeGreaterThanOrEqual(0.6);
  });

  it('each stands for itself: no sentence is suggested for the name in it', () => {
    for (const { text: name, start, end } of suggestions) {
      expect(text.text.slice(start, end)).toBe(name);
      if (BY_CUES.has(text.language)) expect(name.split(/\s+/u).length).toBeLessThanOrEqual(4);
      expect(name).not.toMatch(/[\n.،。။؟]$/u);
    }
    for (const [i, { start }] of suggestions.entries())
      expect(start).toBeGreaterThanOrEqual(suggestions[i - 1]?.end ?? 0);
  });
});

describe('in scripts that no model reads', () => {
  const found = (text: string) => suggestInText(text).map((one) => one.text);

  it.each([
    [
      'a name behind a title ends before the next word of grammar',
      'قال الأستاذ نبيل سرحان إن الباب مفتوح',
      ['نبيل سرحان'],
    ],
    ['a name with particles is one', 'جاء الشيخ سالم بن راشد آل مبارك إلينا', ['سالم بن راشد آل مبارك']],
    [
      'what is named once is named wherever it stands',
      '记者方晓蕾来了。后来方晓蕾走了。',
      ['方晓蕾', '方晓蕾'],
    ],
    ['a dot joins a name', '他叫库尔班·萨比尔。', ['库尔班·萨比尔']],
    ['grammar is not part of a name', 'ဦးကျော်သက်နဲ့အတူ လာတယ်', ['ဦးကျော်သက်']],
  ])('%s', (_what, text, names) => {
    expect(found(text)).toEqual(names);
  });

  it.each([
    ['Arabic', 'أخذوا الأوراق من البيت ولم يتركوا شيئا'],
    ['Chinese', '他们晚上来敲门，拿走了所有的东西。'],
    ['Burmese', 'သူတို့ ညမှာ လာပြီး မမေးဘူး'],
    ['Georgian', 'ისინი ღამით მოვიდნენ და კარი გატეხეს'],
    ['Hebrew', 'הם באו בלילה ושברו את הדלת'],
    ['Thai', 'พวกเขามาตอนกลางคืนและพังประตู'],
  ])('a sentence without names has none: %s', (_language, text) => {
    expect(found(text)).toEqual([]);
  });

  it.each(['أحمد بن ', 'السيد ', '王', '王·', '我叫', 'ဦးအောင် '])(
    'is done soon with a long line of "%s"',
    (part) => {
      const cost = (times: number) => {
        const started = process.cpuUsage();
        suggestInText(part.repeat(times));
        const { user, system } = process.cpuUsage(started);
        return user + system;
      };
      cost(500);
      expect(cost(8000)).toBeLessThan(60 * Math.max(20_000, cost(1000)));
    },
  );
});
