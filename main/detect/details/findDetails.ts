import type { DetailKind } from '../../../shared/model/detailKind';
import { findAddresses } from './findAddresses';
import { findAges } from './findAges';
import { findDates } from './findDates';
import { findKin } from './findKin';
import { findLinks } from './findLinks';
import { findNumbers } from './findNumbers';
import { findRoles } from './findRoles';
import { findVehicles } from './findVehicles';
import { findWorkplaces } from './findWorkplaces';
import { inSmallLetters, type Found } from './finder';
import { kazakhInCyrillic } from './kazakhInCyrillic';

export interface Detail extends Found {
  kind: DetailKind;
}

/**
 * Finders by kind. Where two kinds overlap, the first of this order stays: those with a form of their own come first.
 */
const FINDERS: Readonly<Record<DetailKind, (small: string, text: string) => Found[]>> = {
  link: findLinks,
  number: findNumbers,
  vehicle: findVehicles,
  address: findAddresses,
  date: findDates,
  kin: findKin,
  role: findRoles,
  workplace: findWorkplaces,
  age: findAges,
};

/** Finds details that may identify someone together with others, in the order of the text; they never overlap. */
export function findDetails(text: string): Detail[] {
  const small = inSmallLetters(text);
  const kazakh = kazakhInCyrillic(small);
  const kept: Detail[] = [];
  const taken = new Uint8Array(text.length);
  for (const [kind, find] of Object.entries(FINDERS) as [DetailKind, (typeof FINDERS)[DetailKind]][]) {
    // If two of one kind overlap, the longer one says more.
    const all = [...find(small, text), ...(kazakh === null ? [] : find(kazakh, text))];
    const longest = all.sort((a, b) => b.end - b.start - (a.end - a.start));
    for (const found of longest) {
      if (taken.subarray(found.start, found.end).includes(1)) continue;
      taken.fill(1, found.start, found.end);
      kept.push({ ...found, kind });
    }
  }
  return kept.sort((a, b) => a.start - b.start);
}
