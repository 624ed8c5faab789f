import { words } from './data/words';

const GRAMMAR = new Set(
  words(`
    the a an and or but of in on at to for from with by as is are was were be been has had have do did does not no so if then than that this
    these those there here he she it we they you i me him her them his its our your their my who whom what which when where how
    и а но или что как не ни в во на с со к ко у о об от до из за по для при над под он она оно они мы вы я ты его её ее их мой наш ваш свой
    это этот эта эти тот та те так там тут где кто когда если же ли бы
    және мен бен пен мен сен ол біз сіз олар бұл осы сол да де та те үшін туралы емес не кім қайда қашан
  `),
);

/** True for a folded word of grammar alone. Nobody and nothing is called so by itself. */
export const isGrammar = (folded: string): boolean => GRAMMAR.has(folded);
