import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, describe, expect, it } from 'vitest';
import { slot, withElements } from '../../../../renderer/ui/withElements';
import { setLocale, t } from '../../../../shared/messages/messages';

afterEach(() => setLocale('en', {}));

const keys = () =>
  renderToStaticMarkup(
    withElements(t('{next} next, {previous} previous', { next: slot('next'), previous: slot('previous') }), {
      next: createElement('kbd', null, 'J'),
      previous: createElement('kbd', null, 'K'),
    }),
  );

describe('withElements', () => {
  it('puts elements where the message has them', () => {
    expect(keys()).toBe('<kbd>J</kbd> next, <kbd>K</kbd> previous');
  });

  it('follows the order of another language', () => {
    setLocale('ru', { '{next} next, {previous} previous': 'назад: {previous}, дальше: {next}' });
    expect(keys()).toBe('назад: <kbd>K</kbd>, дальше: <kbd>J</kbd>');
  });

  it('takes no text of a person for an element', () => {
    const name = '{next} <b>next</b>';
    const message = t('{name}, {type}', { name: slot('name'), type: name });
    expect(renderToStaticMarkup(withElements(message, { name: createElement('b', null, name) }))).toBe(
      '<b>{next} &lt;b&gt;next&lt;/b&gt;</b>, {next} &lt;b&gt;next&lt;/b&gt;',
    );
  });
});
