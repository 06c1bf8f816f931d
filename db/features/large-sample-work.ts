/** The work between meetings of the large sample: themes, actions with events and budgets, indicators, practices, deliveries. */
import type { Insertable } from 'kysely';
import type { Database } from '../core/schema.ts';
import { addDays } from '../model/dates.ts';
import { newId } from '../model/identity.ts';
import { LOGIC_STAGES } from '../model/logic-model.ts';
import { LIFE_COURSES } from '../model/register-card.ts';
import { ACTION_STAGES, bandOf } from '../model/volunteer-action.ts';
import { dayOf, insertRows, lastDay, some, type LargeContext } from './large-sample-context.ts';
import { importLargeInclusion } from './large-sample-inclusion.ts';
import { importLargeNetworks } from './large-sample-networks.ts';
import { importLargeTies } from './large-sample-ties.ts';
import { importLargePartnership } from './large-sample-partnership.ts';

const THEMES = [
  'Terveyden ja hyvinvoinnin edistäminen',
  'Järjestö- ja vapaaehtoistoiminnan uudet muodot',
  'Paikallisyhteisöt hyvinvointitoimijoina',
  'Maahanmuuttajien osallisuus',
  'Lapset, nuoret ja perheet',
  'Ikäihmisten arjen tuki',
];
const CARDS = [
  'Toimijat tekevät samaa työtä toisistaan tietämättä',
  'Vapaaehtoisia on vaikea tavoittaa',
  'Yhteinen koulutus ja rekrytointi',
  'Kohtaamispaikkojen avaaminen kylillä',
  'Yhteiset toimintamallit kunnissa',
  'Osallistujien määrä kasvaa',
  'Hyvinvointierot kaventuvat',
  'Arjen turva vahvistuu',
];
const ACTIVITIES = [
  'Ulkoiluystävät',
  'Kulttuurikaveri',
  'Kylätalon avoimet ovet',
  'Läksykerho',
  'Digituki',
  'Yhteinen ruokapöytä',
  'Kyytirinki',
  'Liikkeelle yhdessä',
  'Vapaaehtoisten peruskoulutus',
  'Kielikahvila',
  'Ystävätoiminta',
  'Talkooapu',
  'Perheiden puisto',
  'Hyvän mielen kuoro',
];
const EVENTS = ['Avoin tapahtuma', 'Koulutusilta', 'Talkoot', 'Retki', 'Kohtaaminen', 'Suunnitteluilta'];
const FUNDERS = ['Maakuntaliitto', 'Hyvinvointialue', 'Kunta', 'Säätiö', 'Oma rahoitus'];
const MEASURES: readonly [name: string, unit: string][] = [
  ['Vapaaehtoisia yhteisissä toiminnoissa', 'henkilöä'],
  ['Kunnat, joissa toimii yhteisöfoorumi', 'kuntaa'],
  ['Osallistumisia vuodessa', 'osallistumista'],
  ['Järjestöt, joilla on ajantasaiset tiedot', '%'],
  ['Yhteisiä koulutuksia', 'kpl'],
];
const PRACTICES = [
  'Paikallis-JANE',
  'Lapset puheeksi',
  'Videovälitteinen painonhallinta',
  'PAKKA-toimintamalli',
  'Kylätalo kohtaamispaikkana',
  'Järjestöjen yhteinen rekrytointi',
  'Elintapaohjauksen polku',
  'Liikuntaneuvonta kunnissa',
];

/** @param instant ISO instant of what carries one */
export async function importLargeWork(context: LargeContext, instant: string): Promise<void> {
  const themeIds = await importThemes(context);
  const actionIds = await importActions(context, themeIds);
  await importIndicators(context, themeIds, actionIds);
  await importPractices(context, themeIds);
  await importDeliveries(context, instant);
  await importLargeInclusion(context, themeIds, instant);
  await importLargePartnership(context, themeIds);
  await importLargeNetworks(context, themeIds, actionIds);
  await importLargeTies(context);
}

