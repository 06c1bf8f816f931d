/** The sample board's running costs of 2026 (Malli-JANEn toimintakulut). */
import type { Kysely } from 'kysely';
import type { Database } from '../core/schema.ts';
import { boardEconomy, saveBoardBudget, saveCost } from './board-economy.ts';

const YEAR = 2026;
const SHARES = [
  { funder: 'Maakuntaliitto', share: 6_000 },
  { funder: 'Hyvinvointialue', share: 4_000 },
];
const LINES: readonly [name: string, cents: number][] = [
  ['Kokouspalkkiot', 420_000],
  ['Matkakulut', 280_000],
  ['Tilat ja tarjoilut', 160_000],
  ['Viestintä ja käännökset', 220_000],
  ['Koulutus', 120_000],
];
/** Line, day, document, description, cents, meeting, action. */
const COSTS: readonly [string, string, string, string, number, string | null, string | null][] = [
  ['Kokouspalkkiot', '2026-02-02', 'M-2026-014', 'Palkkiot kokouksesta 1/2026', 96_000, '1/2026', null],
  ['Matkakulut', '2026-02-02', 'M-2026-015', 'Matkalaskut kokouksesta 1/2026', 48_730, '1/2026', null],
  ['Tilat ja tarjoilut', '2026-02-09', 'O-2026-031', 'Kokoustila ja kahvit', 38_450, '1/2026', null],
  ['Kokouspalkkiot', '2026-03-31', 'M-2026-052', 'Palkkiot kokouksesta 2/2026', 90_000, '2/2026', null],
  ['Matkakulut', '2026-03-31', 'M-2026-053', 'Matkalaskut kokouksesta 2/2026', 51_280, '2/2026', null],
  ['Viestintä ja käännökset', '2026-04-15', 'O-2026-088', 'Selkotiedotteiden käännökset', 67_500, null, null],
  ['Kokouspalkkiot', '2026-06-01', 'M-2026-101', 'Palkkiot kokouksesta 3/2026', 102_000, '3/2026', null],
  ['Matkakulut', '2026-06-01', 'M-2026-102', 'Matkalaskut kokouksesta 3/2026', 60_415, '3/2026', null],
  ['Tilat ja tarjoilut', '2026-06-05', 'O-2026-117', 'Seminaaritila ja lounas', 74_990, '3/2026', null],
  [
    'Tilat ja tarjoilut',
    '2026-10-22',
    'O-2026-203',
    'Yhteisöfoorumin tila ja tarjoilut',
    52_100,
    null,
    'VT-5',
  ],
  ['Matkakulut', '2026-10-26', 'M-2026-187', 'Hyvitys: peruttu linja-autovaraus', -12_000, null, null],
  ['Koulutus', '2026-11-09', 'O-2026-219', 'Selkokielen koulutus sihteereille', 49_000, null, null],
];

/** The meetings and actions of the sample must be there already. */
export async function addSampleEconomy(trx: Kysely<Database>, boardId: string): Promise<void> {
  await saveBoardBudget(trx, {
    boardId,
    version: 0,
    values: {
      year: YEAR,
      grantedCents: 1_200_000,
      budget: {
        name: 'Neuvottelukunnan toimintakulut 2026',
        year: YEAR,
        lines: LINES.map(([name, cents]) => ({ name, cents, shares: SHARES })),
      },
    },
  });
  const { budget, meetings } = await boardEconomy(trx, boardId, YEAR);
  const actions = await trx
    .selectFrom('volunteer_action')
    .select(['id', 'code'])
    .where('board_id', '=', boardId)
    .execute();
  for (const [line, bookedOn, document, description, cents, meeting, action] of COSTS)
    await saveCost(
      trx,
      {
        id: null,
        values: {
          lineId: budget?.lines.find(({ name }) => name === line)?.id ?? '',
          bookedOn,
          document,
          description,
          cents,
          meetingId: meetings.find(({ label }) => label === meeting)?.id ?? null,
          actionId: actions.find(({ code }) => code === action)?.id ?? null,
        },
      },
      null,
    );
}
