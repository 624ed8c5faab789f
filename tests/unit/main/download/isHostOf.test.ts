import { expect, test } from 'vitest';
import { isHostOf } from '../../../../main/download/isHostOf';

const HOSTS = ['models.example', 'store.example'];

test.each([
  ['https://models.example/x', true],
  ['https://MODELS.example:8443/x', true],
  ['https://cdn.store.example/x', true],
  ['https://a.b.store.example/x', true],
  ['https://notmodels.example/x', false],
  ['https://models.example.attacker.example/x', false],
  ['https://models.example@attacker.example/x', false],
  ['https://attacker.example/models.example', false],
  ['https://attacker.example/?models.example', false],
  ['https://example/x', false],
  ['https://127.0.0.1/x', false],
])('%s: %s', (address, expected) => {
  expect(isHostOf(new URL(address), HOSTS)).toBe(expected);
});