async function importThemes(context: LargeContext): Promise<string[]> {
  const { trx, boardId, random, years, organisationIds } = context;
  const themes = THEMES.map((name, position): Insertable<Database['theme']> => ({
    id: newId(),
    board_id: boardId,
    position,
    name,
    summary: 'Järjestöt, kunnat ja hyvinvointialue tekevät työtä yhdessä.',
    goals: JSON.stringify(['Toiminta juurtuu kuntiin', 'Vapaaehtoisten määrä kasvaa']),
    owner_organisation_id: random.pick(organisationIds),
    starts_on: `${years[0]}-01-01`,
    ends_on: null,
  }));
  await insertRows(trx, 'theme', themes);
  for (const { id: themeId } of themes) {
    const cards = LOGIC_STAGES.flatMap((stage, column) =>
      Array.from({ length: 4 }, (_, position): Insertable<Database['logic_card']> => ({
        id: newId(),
        theme_id: themeId,
        stage,
        position,
        text: CARDS[(column * 2 + position) % CARDS.length]!,
      })),
    );
    await insertRows(trx, 'logic_card', cards);
    await insertRows(
      trx,
      'logic_arrow',
      cards.slice(0, -4).map((card, index) => ({ from_card_id: card.id, to_card_id: cards[index + 4]!.id })),
    );
  }
  return themes.map(({ id }) => id);
}

