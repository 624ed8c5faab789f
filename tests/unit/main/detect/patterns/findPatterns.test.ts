import { describe, expect, it } from 'vitest';
import { findPatterns } from '../../../../../main/detect/patterns/findPatterns';
import { isChineseId, isIin, isLuhn } from '../../../../../main/detect/patterns/findDocumentNumbers';

const found = (text: string) => findPatterns(text).map(({ type, text: part }) => `${type}: ${part}`);

describe('findPatterns', () => {
  it.each([
    ['Call +7 701 555 0101, please.', ['phone: +7 701 555 0101']],
    ['Call +7(701)555-01-01.', ['phone: +7(701)555-01-01']],
    ['from +442079460958 at night', ['phone: +442079460958']],
    ['it was 8 (701) 555 01 01 then', ['phone: 8 (701) 555 01 01']],
    ['The number was 555 01 01.', ['phone: 555 01 01']],
    ['heard as +7 74 A8 55555 38831. I', ['phone: +7 74 A8 55555 38831']],
    [
      'plus seven seven oh one five five five oh one two three',
      ['phone: plus seven seven oh one five five five oh one two three'],
    ],
    ['my number is seven oh one double five five', ['phone: seven oh one double five five']],
    ['write to mira.oten+x@post.example.org.', ['email: mira.oten+x@post.example.org']],
    ['write to mira dot oten at post dot org today', ['email: mira dot oten at post dot org']],
    ['see https://example.org/mira?x=1, or', ['other: https://example.org/mira?x=1']],
    ['ask @mira_oten there', ['id: @mira_oten']],
    ['the IMEI 490154203237518', ['id: 490154203237518']],
    ['card 4539 1488 0343 6467.', ['id: 4539 1488 0343 6467']],
    ['account DE89 3704 0044 0532 0130 00.', ['id: DE89 3704 0044 0532 0130 00']],
    ['passport number N 04471882 and', ['id: N 04471882']],
    ['I was born in Almaty on 5 May 1990.', ['date: 5 May 1990']],
    ['date of birth: 05.05.1990', ['date: 05.05.1990']],
    ['her birthday is March 3rd', ['date: March 3rd']],
    ['identity card No. 041 882 317', ['id: 041 882 317']],
  ])('finds in %j', (text, patterns) => {
    expect(found(text)).toEqual(patterns);
  });

  it.each([
    'in 2019 2020 and 2021',
    'they paid 250 000 tenge and 1 200 000 dollars',
    'about 1 500 people, then 12 345 more',
    'one, two, three, four, five, six, seven',
    'it was 10:30 on 12.05.2021',
    'article 174, part 2, of 03.07.2014',
    'he was at home at noon, dot your letters',
    'they paid 04471882',
    'it was on 5 May 2021, the day my son was born',
  ])('leaves %j alone', (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('check digits', () => {
  it.each([
    [isLuhn, '490154203237518', '490154203237519'],
    [isIin, '900515300127', '900515300126'],
    [isChineseId, '11010519491231002X', '110105194912310021'],
  ])('%o tells right from wrong', (check, right, wrong) => {
    expect([check(right), check(wrong)]).toEqual([true, false]);
  });
});
