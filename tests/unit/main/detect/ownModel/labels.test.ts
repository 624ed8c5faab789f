import { describe, expect, it } from 'vitest';
import { isUnnamed, labelOf } from '../../../../../main/detect/ownModel/labels';

const kinds = (names: string) => names.split(' ').map((name) => labelOf(name).kind);

describe('labelOf', () => {
  it.each([
    [
      'person',
      'PER B-PER I-per PER-B E_PERSON L-PERS S-Person b-name I-GIVENNAME first_name B-lastName private_person',
    ],
    [
      'place',
      'LOC B-LOCATION U-GPE I-FAC CITY B-STREET_ADDRESS I-STATE_OR_PROVINCE locPart B-LOC-OTHER GPE_LOC',
    ],
    [
      'organisation',
      'ORG I-ORGANIZATION B-Organisation COMPANY_NAME B-CORP M-COMPANY ORGpart B-PERSON_EMPLOYER',
    ],
  ])('knows a %s under many names', (kind, names) => {
    expect(kinds(names).map((found) => (found === kind ? found : [found, names]))).toEqual(
      kinds(names).map(() => kind),
    );
  });

  it('leaves all else alone', () => {
    const others =
      'O MISC B-MISC I-DATE EMAIL_ADDRESS IP_ADDRESS PRODUCT_NAME JOBTITLE NORP LABEL_1 LOCderiv PERSON_AGE PERCENT USER_NAME ORDINAL';
    expect(new Set(kinds(others))).toEqual(new Set([null]));
  });

  it('says where a name begins', () => {
    const begins = (name: string) => labelOf(name).begins;
    expect(['B-PER', 'S-LOC', 'U-ORG', 'PER_B'].map(begins)).toEqual([true, true, true, true]);
    expect(['I-PER', 'E-LOC', 'L-ORG', 'PER', 'O'].map(begins)).toEqual([false, false, false, false, false]);
  });
});

it('tells labels that nobody named', () => {
  expect(['LABEL_0', 'label-12', '3'].every(isUnnamed)).toBe(true);
  expect(['O', 'PER', 'B-LOC'].some(isUnnamed)).toBe(false);
});
