/** Immigrant inclusion, bulletins and the communication plan of the large sample. */
import type { Insertable } from 'kysely';
import type { Database } from '../core/schema.ts';
import { NO_CONTENT, type BulletinLanguage } from '../model/bulletin.ts';
import { PLAN_CHANNELS } from '../model/communication-plan.ts';
import { addDays } from '../model/dates.ts';
import { INCLUSION_KINDS, isHeld, type InclusionKind } from '../model/inclusion.ts';
import { newId } from '../model/identity.ts';
import { PARTICIPATION_TYPES } from '../model/participation.ts';
import { SPOKEN_LANGUAGES } from '../model/spoken-language.ts';
import { bandOf } from '../model/volunteer-action.ts';
import { dayOf, insertRows, lastDay, some, type LargeContext } from './large-sample-context.ts';

/** To so many actions there is one entry of inclusion, and one bulletin. */
const ACTIONS_TO_ENTRY = 5;
const ACTIONS_TO_BULLETIN = 16;
/** Rows of the communication plan in each year. */
const PLANNED = 24;

const NAMES: Record<InclusionKind, readonly string[]> = {
  path: ['Polku yhdistystoimintaan', 'Polku vapaaehtoiseksi', 'Polku luottamustoimeen'],
  event: ['Kohtaamisten ilta', 'Kulttuurien juhla', 'Yhteinen pihajuhla'],
  training: ['Yhdistystoiminnan perusteet', 'Vapaaehtoisen peruskurssi', 'Selkokielen koulutus'],
  material: ['Tervetuloa yhdistykseen', 'Opas harrastuksiin', 'Hyvän kohtaamisen kortit'],
  support_point: ['Neuvontapiste', 'Monikielinen olohuone', 'Osallisuuden tukipiste'],
};
const STEPS = ['Tutustuminen', 'Ensimmäinen tehtävä', 'Oma rooli', 'Vastuutehtävä'];
const SOURCE: BulletinLanguage = 'fi-selko';
/** What has been written of a bulletin; in the other wanted languages nothing yet. */
const WRITTEN: Partial<Record<BulletinLanguage, { title: string; body: string }>> = {
  'fi-selko': {
    title: 'Uusi kerho alkaa',
    body: 'Kerho on avoin kaikille.\n\nKerho ei maksa mitään. Tervetuloa!',
  },
  sv: { title: 'En ny klubb börjar', body: 'Klubben är öppen för alla.\n\nDen är gratis. Välkommen!' },
  en: { title: 'A new club begins', body: 'The club is open to all.\n\nIt is free. Welcome!' },
};
const WANTED: readonly BulletinLanguage[] = ['fi-selko', 'sv', 'en', 'ru', 'ar'];
const TOLD = ['Kokouksen päätökset', 'Avoimet haut', 'Tulevat koulutukset', 'Vuoden tapahtumat'];

/**
 * @param themeIds of the board, in their order
 * @param instant ISO instant of what carries one
 */
export async function importLargeInclusion(
  context: LargeContext,
  themeIds: readonly string[],
  instant: string,
): Promise<void> {
  await importEntries(context, themeIds);
  await importBulletins(context, instant);
  await importPlan(context);
}

