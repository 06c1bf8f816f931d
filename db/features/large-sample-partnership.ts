/** Agreements, projects, pilots and cooperation models of the large sample. */
import type { Insertable } from 'kysely';
import type { Database } from '../core/schema.ts';
import { AGREEMENT_KINDS } from '../model/agreement.ts';
import { CASE_GROUPS, CASE_PHASES, FINDING_KINDS, ORGANISING } from '../model/cooperation-case.ts';
import { addDays } from '../model/dates.ts';
import { newId } from '../model/identity.ts';
import { dayOf, insertRows, lastDay, some, type LargeContext } from './large-sample-context.ts';

/** To so many actions there is one agreement, one project, one cooperation model. */
const ACTIONS_TO_AGREEMENT = 16;
const ACTIONS_TO_PROJECT = 25;
const ACTIONS_TO_CASE = 16;

const AGREEMENT_NAMES = {
  wellbeing: 'Hyvinvointisopimus',
  partnership: 'Kumppanuussopimus',
  municipal: 'Sopimus kunnan kanssa',
  purchase: 'Ostosopimus',
  placement: 'Harjoittelusopimus',
  other: 'Yhteistyösopimus',
} as const;
const PROJECT_NAMES = [
  'Kylät kantaa',
  'Nuoret mukaan',
  'Arki kuntoon',
  'Yhteinen pöytä',
  'Digi haltuun',
  'Liike on lääke',
  'Naapurit',
  'Osaksi yhteisöä',
];
const PILOTS = ['Yhteisökahvila', 'Liikkuva neuvonta', 'Vertaisohjaajat', 'Avoin olohuone', 'Kieliparit'];
const CASE_NAMES = [
  'Yhteinen kohtaamispaikka',
  'Kulttuurihyvinvoinnin verkosto',
  'Liikuntaneuvonnan ketju',
  'Opiskeluhuollon yhteistyö',
  'Järjestöallianssi',
  'Ohjaamon järjestöyhteistyö',
];
const FINDINGS = {
  succeeded: 'Toimijat tuntevat toisensa ja ohjaavat asiakkaat oikeaan paikkaan',
  critical: 'Toiminta on yhden työntekijän varassa',
  to_develop: 'Tulosten seuranta ja yhteinen viestintä',
} as const;

/** @param themeIds of the board, in their order */
export async function importLargePartnership(
  context: LargeContext,
  themeIds: readonly string[],
): Promise<void> {
  await importAgreements(context);
  await importProjects(context, themeIds);
  await importCases(context);
}

async function importAgreements(context: LargeContext): Promise<void> {
  const { trx, boardId, random, years, organisationIds, municipalities, classificationYear, size } = context;
  const agreements: Insertable<Database['agreement']>[] = [];
  const parties: Insertable<Database['agreement_party']>[] = [];
  const signatures: Insertable<Database['agreement_signature']>[] = [];
  const end = lastDay(context);
  for (let index = 0; index < size.actions / ACTIONS_TO_AGREEMENT; index += 1) {
    const id = newId();
    const kind = AGREEMENT_KINDS[index % AGREEMENT_KINDS.length]!;
    const startsOn = dayOf(context, random.pick(years));
    agreements.push({
      id,
      board_id: boardId,
      code: `SO-${index + 1}`,
      name: `${AGREEMENT_NAMES[kind]} ${startsOn.slice(0, 4)}`,
      kind,
      summary: 'Osapuolet sopivat yhteisestä työstä ja sen seurannasta.',
      starts_on: startsOn,
      ends_on: random.isOneIn(4) ? null : addDays(startsOn, 365 * (1 + random.below(4))),
      notice_months: random.isOneIn(3) ? null : 3,
      remind_days: 60,
    });
    // Municipalities sign the wellbeing agreement one by one; the others have organisations as their parties.
    const others = some(context, organisationIds, 2 + random.below(3)).map((organisationId) => ({
      organisation_id: organisationId,
    }));
    const own =
      kind === 'wellbeing'
        ? municipalities.map(({ code }) => ({
            municipality_year: classificationYear,
            municipality_code: code,
          }))
        : others;
    for (const [position, party] of own.entries()) {
      const partyId = newId();
      parties.push({ id: partyId, agreement_id: id, position, ...party });
      const sentOn = addDays(startsOn, -90 + random.below(30));
      for (const [after, state] of (['sent', 'signed'] as const).entries()) {
        const notedOn = addDays(sentOn, after * (10 + random.below(60)));
        if (notedOn > end || (state === 'signed' && random.isOneIn(8))) break;
        signatures.push({
          id: newId(),
          party_id: partyId,
          state,
          noted_on: notedOn,
          signer_role: state === 'signed' ? 'puheenjohtaja' : '',
        });
      }
    }
  }
  await insertRows(trx, 'agreement', agreements);
  await insertRows(trx, 'agreement_party', parties);
  await insertRows(trx, 'agreement_signature', signatures);
}

