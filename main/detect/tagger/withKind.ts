import { words } from '../lexicon/data/words';
import { overlapping } from './overlapping';
import type { ReadName } from './readNames';
import type { TaggedPiece } from './NameTagger';
import { russianStem } from './stems';

/** Kinds of place that go with an adjective before them: `Битцевского леса`, `Пулковском аэропорту`. */
const RUSSIAN_KINDS: ReadonlySet<string> = new Set(
  words(`
    область край республика округ район губерния уезд волость федерация империя королевство ханство автономия территория территории
    остров острова островов полуостров архипелаг материк континент море океан озеро река залив пролив канал водохранилище водопад гора
    хребет нагорье плоскогорье возвышенность вулкан ущелье перевал долина равнина степь пустыня лес парк заповедник побережье
    улица проспект площадь переулок бульвар шоссе набережная проезд тупик мост вокзал аэропорт порт станция кладбище монастырь собор
    дворец кремль крепость стадион рынок
  `).map(russianStem),
);
const RUSSIAN_ADJECTIVE = /(?:[ыио]й|[ая]я|[ое]е|[ое]го|[ое]му|[ыио]м|ем|[ую]ю|[ыи]е|[ыи]х|[ыи]ми)$/u;

/** Kinds of place that a Kazakh name stands before, with the ending that ties them to it: `Медеу ауданында`. */
const KAZAKH_KIND =
  /^(?:аудан|облыс|қала|ауыл|округ|көше|даңғыл|алаң|әуежай|вокзал|стансы|түбег|арал|теңіз|көл|өзен|мұхит|шығанағ|тау|шатқал|асу|дала|шөл|жазығ|орман|қорығ|саябағ|республика|хандығ|империя|өлке|аймағ)[сы]?[ыі](?:н[ае]?|н[дт][ае](?:н|ғы|гі)?|нан|нен|ның|нің|мен)?$/u;

/** Least probability at which a person is one also before a kind of place: `Марат ауылына келді`, Marat came home. */
const SURE_PROBABILITY = 0.5;

/**
 * Returns the name of a place with the word behind it that says what kind of place it is, where both are one name in
 * Russian or Kazakh. The word is small and means nothing alone, so the model seldom takes it in.
 * @param pieces of the whole text, in its order.
 */
export function withKind(pieces: readonly TaggedPiece[], name: ReadName): ReadName {
  const last = name.words.at(-1);
  const isPerson = name.type === 'person' && name.probability >= SURE_PROBABILITY;
  if (isPerson || name.latin || !last) return name;
  const [next] = overlapping(pieces, name.end, name.end + 2);
  if (next?.start !== name.end + 1) return name;
  const small = next.text.toLowerCase();
  const russian = RUSSIAN_ADJECTIVE.test(last.text.toLowerCase()) && RUSSIAN_KINDS.has(russianStem(small));
  return russian || KAZAKH_KIND.test(small) ? { ...name, end: next.end } : name;
}
