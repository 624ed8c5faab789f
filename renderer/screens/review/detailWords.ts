import { t } from '../../../shared/messages/messages';
import type { DetailKind } from '../../../shared/model/detailKind';

/** Returns what people call a kind of details, in the plural. */
export function detailWord(kind: DetailKind): string {
  switch (kind) {
    case 'role':
      return t('Posts and roles');
    case 'kin':
      return t('Relatives');
    case 'age':
      return t('Ages');
    case 'date':
      return t('Dates and events');
    case 'workplace':
      return t('Workplaces and schools');
    case 'vehicle':
      return t('Vehicles and plates');
    case 'address':
      return t('Addresses');
    case 'number':
      return t('Numbers of papers and cards');
    case 'link':
      return t('Sites and user names');
  }
}
