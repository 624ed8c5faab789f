import { describe, expect, it } from 'vitest';
import { setLocale } from '../../../../../shared/messages/messages';
import { guessesFor, strengthOf } from '../../../../../renderer/screens/start/strength';

describe('the strength of a passphrase', () => {
  it('is told as the time that a hundred strong computers need', () => {
    expect(strengthOf(1).time).toBe('less than a minute');
    expect(strengthOf(10_000 * 60).time).toBe('about 1 minute');
    expect(strengthOf(10_000 * 3600 * 47).time).toBe('about 1 day');
    expect(strengthOf(10_000 * 3600 * 24 * 12).time).toBe('about 10 days');
    expect(strengthOf(1e4 * 3600 * 24 * 400).time).toBe('about 1 year');
    expect(strengthOf(Number.MAX_VALUE).time).toBe('more than a million years');
  });

  it('is told in the language of the app, with its plurals', () => {
    setLocale('ru', { 'about {time}': 'примерно {time}' });
    try {
      expect(strengthOf(1e4 * 3600 * 24 * 3).time).toBe('примерно 3 дня');
      expect(strengthOf(1e4 * 3600 * 24 * 5).time).toBe('примерно 5 дней');
    } finally {
      setLocale('en', {});
    }
  });

  it('is enough from a hundred years on', () => {
    // Three words of a list of 7776 are not enough, and four are.
    expect(strengthOf(7776 ** 3 / 2).enough).toBe(false);
    expect(strengthOf(7776 ** 4 / 2).enough).toBe(true);
  });

  it('takes words for words, in whatever language, and everything else as it is estimated', () => {
    const asLetters = (text: string) => 26 ** text.length;
    const holds = (passphrase: string) => strengthOf(guessesFor(passphrase, asLetters)).enough;
    expect(holds('seven lamps under')).toBe(false);
    expect(holds('семь ламп под')).toBe(false);
    expect(holds('seven lamps under bridges')).toBe(true);
    expect(holds('seven-lamps-under-bridges')).toBe(true);
    expect(guessesFor('xkqzvbnwpt', asLetters)).toBe(26 ** 10);
    expect(guessesFor('k2v9 w4m8', asLetters)).toBe(26 ** 8);
  });

  it('fills its meter as it grows, and never more than that', () => {
    const shares = [0, 1e3, 1e6, 1e9, 1e12, 1e15, 1e20, Infinity].map((guesses) => strengthOf(guesses).share);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
    expect(shares[0]).toBeGreaterThan(0);
  });
});
