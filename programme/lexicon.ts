import type { Lexicon, Rule } from '../core/routing/lexicon.ts'
import { categories } from './categories.ts'
import { commonWords } from './common-words.ts'
import { terms } from './lexicon-terms.ts'
import { sounds } from './spelling.ts'

type Group = keyof typeof terms

/**
 * What words together mean. The line between a fee and money for oneself: paying at or for care is a fee (N1) until
 * somebody is said to ask for himself; paying for aid or for a place on a list is never right.
 */
const rules: readonly Rule[] = [
  rule('SAN-FRAIS', 4, ['pay', 'care']),
  rule('SAN-FRAIS', 4, ['pay', 'free']),
  rule('SAN-FRAIS', 3, ['money', 'care']),
  rule('SAN-FRAIS', 3, ['money', 'free']),
  rule('SAN-FRAIS', 3, ['pay', 'medicine']),
  rule('SAN-FRAIS', 2, ['pay', 'money']),
  rule('SAN-FRAIS', 2, ['pay', 'amount']),
  rule('SAN-FRAIS', 2, ['free', 'care']),
  rule('SAN-FRAIS', 2, ['free']),
  rule('SAN-FRAIS', 4, ['fee', 'care']),
  rule('SAN-FRAIS', 2, ['fee']),
  rule('SAN-MEDIC', 4, ['lack', 'medicine']),
  rule('SAN-MEDIC', 1, ['medicine']),
  rule('SAN-QUAL', 3, ['badCare', 'care']),
  rule('SAN-QUAL', 3, ['badCare', 'medicine']),
  rule('SAN-ACCUEIL', 3, ['welcome', 'care'], ['host']),
  rule('SAN-ACCUEIL', 3, ['rude', 'care']),
  rule('SAN-ACCUEIL', 2, ['rude']),
  rule('SAN-FERME', 4, ['shut', 'facility']),
  rule('SAN-FERME', 4, ['shut', 'mobile']),
  rule('SAN-FERME', 3, ['shut', 'carers']),
  rule('SAN-FERME', 3, ['lack', 'carers']),
  rule('SAN-DIST', 3, ['far', 'care']),
  rule('SAN-SSR', 2, ['birth']),
  rule('SAN-SMSPS', 3, ['mind']),
  rule('SAN-EPI', 2, ['disease']),
  rule('SAN-ATTAQ', 6, ['attack', 'carers']),
  rule('SAN-ATTAQ', 6, ['assault', 'carers'], ['afterwards', 'child']),
  rule('AID-CIBL', 3, ['leftOut', 'aid']),
  rule('AID-CIBL', 3, ['leftOut', 'list']),
  rule('AID-CIBL', 1, ['list']),
  rule('AID-RET', 3, ['late', 'aid']),
  rule('AID-RET', 2, ['nothing']),
  rule('AID-KIT', 4, ['short', 'goods']),
  rule('AID-KIT', 2, ['short', 'aid'], ['goods']),
  rule('AID-KIT', 1, ['goods']),
  rule('EHA-EAU', 5, ['broken', 'water']),
  rule('EHA-EAU', 4, ['lack', 'liquid'], ['hygiene']),
  rule('EHA-EAU', 3, ['dirty', 'liquid'], ['hygiene']),
  rule('EHA-EAU', 3, ['water']),
  rule('EHA-LATR', 4, ['hygiene']),
  rule('SEC-VIVRES', 4, ['hunger']),
  rule('SEC-VIVRES', 3, ['late', 'food']),
  rule('SEC-VIVRES', 3, ['lack', 'food']),
  rule('SEC-VIVRES', 2, ['short', 'food']),
  rule('SEC-VIVRES', 2, ['food']),
  rule('NUT-PEC', 6, ['nutrition']),
  rule('ABR-LOGE', 5, ['host']),
  rule('ABR-LOGE', 4, ['shelter']),
  rule('ABR-LOGE', 4, ['house', 'ruined']),
  rule('PRO-GEN', 5, ['papers']),
  rule('PRO-GEN', 4, ['apart']),
  rule('PRO-GEN', 3, ['disabled']),
  rule('EDU-ECOLE', 4, ['school']),
  rule('REL-MOYENS', 4, ['livelihood']),
  rule('AID-INFO', 2, ['ask', 'aid']),
  rule('AID-INFO', 2, ['need', 'aid']),
  rule('AID-INFO', 2, ['need', 'goods']),
  rule('AID-ENV', 3, ['waste']),
  rule('INT-ARGENT', 6, ['corrupt']),
  rule('INT-ARGENT', 6, ['asks', 'money', 'forSelf'], ['weAsk']),
  rule('INT-ARGENT', 6, ['pay', 'money', 'forSelf'], ['weAsk']),
  rule('INT-ARGENT', 6, ['pay', 'list'], ['care', 'weAsk']),
  rule('INT-ARGENT', 6, ['asks', 'money', 'list'], ['care', 'weAsk']),
  rule('INT-ARGENT', 6, ['asks', 'amount', 'list'], ['care', 'weAsk']),
  rule('INT-ARGENT', 6, ['pay', 'goods'], ['care', 'medicine', 'weAsk']),
  rule('INT-ARGENT', 6, ['asks', 'money', 'goods'], ['care', 'medicine', 'weAsk']),
  rule('INT-ARGENT', 6, ['asks', 'money', 'actor'], ['care', 'weAsk']),
  rule('INT-ARGENT', 6, ['asks', 'favour'], ['weAsk']),
  rule('INT-ARGENT', 6, ['actor', 'takes', 'portion']),
  rule('INT-ARGENT', 6, ['resell', 'medicine']),
  rule('INT-ARGENT', 5, ['sell', 'goods'], ['price']),
  rule('INT-ARGENT', 5, ['sell', 'aid'], ['price']),
  rule('INT-CONDUITE', 5, ['misconduct']),
  rule('INT-CONDUITE', 5, ['hits', 'actor'], ['door']),
  rule('INT-DONNEES', 6, ['leak']),
  rule('PRO-SEA', 9, ['sexAbuse']),
  rule('PRO-SEA', 8, ['sex', 'actor'], ['sexHealth']),
  rule('PRO-SEA', 8, ['sex', 'aid'], ['sexHealth']),
  rule('PRO-SEA', 8, ['sex', 'goods'], ['sexHealth']),
  rule('PRO-SEA', 8, ['sex', 'list'], ['sexHealth']),
  rule('PRO-SEA', 8, ['sex', 'leftOut'], ['sexHealth']),
  rule('PRO-SEA', 8, ['sex', 'asks'], ['sexHealth']),
  rule('PRO-SEA', 8, ['rape', 'actor']),
  rule('PRO-VBG', 7, ['rape']),
  rule('PRO-VBG', 7, ['hits', 'partner'], ['door']),
  rule('PRO-VBG', 4, ['sex'], ['sexHealth', 'illness', 'lesson']),
  rule('PRO-ENF', 7, ['child', 'childHarm'], ['door']),
  rule('PRO-ENF', 8, ['child', 'rape']),
  rule('PRO-MENACE', 7, ['threat'], ['illness', 'afterwards']),
  rule('PRO-MENACE', 4, ['attack'], ['illness', 'carers', 'afterwards']),
  rule('AUT-HORS', 2, ['outside']),
  rule('MERCI', 2, ['thanks'], ['please']),
  rule('MERCI', 2, ['thanks'], ['please', 'lack', 'late', 'need', 'ask', 'broken', 'short']),
]

/** Words that ask how to keep from harm, or thank for it, are of no danger now. */
const dangers: Lexicon['dangers'] = [
  rule('N2', 4, ['dying'], ['lesson', 'saved']),
  rule('N2', 2, ['bleeds', 'body'], ['lesson', 'saved', 'water']),
  rule('N2', 2, ['hurt', 'now'], ['lesson', 'saved']),
  rule('N2', 2, ['labour', 'alone'], ['lesson', 'saved']),
]

const kinds: Lexicon['kinds'] = [
  rule('thanks', 3, ['thanks'], ['please', 'lack', 'late', 'need']),
  rule('question', 3, ['wonders'], ['proposes']),
  rule('suggestion', 3, ['proposes']),
  rule('rumour', 4, ['rumoured']),
]

export const lexicon: Lexicon = {
  sounds,
  terms,
  rules,
  dangers,
  kinds,
  idle: ['greeting'],
  common: commonWords,
  sensitive: categories.filter(({ lane }) => lane !== 'N').map(({ code }) => code),
}

function rule<Code extends string>(
  code: Code,
  weight: number,
  all: readonly Group[],
  none: readonly Group[] = [],
): Rule<Code> {
  return { code, weight, all, none }
}
