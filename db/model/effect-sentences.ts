/** What a decision did to the register, in words of the minutes: added to the decision when its text does not tell it. */
import { formatDate } from './dates.ts';
import type { Wording } from './item-sentences.ts';
import { inLanguage } from './language.ts';
import type { MinutesEffect, MinutesItem } from './minutes-document.ts';
import { PRACTICE_STAGE_WORDS } from './practice-words.ts';
import { phrase, type PhraseKey, type PhraseValues } from './phrases.ts';
import { plainText, richText, type RichBlock } from './rich-text.ts';

/** The sentence of an effect. */
function effectSentence(effect: MinutesEffect, { phrases, language }: Wording): string {
  const say = (key: PhraseKey, values: PhraseValues = {}): string => phrase(phrases, key, language, values);
  const date = (iso: string | null): string => (iso === null ? '' : formatDate(iso, language));
  const { organisation } = effect;
  const name = effect.person?.name ?? '';
  const values = {
    seat: effect.seat ?? '',
    who: organisation === null ? name : `${name} (${organisation})`,
    organisation: organisation ?? '',
    date: date(effect.on),
    until: date(effect.until),
  };
  switch (effect.kind) {
    case 'seat_filled':
      return say(effect.role === 'deputy' ? 'effect.deputyElected' : 'effect.memberElected', values);
    case 'seat_vacated':
      return say(
        effect.role === 'deputy'
          ? `effect.deputyLeaves.${CAUSES[effect.cause ?? 'other']}`
          : `effect.memberLeaves.${CAUSES[effect.cause ?? 'other']}`,
        { ...values, who: name },
      );
    case 'deputy_rises':
      return [
        say('effect.deputyRises', { ...values, who: name }),
        ...(organisation === null ? [] : [say('effect.deputyAsked', values)]),
      ].join(' ');
    case 'office_elected':
      return say(effect.office === 'vice_chair' ? 'effect.viceChair' : 'effect.chair', {
        ...values,
        who: name,
      });
    case 'organisation_admitted':
      return say('effect.admitted', values);
    case 'organisation_resigned':
      return say('effect.leftNetwork', values);
    case 'rules_changed':
      return say('effect.rules', values);
    case 'practice_stage_changed': {
      const { name: practice, municipality, stage } = effect.practice ?? NO_PRACTICE;
      const told = {
        ...values,
        practice,
        municipality: municipality === null ? '' : inLanguage(municipality, language),
        stage: PRACTICE_STAGE_WORDS[language][stage].toLocaleLowerCase(language),
      };
      return say(municipality === null ? 'effect.practice' : 'effect.practiceInMunicipality', told);
    }
  }
}

const NO_PRACTICE = { name: '', municipality: null, stage: 'collected' } as const;
const CAUSES = { resignation: 'resigned', release: 'released', other: 'ended' } as const;

/** Those of an item's effects that its decision, or the proposal it approved, does not name. */
function untoldEffects(item: MinutesItem, wording: Wording): string[] {
  const asProposed = item.decisionType === 'as_proposed' || item.decisionType === 'unanimous';
  const told = [item.decision, ...(asProposed ? [item.proposal] : [])]
    .map(plainText)
    .join('\n')
    .toLocaleLowerCase('fi');
  const tells = (words: string | null | undefined): boolean =>
    words !== null && words !== undefined && told.includes(words.toLocaleLowerCase('fi'));
  return item.effects
    .filter((effect) =>
      effect.person !== null
        ? !tells(effect.person.name) && !tells(effect.person.shortName)
        : effect.organisation !== null
          ? !tells(effect.organisation)
          : effect.practice !== undefined
            ? !tells(effect.practice.name) ||
              (effect.practice.municipality !== null &&
                !tells(inLanguage(effect.practice.municipality, wording.language)))
            : !told.includes(formatDate(effect.on, wording.language)),
    )
    .map((effect) => effectSentence(effect, wording));
}

/** The decision as it is printed: the secretary's words, and after them what they do not tell. */
export function decisionBody(item: MinutesItem, wording: Wording): RichBlock[] {
  const untold = untoldEffects(item, wording).flatMap((sentence) => richText(sentence).content);
  return plainText(item.decision) === '' ? untold : [...(item.decision?.content ?? []), ...untold];
}
