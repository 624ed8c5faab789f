import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import ts from 'typescript';

/** A call of `t` in the source. */
export interface Message {
  text: string;
  /** File and line, as `renderer/App.tsx:12`. */
  place: string;
}

export interface Extracted {
  messages: Message[];
  /** Calls that cannot be translated, and texts that nobody translates, with their places. */
  problems: string[];
}

const FOLDERS = ['main', 'shared', 'renderer'];
/** Attributes of elements that people read or hear. */
const READ_ATTRIBUTES = new Set([
  'label',
  'title',
  'text',
  'name',
  'placeholder',
  'alt',
  'aria-label',
  'aria-description',
]);
/** Properties of objects that people read, such as a menu's. */
const READ_PROPERTIES = new Set(['label', 'message', 'detail', 'hint', 'note']);
/** Names that are the same in every language. */
const NAMES = new Set(['Withheld', 'English', 'Русский']);
/** Positions of an error's two sentences among its arguments. */
const SENTENCES_OF_ERROR = [1, 2];
/**
 * Calls of the command line, and of commander's, with a text for people, and the position of the text among the
 * arguments.
 */
const TEXT_OF_CALL: ReadonlyMap<string, number> = new Map([
  ['description', 0],
  ['option', 1],
  ['requiredOption', 1],
  ['command', 1],
  ['line', 0],
]);
const TEXT_OF_NEW: ReadonlyMap<string, number> = new Map([
  ['Option', 1],
  ['InvalidArgumentError', 0],
]);
/** Calls that add a rule to a schema, with the sentence that says so behind it: `.refine(isRead, 'it is read')`. */
const RULES: ReadonlySet<string> = new Set(['refine', 'regex', 'min', 'max']);
const HAS_WORDS = /\p{L}{2}/u;

/** Reads all messages out of the sources, by TypeScript's own parser. */
export function extract(root: string): Extracted {
  const messages: Message[] = [];
  const problems: string[] = [];
  for (const folder of FOLDERS) {
    for (const name of readdirSync(join(root, folder), { recursive: true }).map(String)) {
      if (!/\.tsx?$/u.test(name) || name.endsWith('.d.ts')) continue;
      extractFile(join(folder, name), readFileSync(join(root, folder, name), 'utf8'), messages, problems);
    }
  }
  return { messages, problems };
}

/** Reads the messages of one file. */
export function extractFile(path: string, source: string, messages: Message[], problems: string[]): void {
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true);
  const placeOf = (node: ts.Node) =>
    `${path}:${String(file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1)}`;
  const report = (node: ts.Node, problem: string) => problems.push(`${placeOf(node)}: ${problem}`);

  const visit = (node: ts.Node, isInFunction: boolean): void => {
    if (isKey(node, file)) return;
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 't') {
      const [first, values] = node.arguments;
      if (!first || !ts.isStringLiteralLike(first)) report(node, 'the message is not written out');
      else {
        messages.push({ text: first.text, place: placeOf(node) });
        if (!isInFunction) report(node, 'a message outside a function keeps the language of the start');
        if (values && ts.isObjectLiteralExpression(values)) {
          const given = values.properties.flatMap(({ name }) => (name ? [name.getText(file)] : []));
          const needed = [...argumentsOf(first.text)];
          if (given.length === values.properties.length && !sameItems(given, needed))
            report(node, `given ${given.join(', ')}; the message needs ${needed.join(', ')}`);
        } else if (!values && argumentsOf(first.text).size > 0) report(node, 'nothing is given to fill in');
      }
    }
    if (ts.isJsxText(node) && HAS_WORDS.test(node.text) && !NAMES.has(node.text.trim()))
      report(node, 'a text that is no message');
    if (ts.isJsxAttribute(node) && node.initializer && READ_ATTRIBUTES.has(node.name.getText(file))) {
      const { initializer } = node;
      const value = ts.isJsxExpression(initializer) ? initializer.expression : initializer;
      if (value && isText(value)) report(node, 'an attribute that is no message');
    }
    if (
      ts.isJsxExpression(node) &&
      !ts.isJsxAttribute(node.parent) &&
      node.expression &&
      isText(node.expression)
    )
      report(node, 'a text that is no message');
    if (
      ts.isPropertyAssignment(node) &&
      READ_PROPERTIES.has(node.name.getText(file)) &&
      !isLabelOfCommand(node, file) &&
      isText(node.initializer)
    )
      report(node, 'a property that is no message');
    if (ts.isNewExpression(node) && node.expression.getText(file) === 'AppError') {
      for (const at of SENTENCES_OF_ERROR) {
        const sentence = node.arguments?.[at];
        if (sentence && isText(sentence)) report(sentence, 'a sentence of an error that is no message');
      }
    }
    if (path.startsWith('main/cli/') && (ts.isCallExpression(node) || ts.isNewExpression(node))) {
      const texts = ts.isCallExpression(node) ? TEXT_OF_CALL : TEXT_OF_NEW;
      const at = texts.get(nameOfCalled(node.expression));
      const text = at === undefined ? undefined : node.arguments?.[at];
      if (text && isText(text)) report(text, 'a text of the command line that is no message');
    }
    if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
      const sentence = RULES.has(node.expression.name.text) ? node.arguments[1] : undefined;
      if (sentence && isText(sentence)) report(sentence, 'a sentence of a rule that is no message');
    }
    const isFunction = ts.isFunctionLike(node);
    ts.forEachChild(node, (child) => visit(child, isInFunction || isFunction));
  };
  visit(file, false);
}

