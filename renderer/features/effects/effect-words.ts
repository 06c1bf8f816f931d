/** Effects in words of the window. */
import type { EffectChangeView, EffectView } from '../../../db/model/effect-view.ts';
import { inLanguage, type Language } from '../../../db/model/language.ts';
import { PRACTICE_STAGE_WORDS } from '../../../db/model/practice-words.ts';
import type { PracticeStage } from '../../../db/model/practice.ts';
import type { RegisterEffect } from '../../../db/model/register-effect.ts';
import type { TextKey } from '../../i18n/fi.ts';
import type { Format } from '../../i18n/format.ts';
import type { Translate } from '../../i18n/language.ts';
import type { Tone } from '../../ui/Pill.tsx';

/** What the effect is, in one line. */
export function effectWords(
  effect: RegisterEffect,
  names: EffectView['names'],
  t: Translate,
  language: Language,
): string {
  const seat = names.seat ?? '';
  const person = names.person ?? '';
  const organisation = names.organisation ?? '';
  switch (effect.kind) {
    case 'seat_filled':
    case 'seat_vacated':
      return t(`effects.what.${effect.kind}`, { seat, person, role: t(`effects.role.${effect.role}`) });
    case 'deputy_rises':
      return t('effects.what.deputy_rises', { seat, person });
    case 'office_elected':
      return t('effects.what.office_elected', { office: t(`effects.office.${effect.office}`), person });
    case 'organisation_admitted':
    case 'organisation_resigned':
      return t(`effects.what.${effect.kind}`, { organisation });
    case 'rules_changed':
      return t('effects.what.rules_changed');
    case 'practice_stage_changed': {
      const practice = names.practice ?? '';
      const stage = stageWords(effect.stage, language);
      return effect.municipality === null
        ? t('effects.what.practice_itself', { practice, stage })
        : t('effects.what.practice_in_municipality', {
            practice,
            municipality: names.municipality === null ? '' : inLanguage(names.municipality, language),
            stage,
          });
    }
  }
}

const stageWords = (stage: PracticeStage, language: Language): string =>
  PRACTICE_STAGE_WORDS[language][stage].toLocaleLowerCase(language);

/** "20.5.2026 alkaen", "viimeinen päivä 31.5.2026". */
export function effectDay(effect: RegisterEffect, t: Translate, format: Format): string {
  return 'lastDay' in effect
    ? t('effects.until', { date: format.date(effect.lastDay) })
    : t('effects.since', { date: format.date(effect.from) });
}

const SETTINGS: Record<string, TextKey> = {
  profile: 'effects.setting.profile',
  quorum: 'effects.setting.quorum',
  vacantSeats: 'effects.setting.vacantSeats',
  quorumNeedsChair: 'effects.setting.quorumNeedsChair',
  noticeDays: 'effects.setting.noticeDays',
  agendaDays: 'effects.setting.agendaDays',
  deputies: 'effects.setting.deputies',
  remoteParticipation: 'effects.setting.remoteParticipation',
  baseProposal: 'effects.setting.baseProposal',
  secondingRequired: 'effects.setting.secondingRequired',
  tie: 'effects.setting.tie',
  electionTie: 'effects.setting.electionTie',
  examiners: 'effects.setting.examiners',
  examinationDays: 'effects.setting.examinationDays',
  numbering: 'effects.setting.numbering',
  labels: 'effects.setting.labels',
  legal: 'effects.setting.legal',
};

/** Names of settings, each once. */
export function settingWords(settings: readonly string[], t: (key: TextKey) => string): string {
  return [...new Set(settings.map((name) => t(SETTINGS[name] ?? 'effects.setting.other')))].join(', ');
}

/** Before → after, in words. */
export function changeWords(change: EffectChangeView, t: Translate, language: Language): string {
  if (change.subject === 'rules') return settingWords(change.settings, t as (key: TextKey) => string);
  if (change.practice !== undefined) {
    const words = (stage: PracticeStage | null): string =>
      stage === null ? t('effects.change.noStage') : stageWords(stage, language);
    return t('effects.change.to', {
      before: words(change.practice.before),
      after: words(change.practice.after),
    });
  }
  const empty = t(change.subject === 'network' ? 'effects.change.outside' : 'effects.change.nobody');
  return t('effects.change.to', { before: change.before ?? empty, after: change.after ?? empty });
}

/** Whose or what changes. */
export function subjectWords(change: EffectChangeView, t: Translate, language: Language): string {
  const seat = change.seat ?? '';
  switch (change.subject) {
    case 'member':
      return t('effects.change.member', { seat });
    case 'deputy':
      return t('effects.change.deputy', { seat });
    case 'practice': {
      const practice = change.practice?.name ?? '';
      const place = change.practice?.municipality ?? null;
      return place === null
        ? t('effects.change.practice', { practice })
        : t('effects.change.practiceIn', { practice, municipality: inLanguage(place, language) });
    }
    case 'chair':
    case 'vice_chair':
    case 'network':
    case 'rules':
      return t(`effects.change.${change.subject}`);
  }
}

export function problemWords(
  problem: NonNullable<EffectView['problem']>,
  t: Translate,
  format: Format,
): string {
  const values = {
    seat: problem.seat ?? '',
    person: problem.person,
    meeting: problem.meeting,
    date: problem.date === null ? '' : format.date(problem.date),
  };
  return (t as (key: TextKey, values: object) => string)(`effects.problem.${problem.code}`, values);
}

export const STAGE_TONES: Record<EffectView['stage'], Tone> = {
  planned: 'neutral',
  lapsed: 'neutral',
  unconfirmed: 'warning',
  decided: 'info',
  applied: 'ok',
  unresolved: 'danger',
  reversed: 'neutral',
  dismissed: 'neutral',
};