async function importActions(context: LargeContext, themeIds: readonly string[]): Promise<string[]> {
  const { trx, boardId, random, years, organisationIds, fieldIds, municipalities, size, classificationYear } =
    context;
  const rows = {
    budget: [] as Insertable<Database['budget']>[],
    budget_line: [] as Insertable<Database['budget_line']>[],
    funding_share: [] as Insertable<Database['funding_share']>[],
    volunteer_action: [] as Insertable<Database['volunteer_action']>[],
    volunteer_action_field: [] as Insertable<Database['volunteer_action_field']>[],
    volunteer_action_partner: [] as Insertable<Database['volunteer_action_partner']>[],
    volunteer_action_municipality: [] as Insertable<Database['volunteer_action_municipality']>[],
    volunteer_action_stage: [] as Insertable<Database['volunteer_action_stage']>[],
    volunteer_action_event: [] as Insertable<Database['volunteer_action_event']>[],
    volunteer_action_target: [] as Insertable<Database['volunteer_action_target']>[],
    volunteer_action_phase: [] as Insertable<Database['volunteer_action_phase']>[],
  };
  for (let index = 0; index < size.actions; index += 1) {
    const id = newId();
    const begun = dayOf(context, random.pick(years.slice(0, -1)));
    const place = random.pick(municipalities);
    const volunteers = random.below(140);
    const budgetId = random.isOneIn(3) ? newId() : null;
    if (budgetId !== null) {
      rows.budget.push({
        id: budgetId,
        board_id: boardId,
        name: `${random.pick(ACTIVITIES)}: talousarvio`,
        year: Number(begun.slice(0, 4)) + 1,
      });
      for (const [position, name] of ['Tilat ja tarvikkeet', 'Koulutus', 'Matkat'].entries()) {
        const lineId = newId();
        rows.budget_line.push({
          id: lineId,
          budget_id: budgetId,
          position,
          name,
          cents: (1 + random.below(80)) * 10_000,
        });
        const [first, second] = some(context, FUNDERS, 2);
        const share = 1_000 * (1 + random.below(9));
        rows.funding_share.push({ id: newId(), line_id: lineId, position: 0, funder: first!, share });
        if (!random.isOneIn(4))
          rows.funding_share.push({
            id: newId(),
            line_id: lineId,
            position: 1,
            funder: second!,
            share: 10_000 - share,
          });
      }
    }
    rows.volunteer_action.push({
      id,
      board_id: boardId,
      code: `VT-${index + 1}`,
      name: `${random.pick(ACTIVITIES)}, ${place.nameFi}`,
      description: 'Järjestöjen yhteinen toiminto, johon kuka tahansa voi tulla mukaan.',
      theme_id: random.pick(themeIds),
      lead_organisation_id: random.pick(organisationIds),
      life_courses: JSON.stringify(some(context, LIFE_COURSES, 1 + random.below(2))),
      volunteer_band: bandOf(volunteers),
      volunteer_count: volunteers,
      hours: volunteers * 3,
      starts_on: begun,
      budget_id: budgetId,
    });
    for (const fieldId of some(context, fieldIds, 1 + random.below(4)))
      rows.volunteer_action_field.push({ action_id: id, field_id: fieldId });
    for (const organisationId of some(context, organisationIds, 1 + random.below(4)))
      rows.volunteer_action_partner.push({ action_id: id, organisation_id: organisationId });
    const places = [...new Set([place, ...some(context, municipalities, random.below(3))])];
    for (const { code } of places)
      rows.volunteer_action_municipality.push({ action_id: id, year: classificationYear, code });
    let on = begun;
    const end = lastDay(context);
    for (const stage of ACTION_STAGES.slice(0, 2 + random.below(5))) {
      if (on > end) break;
      rows.volunteer_action_stage.push({
        id: newId(),
        action_id: id,
        stage,
        changed_on: on,
        ground: 'Neuvottelukunnan päätös',
      });
      on = addDays(on, 40 + random.below(200));
    }
    for (let count = random.below(12); count > 0; count -= 1) {
      const where = random.pick(places);
      const isCounted = !random.isOneIn(8);
      const heldOn = addDays(begun, random.below(900));
      if (heldOn > end) continue;
      rows.volunteer_action_event.push({
        id: newId(),
        action_id: id,
        held_on: heldOn,
        title: random.pick(EVENTS),
        municipality_year: classificationYear,
        municipality_code: where.code,
        participants: isCounted ? 5 + random.below(80) : null,
        volunteers: 1 + random.below(12),
        hours: random.isOneIn(3) ? null : 2 + random.below(20),
      });
    }
    rows.volunteer_action_target.push({
      id: newId(),
      action_id: id,
      position: 0,
      kind: 'direct',
      name: 'Alueen asukkaat',
    });
    rows.volunteer_action_phase.push({
      id: newId(),
      action_id: id,
      starts_on: begun,
      ends_on: addDays(begun, 365),
      area: place.nameFi,
      goal: 'Toiminta käynnistyy',
    });
  }
  for (const table of Object.keys(rows) as (keyof typeof rows)[]) await insertRows(trx, table, rows[table]);
  return rows.volunteer_action.map(({ id }) => id);
}

async function importIndicators(
  context: LargeContext,
  themeIds: readonly string[],
  actionIds: readonly string[],
): Promise<void> {
  const { trx, boardId, random, years } = context;
  const measurements: Insertable<Database['measurement']>[] = [];
  const subjects: Insertable<Database['indicator_subject']>[] = [];
  const indicators = themeIds.flatMap((themeId, theme) =>
    MEASURES.map(([name, unit]): Insertable<Database['indicator']> => {
      const id = newId();
      let value = 10 + random.below(30);
      for (const year of years.slice(0, -1))
        for (const end of ['03-31', '06-30', '09-30']) {
          value = Math.max(0, value + random.below(9) - 3);
          measurements.push({
            id: newId(),
            indicator_id: id,
            measured_on: `${year}-${end}`,
            value,
            source: 'Toimintojen seuranta',
          });
        }
      subjects.push({
        id: newId(),
        indicator_id: id,
        theme_id: themeId,
        action_id: null,
        card_id: null,
      });
      if (actionIds.length > 0)
        subjects.push({
          id: newId(),
          indicator_id: id,
          theme_id: null,
          action_id: random.pick(actionIds),
          card_id: null,
        });
      return {
        id,
        board_id: boardId,
        name: `${name} (teema ${theme + 1})`,
        unit,
        direction: 'up',
        baseline: 10,
        baseline_on: `${years[0]}-01-01`,
        target: 100,
        target_on: `${years.at(-1)! + 1}-12-31`,
        source: 'Toimintojen seuranta',
      };
    }),
  );
  await insertRows(trx, 'indicator', indicators);
  await insertRows(trx, 'measurement', measurements);
  await insertRows(trx, 'indicator_subject', subjects);
}