/** Tells whether a property is the label of a command, which files keep in English; `stepName` says it to people. */
const isLabelOfCommand = (node: ts.PropertyAssignment, file: ts.SourceFile): boolean =>
  node.name.getText(file) === 'label' &&
  node.parent.properties.some(({ name }) => name?.getText(file) === 'steps');

/** Tells whether a text is the name of a key, which is on the keyboard: `Enter` in `<kbd>Enter</kbd>`. */
const isKey = (node: ts.Node, file: ts.SourceFile): boolean =>
  ts.isJsxText(node) &&
  ts.isJsxElement(node.parent) &&
  node.parent.openingElement.tagName.getText(file) === 'kbd';

const LOGICAL: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.AmpersandAmpersandToken,
  ts.SyntaxKind.BarBarToken,
  ts.SyntaxKind.QuestionQuestionToken,
]);

/** Returns the name of what is called: `option` for `command.option`. */
const nameOfCalled = (called: ts.Expression): string =>
  ts.isPropertyAccessExpression(called) ? called.name.text : ts.isIdentifier(called) ? called.text : '';

/** Tells whether an expression is a text with words that is written out. */
function isText(node: ts.Expression): boolean {
  if (ts.isConditionalExpression(node)) return isText(node.whenTrue) || isText(node.whenFalse);
  if (ts.isTemplateExpression(node))
    return [node.head, ...node.templateSpans.map(({ literal }) => literal)].some(({ text }) =>
      HAS_WORDS.test(text),
    );
  if (ts.isParenthesizedExpression(node)) return isText(node.expression);
  // This reads `condition && 'text'` and `text ?? 'text'`.
  if (ts.isBinaryExpression(node)) return LOGICAL.has(node.operatorToken.kind) && isText(node.right);
  return ts.isStringLiteralLike(node) && HAS_WORDS.test(node.text) && !NAMES.has(node.text);
}

interface Part {
  type: number;
  value?: string;
  options?: Record<string, { value: Part[] }>;
  pluralType?: string;
}
/** Types of parts, as `@formatjs/icu-messageformat-parser` numbers them. */
const TEXT = 0;
const PLURAL = 6;
const POUND = 7;

function partsOf(message: string): Part[] {
  const parse = (parts: Part[]): Part[] =>
    parts.flatMap((part) => [
      part,
      ...Object.values(part.options ?? {}).flatMap(({ value }) => parse(value)),
    ]);
  return parse(new IntlMessageFormat(message, 'en', undefined, { ignoreTag: true }).getAst() as Part[]);
}

/** Returns the names of the values that are filled into a message. @throws when it is not well formed */
export function argumentsOf(message: string): Set<string> {
  return new Set(
    partsOf(message).flatMap(({ type, value }) =>
      type === TEXT || type === POUND || value === undefined ? [] : [value],
    ),
  );
}

/**
 * Returns what is wrong with a translation, such as other arguments or a plural without a form that the language has;
 * else null.
 */
export function problemOf(message: string, translation: string, locale: string): string | null {
  if (translation.trim() === '') return 'is not translated';
  try {
    if (!sameItems([...argumentsOf(message)], [...argumentsOf(translation)])) return 'fills in other values';
    const forms = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
    for (const { type, options = {} } of partsOf(translation)) {
      if (type !== PLURAL) continue;
      const missing = forms.filter((form) => !(form in options));
      if (missing.length > 0) return `lacks the plural ${missing.join(', ')}`;
    }
  } catch {
    return 'is not well formed';
  }
  return null;
}

function sameItems(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && new Set([...one, ...other]).size === one.length;
}
