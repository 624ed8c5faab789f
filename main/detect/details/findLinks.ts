import { t } from '../../../shared/messages/messages';
import { ENGLISH as en } from './cues/english';
import { KAZAKH as kk } from './cues/kazakh';
import { RUSSIAN as ru } from './cues/russian';
import { anyOf, finder } from './finder';

const SITE = () => t('a web site');
const SPOKEN = () => t('a web site, spoken');
const NAME = () => t('a user name');

/** Zones that are no everyday word behind a full stop without a space, unlike "me", "at" and "by". */
const ZONE =
  '(?:com|org|net|info|kz|ru|kg|uz|cn|eu|de|uk|edu|gov|io|tv|cz|pl|fr|tr|ua|su|biz|live|press|media|news|рф|қаз)';
const SPOKEN_ZONE = '(?:com|org|net|info|kz|ru|ком|орг|нет|инфо|кз|кей зи|ру|рф|ua)';
const HANDLE = '@?(?=[a-z0-9._]{0,29}[0-9._][a-z0-9])[a-z][a-z0-9]{0,29}(?:[._]{1,2}[a-z0-9]{1,20}){0,4}';

/** Finds sites by their bare address, written or spoken, and the names that people have with messengers. */
export const findLinks = finder({
  any: [
    [
      SITE,
      `(?<![@.\\p{L}\\d-])[\\p{L}\\d][\\p{L}\\d-]{1,40}(?:\\.[\\p{L}\\d-]{1,40}){0,3}\\.${ZONE}(?![\\p{L}\\d/@-])`,
    ],
    [
      SPOKEN,
      `[\\p{L}\\d-]{2,30}(?: (?:dot|точка|нүкте) [\\p{L}\\d-]{2,30})? (?:dot|точка|нүкте) ${SPOKEN_ZONE}`,
    ],
    [
      NAME,
      `(?:${anyOf(en.platform)}|${anyOf(ru.platform)}|${anyOf(kk.platform)})[^.!?\\n]{0,24}?[\\s:(](?<it>${HANDLE})`,
    ],
    // Nobody writes a low line except in such names.
    [NAME, '(?<![@._\\p{L}\\d])[a-z][a-z0-9]{1,20}(?:_[a-z0-9]{2,20}){1,4}'],
  ],
});
