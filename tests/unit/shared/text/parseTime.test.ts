import { describe, expect, it } from 'vitest';
import { clock } from '../../../../shared/text/clock';
import { parseTime } from '../../../../shared/text/parseTime';

describe('parseTime', () => {
  it.each([
    ['90', 90],
    ['0:07', 7],
    ['12:15', 735],
    ['1:30:00', 5400],
    [' 62:03 ', 3723],
    ['2:05.3', 125.3],
    ['2:05,5', 125.5],
    ['1h 2m 3s', 3723],
    ['1h2m', 3720],
    ['90 min', 5400],
    ['1.5 h', 5400],
    ['2 ч 5 мин', 7500],
    ['45 сек', 45],
    ['2 сағат', 7200],
    ['1 сағ. 5 минут', 3900],
    ['1 hour 2 minutes', 3720],
    ['1 : 30', 90],
    ['١:٣٠', 90],
    ['۱:۰۲:۰۳٫۵', 3723.5],
    ['１：３０', 90],
    ['\u202a12:15\u202c', 735],
  ])('reads %s', (text, seconds) => {
    expect(parseTime(text)).toBeCloseTo(seconds, 6);
  });

  it.each([
    '',
    'soon',
    '1:75',
    '1:2:3:4',
    '-5',
    '1::2',
    '5 x',
    '3m 2h',
    '2m 2m',
    '1h 30',
    '5 ms',
    '3 months',
  ])('takes %j for no time', (text) => {
    expect(parseTime(text)).toBeNull();
  });

  it('reads back what the app shows', () => {
    for (const seconds of [0, 59, 60, 3599, 3600, 14_399]) expect(parseTime(clock(seconds))).toBe(seconds);
  });
});