/** How far a practice may have come in a municipality; each stage with its day. */
const WAY = ['offered', 'decided', 'in_use', 'embedded'] as const;

async function importPractices(context: LargeContext, themeIds: readonly string[]): Promise<void> {
  const { trx, boardId, random, years, organisationIds, municipalities, classificationYear } = context;
  const stages: Insertable<Database['practice_stage']>[] = [];
  const practices = PRACTICES.map((name, index): Insertable<Database['practice']> => {
    const id = newId();
    let on = dayOf(context, years[0]!);
    const noted = (
      stage: Insertable<Database['practice_stage']>['stage'],
      code: string | null,
      date: string,
    ): void => {
      stages.push({
        id: newId(),
        practice_id: id,
        municipality_year: code === null ? null : classificationYear,
        municipality_code: code,
        stage,
        changed_on: date,
        ground: code === null ? 'Neuvottelukunnan päätös' : 'Kunnan hyvinvointisuunnitelma',
        item_id: null,
      });
    };
    for (const stage of ['collected', 'refined', 'offered'] as const) {
      noted(stage, null, on);
      on = addDays(on, 60 + random.below(100));
    }
    for (const { code } of municipalities) {
      if (random.isOneIn(5)) continue;
      let date = addDays(on, random.below(400));
      for (const stage of WAY.slice(0, 1 + random.below(WAY.length))) {
        if (date > lastDay(context)) break;
        noted(stage, code, date);
        date = addDays(date, 30 + random.below(300));
      }
    }
    return {
      id,
      board_id: boardId,
      code: `HK-${index + 1}`,
      name,
      owner_organisation_id: random.pick(organisationIds),
      contact_person_id: null,
      theme_id: random.pick(themeIds),
    };
  });
  await insertRows(trx, 'practice', practices);
  await insertRows(trx, 'practice_stage', stages);
}

/** The minutes of every examined meeting went to everybody who sat in it. */
async function importDeliveries({ trx, boardId, random }: LargeContext, instant: string): Promise<void> {
  const recipients = await trx
    .selectFrom('minutes_snapshot')
    .innerJoin('meeting', 'meeting.id', 'minutes_snapshot.meeting_id')
    .innerJoin('attendance', 'attendance.meeting_id', 'meeting.id')
    .select([
      'meeting.id as meetingId',
      'meeting.examined_on as examinedOn',
      'minutes_snapshot.sha256',
      'minutes_snapshot.version',
      'attendance.person_id as personId',
    ])
    .where('meeting.board_id', '=', boardId)
    .where('attendance.capacity', '=', 'member')
    .orderBy('meeting.held_on')
    .orderBy('attendance.position')
    .execute();
  const deliveries = recipients.map((one): Insertable<Database['delivery']> => ({
    id: newId(),
    meeting_id: one.meetingId,
    kind: 'minutes',
    number: one.version,
    sha256: one.sha256,
    person_id: one.personId,
    organisation_id: null,
  }));
  await insertRows(trx, 'delivery', deliveries);
  await insertRows(
    trx,
    'delivery_event',
    deliveries.map(({ id }, index): Insertable<Database['delivery_event']> => ({
      id: newId(),
      delivery_id: id,
      number: 1,
      event: 'sent',
      channel: random.isOneIn(6) ? 'post' : 'email',
      happened_on: addDays(recipients[index]!.examinedOn ?? instant.slice(0, 10), 2),
      noted_at: instant,
      noted_by: 'pykala',
    })),
  );
}
