/** Networks, contact persons, surveys and community forums of the large sample. */
import type { Insertable } from 'kysely';
import type { Database } from '../core/schema.ts';
import { addDays } from '../model/dates.ts';
import { newId } from '../model/identity.ts';
import { LIFE_COURSES } from '../model/register-card.ts';
import { sortKey } from '../model/sort-key.ts';
import { dayOf, insertRows, lastDay, some, type LargeContext } from './large-sample-context.ts';

const NETWORKS = [
  'Lasten ja perheiden verkosto',
  'Nuorten verkosto',
  'Työikäisten verkosto',
  'Ikäihmisten verkosto',
  'Vapaaehtoistoiminnan verkosto',
  'Kotoutumisen verkosto',
];
const MOST_MEMBERS = 40;
const FIRST_NAMES = ['Aino', 'Eero', 'Helmi', 'Ilmari', 'Kaisa', 'Lauri', 'Martta', 'Onni', 'Saara', 'Toivo'];
const LAST_NAMES = ['Esimerkkinen', 'Harjoitus', 'Kokeilija', 'Malliniemi', 'Näytelä', 'Testola'];
/** So many contact roles of a municipality have nobody: one in this number. */
const GAP = 5;

const ANSWERS = [
  '1 – erittäin huonosti',
  '2 – huonosti',
  '3 – kohtalaisesti',
  '4 – hyvin',
  '5 – erittäin hyvin',
];
const NEEDS = ['Tilat', 'Rahoitus', 'Vapaaehtoisten löytäminen', 'Viestintä', 'Yhteistyö kunnan kanssa'];
const FREE = [
  'Kunnan ja järjestöjen pitäisi tavata useammin.',
  'Tilojen varaaminen on hankalaa.',
  'Koulutuksia toivotaan myös iltaisin.',
  'Yhdyshenkilö on ollut suuri apu.',
  'Uusia vapaaehtoisia on vaikea löytää.',
];

/** @param themeIds of the board, in their order; actionIds in the order of their codes */
export async function importLargeNetworks(
  context: LargeContext,
  themeIds: readonly string[],
  actionIds: readonly string[],
): Promise<void> {
  await importNetworks(context);
  await importContacts(context);
  await importSurveys(context);
  await importForums(context, themeIds, actionIds);
}

async function importNetworks(context: LargeContext): Promise<void> {
  const { trx, years, organisationIds } = context;
  const networks: Insertable<Database['network']>[] = [];
  const members: Insertable<Database['network_member']>[] = [];
  for (const [index, name] of NETWORKS.entries()) {
    const id = newId();
    networks.push({ id, name_fi: name, life_course: LIFE_COURSES[index] ?? null });
    for (const organisationId of some(
      context,
      organisationIds,
      Math.min(MOST_MEMBERS, Math.floor(organisationIds.length / 3)),
    ))
      members.push({
        id: newId(),
        network_id: id,
        organisation_id: organisationId,
        starts_on: dayOf(context, years[0]!),
        ends_on: null,
      });
  }
  await insertRows(trx, 'network', networks);
  await insertRows(trx, 'network_member', members);
}

async function importContacts({
  trx,
  random,
  years,
  municipalities,
  classificationYear,
}: LargeContext): Promise<void> {
  const roles = await trx
    .selectFrom('contact_role')
    .select('id')
    .where('in_use', '=', 1)
    .orderBy('position')
    .orderBy('id')
    .execute();
  const persons: Insertable<Database['person']>[] = [];
  const holders: Insertable<Database['contact_role_holder']>[] = [];
  for (const { code } of municipalities)
    for (const role of roles) {
      if (random.isOneIn(GAP)) continue;
      const name = `${random.pick(FIRST_NAMES)} ${random.pick(LAST_NAMES)}`;
      const id = newId();
      persons.push({ id, name, sort_key: sortKey(name) });
      holders.push({
        id: newId(),
        role_id: role.id,
        person_id: id,
        year: classificationYear,
        municipality_code: code,
        region_code: null,
        starts_on: `${random.pick(years.slice(0, -1))}-01-01`,
        ends_on: null,
      });
    }
  await insertRows(trx, 'person', persons);
  await insertRows(trx, 'contact_role_holder', holders);
}