async function importProjects(context: LargeContext, themeIds: readonly string[]): Promise<void> {
  const { trx, boardId, random, years, organisationIds, municipalities, size } = context;
  const projects: Insertable<Database['project']>[] = [];
  const partners: Insertable<Database['project_organisation']>[] = [];
  const phases: Insertable<Database['project_phase']>[] = [];
  const pilots: Insertable<Database['project_pilot']>[] = [];
  const end = lastDay(context);
  const stateOf = (startsOn: string, endsOn: string): 'planned' | 'running' | 'ended' =>
    startsOn > end ? 'planned' : endsOn < end ? 'ended' : 'running';
  for (let index = 0; index < size.actions / ACTIONS_TO_PROJECT; index += 1) {
    const id = newId();
    const startsOn = dayOf(context, random.pick(years));
    const endsOn = addDays(startsOn, 365 * (1 + random.below(3)));
    const own = some(context, organisationIds, 3 + random.below(3));
    projects.push({
      id,
      board_id: boardId,
      code: `HA-${index + 1}`,
      name: `${random.pick(PROJECT_NAMES)} ${startsOn.slice(0, 4)}`,
      summary: 'Järjestöt, kunnat ja oppilaitokset kehittävät toimintaa yhdessä.',
      state: stateOf(startsOn, endsOn),
      starts_on: startsOn,
      ends_on: endsOn,
      area: random.pick(municipalities).nameFi,
      funding: 'Euroopan sosiaalirahasto',
      goals: JSON.stringify(['Toiminta jatkuu hankkeen jälkeen']),
      sdg: JSON.stringify([3, 10]),
      lead_organisation_id: own[0] ?? null,
      theme_id: random.pick(themeIds),
    });
    for (const organisationId of own.slice(1))
      partners.push({ project_id: id, organisation_id: organisationId });
    for (const [count, place] of some(context, municipalities, 2 + random.below(2)).entries()) {
      const begun = addDays(startsOn, count * 60);
      phases.push({
        id: newId(),
        project_id: id,
        starts_on: begun,
        ends_on: endsOn,
        area: place.nameFi,
        goal: 'Toiminta käynnistyy alueella',
      });
      pilots.push({
        id: newId(),
        project_id: id,
        name: random.pick(PILOTS),
        area: place.nameFi,
        theme: 'Osallisuus',
        state: stateOf(begun, endsOn),
        starts_on: begun,
        ends_on: endsOn,
      });
    }
  }
  await insertRows(trx, 'project', projects);
  await insertRows(trx, 'project_organisation', partners);
  await insertRows(trx, 'project_phase', phases);
  await insertRows(trx, 'project_pilot', pilots);
}

async function importCases(context: LargeContext): Promise<void> {
  const { trx, boardId, random, years, municipalities, size } = context;
  const cases: Insertable<Database['cooperation_case']>[] = [];
  const findings: Insertable<Database['case_finding']>[] = [];
  const phases: Insertable<Database['case_phase']>[] = [];
  for (let index = 0; index < size.actions / ACTIONS_TO_CASE; index += 1) {
    const id = newId();
    const region = random.pick(municipalities).nameFi;
    cases.push({
      id,
      board_id: boardId,
      code: `YT-${index + 1}`,
      name: `${random.pick(CASE_NAMES)}, ${region}`,
      case_group: CASE_GROUPS[index % CASE_GROUPS.length]!,
      region,
      description: 'Järjestöt ja kunta tekevät työtä yhteisellä mallilla.',
      organising: random.pick(ORGANISING),
    });
    for (const [position, kind] of FINDING_KINDS.entries())
      findings.push({ id: newId(), case_id: id, position, kind, text: FINDINGS[kind] });
    let on = dayOf(context, random.pick(years.slice(0, -1)));
    for (const phase of CASE_PHASES.slice(0, 1 + random.below(CASE_PHASES.length))) {
      phases.push({ id: newId(), case_id: id, phase, starts_on: on, ends_on: addDays(on, 60) });
      on = addDays(on, 61);
    }
  }
  await insertRows(trx, 'cooperation_case', cases);
  await insertRows(trx, 'case_finding', findings);
  await insertRows(trx, 'case_phase', phases);
}
