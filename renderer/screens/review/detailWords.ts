import type { DetailKind } from '../../../shared/model/detailKind';

/** What people call the kinds of details, many of them. */
export const DETAIL_WORDS: Readonly<Record<DetailKind, string>> = {
  role: 'Posts and roles',
  kin: 'Relatives',
  age: 'Ages',
  date: 'Dates and events',
  workplace: 'Workplaces and schools',
  vehicle: 'Vehicles and plates',
  address: 'Addresses',
  number: 'Numbers of papers and cards',
  link: 'Sites and user names',
};