/** A barometer of every year, with free answers in the latest. */
async function importSurveys(context: LargeContext): Promise<void> {
  const { trx, boardId, random, years } = context;
  const surveyId = newId();
  await insertRows(trx, 'survey', [
    {
      id: surveyId,
      board_id: boardId,
      name: 'Järjestöbarometri',
      description: 'Vuosittainen kysely järjestöille.',
    },
  ]);
  const questions = [
    { text: 'Kuinka hyvin yhteistyö kunnan kanssa toimii?', kind: 'scale', answers: ANSWERS },
    { text: 'Missä järjestö tarvitsee tukea?', kind: 'many', answers: NEEDS },
    { text: 'Mitä muuta haluatte sanoa?', kind: 'open', answers: ['Kiitos'] },
  ] as const;
  const rounds = years.map((year): Insertable<Database['survey_round']> => ({
    id: newId(),
    survey_id: surveyId,
    year,
    held_on: `${year}-04-15`,
    invited: 400,
    respondents: 200,
    source: 'Verkkokysely',
  }));
  await insertRows(trx, 'survey_round', rounds);
  for (const [position, { text, kind, answers }] of questions.entries()) {
    const questionId = newId();
    await insertRows(trx, 'survey_question', [{ id: questionId, survey_id: surveyId, position, text, kind }]);
    const options = answers.map((answer, place): Insertable<Database['survey_option']> => ({
      id: newId(),
      question_id: questionId,
      position: place,
      answer,
    }));
    await insertRows(trx, 'survey_option', options);
    await insertRows(
      trx,
      'survey_count',
      rounds.flatMap((round) =>
        options.map((option) => ({ round_id: round.id, option_id: option.id, count: 5 + random.below(35) })),
      ),
    );
    if (kind === 'open')
      await insertRows(
        trx,
        'survey_text',
        FREE.map((free) => ({
          id: newId(),
          round_id: rounds.at(-1)!.id,
          question_id: questionId,
          text: free,
        })),
      );
  }
}

/** A forum in every second municipality: a pilot, made permanent in some. */
async function importForums(
  context: LargeContext,
  themeIds: readonly string[],
  actionIds: readonly string[],
): Promise<void> {
  const { trx, boardId, random, years, organisationIds, municipalities, classificationYear } = context;
  const rows = {
    community_forum: [] as Insertable<Database['community_forum']>[],
    forum_organisation: [] as Insertable<Database['forum_organisation']>[],
    forum_theme: [] as Insertable<Database['forum_theme']>[],
    forum_action: [] as Insertable<Database['forum_action']>[],
    forum_stage: [] as Insertable<Database['forum_stage']>[],
    forum_event: [] as Insertable<Database['forum_event']>[],
  };
  const end = lastDay(context);
  for (const [index, { code, nameFi }] of municipalities.filter((_, place) => place % 2 === 0).entries()) {
    const id = newId();
    const own = some(context, organisationIds, 3 + random.below(4));
    rows.community_forum.push({
      id,
      board_id: boardId,
      code: `YF-${index + 1}`,
      name: `${nameFi}: yhteisöfoorumi`,
      municipality_year: classificationYear,
      municipality_code: code,
      hyte_group: 'Kunnan hyte-työryhmä',
      chair_organisation_id: own[0] ?? null,
    });
    for (const organisationId of own)
      rows.forum_organisation.push({ forum_id: id, organisation_id: organisationId });
    rows.forum_theme.push({ forum_id: id, theme_id: random.pick(themeIds) });
    rows.forum_action.push({ forum_id: id, action_id: random.pick(actionIds) });
    const begun = dayOf(context, years[0]!);
    rows.forum_stage.push({
      id: newId(),
      forum_id: id,
      stage: 'pilot',
      changed_on: begun,
      ground: 'Kokeilu alkoi hyte-työryhmän alla.',
      decided_by: '',
    });
    if (!random.isOneIn(3))
      rows.forum_stage.push({
        id: newId(),
        forum_id: id,
        stage: 'permanent',
        changed_on: addDays(begun, 180),
        ground: 'Kokeilun arviointi',
        decided_by: `Kunnanhallitus § ${10 + random.below(90)}`,
      });
    for (let on = addDays(begun, 30); on <= end; on = addDays(on, 120))
      rows.forum_event.push({
        id: newId(),
        forum_id: id,
        held_on: on,
        kind: 'meeting',
        title: 'Foorumin kokous',
        participants: 8 + random.below(20),
        organisations: 3 + random.below(6),
      });
  }
  for (const table of Object.keys(rows) as (keyof typeof rows)[]) await insertRows(trx, table, rows[table]);
}
