import type * as z from 'zod';
import { t } from '../../shared/messages/messages';
import { otherKind, type JsonKind } from '../../shared/model/jsonKind';
import { listed } from '../../shared/text/listed';

type Issue = z.core.$ZodIssue;

/**
 * Returns the first broken rule with its path, never the value: `marks[2].from: expected a number, got text`.
 * @param checked what was checked, of which only the kind of what stands at the path is told.
 */
export function describeIssues(error: z.ZodError, checked: unknown): string {
  const issue = firstIssue(error.issues);
  if (!issue) return t('The data is not valid.');
  const path = issue.path
    .map((part, i) => (typeof part === 'number' ? `[${part}]` : `${i > 0 ? '.' : ''}${String(part)}`))
    .join('');
  const problem = problemOf(issue, checked);
  return path === '' ? problem : t('{path}: {problem}', { path, problem });
}

/** Finds the issue to report. A union's own issue says nothing; the branch with the fewest issues is what was meant. */
function firstIssue(issues: readonly Issue[]): Issue | undefined {
  const [first] = issues;
  if (first?.code !== 'invalid_union') return first;
  const branch = [...first.errors].sort((a, b) => a.length - b.length)[0] ?? [];
  const issue = firstIssue(branch);
  return issue ? { ...issue, path: [...first.path, ...issue.path] } : first;
}

/** Says which rule is broken, in the language of the app. The checker's own sentences are English. */
function problemOf(issue: Issue, checked: unknown): string {
  switch (issue.code) {
    case 'invalid_type': {
      const wanted = KINDS[issue.expected];
      return wanted ? otherKind(wanted, valueAt(checked, issue.path)) : t('it is not valid');
    }
    case 'invalid_value':
      return t('expected {values}', { values: listed(issue.values.map(String), 'or') });
    case 'too_small':
      return tooSmall(issue);
    case 'too_big':
      return tooBig(issue);
    case 'unrecognized_keys':
      // The unknown field is not quoted, since it may be somebody's name, as in a list of names by their types.
      return t('it has a field that is not known');
    case 'custom':
      return issue.message;
    case 'invalid_format':
      // A rule of ours says in its own sentence how it is written.
      return issue.format === 'regex' ? issue.message : t('it is not written as it has to be');
    default:
      return t('it is not valid');
  }
}

/** The kinds that a rule may ask for, by the checker's names for them. */
const KINDS: Readonly<Record<string, JsonKind | 'int'>> = {
  string: 'string',
  number: 'number',
  int: 'int',
  boolean: 'boolean',
  array: 'array',
  object: 'object',
  record: 'object',
  null: 'null',
  undefined: 'undefined',
};

function tooSmall({ origin, minimum, inclusive }: z.core.$ZodIssueTooSmall): string {
  const least = Number(minimum);
  if (origin === 'string')
    return t('expected at least {least, plural, one {# character} other {# characters}}', { least });
  if (origin === 'array')
    return t('expected at least {least, plural, one {# entry} other {# entries}}', { least });
  return inclusive
    ? t('expected {least, number} or more', { least })
    : t('expected more than {least, number}', { least });
}

function tooBig({ origin, maximum, inclusive }: z.core.$ZodIssueTooBig): string {
  const most = Number(maximum);
  if (origin === 'string')
    return t('expected at most {most, plural, one {# character} other {# characters}}', { most });
  if (origin === 'array')
    return t('expected at most {most, plural, one {# entry} other {# entries}}', { most });
  return inclusive
    ? t('expected {most, number} or less', { most })
    : t('expected less than {most, number}', { most });
}

/** Returns what stands at a path; undefined where nothing does. */
const valueAt = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce(
    (within: unknown, key) =>
      typeof within === 'object' && within !== null && Object.hasOwn(within, key)
        ? (within as Record<PropertyKey, unknown>)[key]
        : undefined,
    value,
  );