async function importEntries(context: LargeContext, themeIds: readonly string[]): Promise<void> {
  const { trx, boardId, random, years, organisationIds, municipalities, classificationYear, size } = context;
  const rows = {
    inclusion_entry: [] as Insertable<Database['inclusion_entry']>[],
    inclusion_municipality: [] as Insertable<Database['inclusion_municipality']>[],
    participation: [] as Insertable<Database['participation']>[],
    path_step: [] as Insertable<Database['path_step']>[],
    path_period: [] as Insertable<Database['path_period']>[],
    path_count: [] as Insertable<Database['path_count']>[],
    opening_hours: [] as Insertable<Database['opening_hours']>[],
  };
  const end = lastDay(context);
  for (let index = 0; index < size.actions / ACTIONS_TO_ENTRY; index += 1) {
    const id = newId();
    const kind = INCLUSION_KINDS[index % INCLUSION_KINDS.length]!;
    const place = random.pick(municipalities);
    const startsOn = dayOf(context, random.pick(years.slice(0, -1)));
    const participants = isHeld(kind) ? random.below(60) : null;
    rows.inclusion_entry.push({
      id,
      board_id: boardId,
      code: `MO-${index + 1}`,
      kind,
      name: `${random.pick(NAMES[kind])}, ${place.nameFi}`,
      theme_id: random.pick(themeIds),
      host_organisation_id: random.pick(organisationIds),
      languages: JSON.stringify(some(context, SPOKEN_LANGUAGES, 2 + random.below(4))),
      starts_on: startsOn,
      participant_count: participants,
      participant_band: participants === null ? null : bandOf(participants),
      hours: participants === null ? null : 2 + random.below(6),
      training_form: kind === 'training' ? 'onsite' : null,
      plain_state: kind === 'material' ? 'plain' : null,
      link: kind === 'material' ? `https://aineistot.example/${index + 1}` : '',
    });
    for (const { code } of new Set([place, ...some(context, municipalities, random.below(2))]))
      rows.inclusion_municipality.push({ entry_id: id, year: classificationYear, code });
    rows.participation.push({ id: newId(), entry_id: id, type: random.pick(PARTICIPATION_TYPES) });
    if (kind === 'support_point')
      for (const weekday of [2, 4] as const)
        rows.opening_hours.push({
          id: newId(),
          entry_id: id,
          weekday,
          opens_at: '10:00',
          closes_at: '15:00',
        });
    if (kind !== 'path') continue;
    const steps = STEPS.map((name, position) => ({ id: newId(), entry_id: id, position, name }));
    rows.path_step.push(...steps);
    for (const year of years.slice(0, -1)) {
      if (`${year}-12-31` > end || `${year}-12-31` < startsOn) continue;
      const periodId = newId();
      let count = 10 + random.below(50);
      const total = count;
      // From step to step some leave; those who came to the end did not.
      for (const step of steps) {
        rows.path_count.push({ period_id: periodId, step_id: step.id, count });
        if (step !== steps.at(-1)) count = Math.max(1, count - random.below(12));
      }
      rows.path_period.push({
        id: periodId,
        entry_id: id,
        starts_on: `${year}-01-01`,
        ends_on: `${year}-12-31`,
        total,
        left_count: random.below(total - count + 1),
      });
    }
  }
  for (const table of Object.keys(rows) as (keyof typeof rows)[]) await insertRows(trx, table, rows[table]);
}

async function importBulletins(context: LargeContext, instant: string): Promise<void> {
  const { trx, boardId, random, years, size } = context;
  const bulletins: Insertable<Database['bulletin']>[] = [];
  const revisions: Insertable<Database['bulletin_revision']>[] = [];
  const texts: Insertable<Database['bulletin_text']>[] = [];
  for (let index = 0; index < size.actions / ACTIONS_TO_BULLETIN; index += 1) {
    const id = newId();
    const createdOn = dayOf(context, random.pick(years.slice(0, -1)));
    bulletins.push({ id, board_id: boardId, source_language: SOURCE, created_on: createdOn });
    // A translation is made from the source as it was kept, a checked text is one that was kept.
    const kept = new Map<BulletinLanguage, string>();
    for (const language of WANTED) {
      const content = { ...NO_CONTENT, ...WRITTEN[language] };
      const isWritten = language in WRITTEN;
      const isChecked = isWritten && (language === SOURCE || random.isOneIn(2));
      if (isChecked) {
        const revisionId = newId();
        kept.set(language, revisionId);
        revisions.push({
          id: revisionId,
          bulletin_id: id,
          language,
          ...content,
          kept_at: instant,
          kept_by: 'pykala',
        });
      }
      texts.push({
        id: newId(),
        bulletin_id: id,
        language,
        ...content,
        basis_id: isWritten && language !== SOURCE ? (kept.get(SOURCE) ?? null) : null,
        checked_id: kept.get(language) ?? null,
        checked_by: isChecked ? 'Selkolukijaryhmä' : '',
        checked_on: isChecked ? addDays(createdOn, 3) : null,
      });
    }
  }
  await insertRows(trx, 'bulletin', bulletins);
  await insertRows(trx, 'bulletin_revision', revisions);
  await insertRows(trx, 'bulletin_text', texts);
}

async function importPlan(context: LargeContext): Promise<void> {
  const { trx, boardId, random, years } = context;
  const end = lastDay(context);
  const entries = years.flatMap((year) =>
    Array.from({ length: PLANNED }, (): Insertable<Database['communication_entry']> => {
      const plannedOn = dayOf(context, year);
      const doneOn = addDays(plannedOn, random.below(10));
      return {
        id: newId(),
        board_id: boardId,
        title: random.pick(TOLD),
        audience: 'Maakunnan järjestöt',
        reach: random.isOneIn(3) ? 'internal' : 'external',
        channel: random.pick(PLAN_CHANNELS),
        planned_on: plannedOn,
        responsible: 'sihteeri',
        done_on: doneOn > end || random.isOneIn(12) ? null : doneOn,
      };
    }),
  );
  await insertRows(trx, 'communication_entry', entries);
}
