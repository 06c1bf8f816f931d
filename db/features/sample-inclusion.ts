/** Brings the sample's immigrant inclusion into a database that has the sample's other work. */
import type { Kysely } from 'kysely';
import * as v from 'valibot';
import type { Database } from '../core/schema.ts';
import type { BoardFile } from '../model/board-file.ts';
import { isoDateSchema } from '../model/dates.ts';
import { INCLUSION_KINDS, inclusionInputSchema } from '../model/inclusion.ts';
import { setInclusionIndicator } from './inclusion-indicators.ts';
import { savePeriod, saveStep } from './inclusion-path.ts';
import { saveInclusionEntry } from './inclusion.ts';
import { saveIndicator } from './indicators.ts';
import { sampleContext } from './sample-context.ts';

const texts = v.optional(v.array(v.string()), []);
const time = v.nullable(v.string());

/** As the file has it: organisations by their local ids, themes and indicators by name, actions by code. */
const sampleInclusionSchema = v.array(
  v.looseObject({
    code: v.string(),
    kind: v.picklist(INCLUSION_KINDS),
    theme: v.optional(v.string()),
    host: v.optional(v.string()),
    organisations: texts,
    actions: texts,
    indicators: texts,
    participants: v.optional(v.number()),
    contactRole: v.optional(v.string()),
    weeklyHours: v.optional(v.array(v.tuple([v.number(), v.string(), v.string()])), []),
    exceptions: v.optional(v.array(v.tuple([v.string(), v.string(), time, time, v.string()])), []),
    steps: texts,
    periods: v.optional(
      v.array(
        v.object({
          from: isoDateSchema,
          to: isoDateSchema,
          counts: v.array(v.nullable(v.number())),
          total: v.number(),
          left: v.number(),
          note: v.optional(v.string(), ''),
        }),
      ),
      [],
    ),
  }),
);

/** @param themes names by the local ids of the file */
export async function addSampleInclusion(
  trx: Kysely<Database>,
  boardId: string,
  source: { board: BoardFile; inclusion: unknown; themes: readonly { id: string; name: string }[] },
): Promise<void> {
  const context = await sampleContext(trx, boardId, source.board);
  const idOf = async (table: 'theme' | 'volunteer_action', value: string): Promise<string> =>
    (
      await trx
        .selectFrom(table)
        .select('id')
        .where('board_id', '=', boardId)
        .where(table === 'theme' ? 'name' : 'code', '=', value)
        .executeTakeFirstOrThrow()
    ).id;
  const indicators = new Map<string, string>();
  for (const sample of v.parse(sampleInclusionSchema, source.inclusion)) {
    const { theme, host, organisations, actions, participants, contactRole, steps, periods, ...rest } =
      sample;
    const role =
      contactRole === undefined
        ? undefined
        : await trx
            .selectFrom('contact_role')
            .select('id')
            .where((eb) => eb.fn('lower', ['name_fi']), '=', contactRole)
            .executeTakeFirstOrThrow();
    const themeName = source.themes.find(({ id }) => id === theme)?.name;
    const values = v.parse(inclusionInputSchema, {
      ...rest,
      themeId: themeName === undefined ? null : await idOf('theme', themeName),
      hostOrganisationId: host === undefined ? null : context.organisation(host),
      organisationIds: organisations.map(context.organisation),
      actionIds: await Promise.all(actions.map((code) => idOf('volunteer_action', code))),
      participantCount: participants ?? null,
      contactRoleId: role?.id ?? null,
      weeklyHours: sample.weeklyHours.map(([weekday, opensAt, closesAt]) => ({ weekday, opensAt, closesAt })),
      exceptions: sample.exceptions.map(([startsOn, endsOn, opensAt, closesAt, reason]) => ({
        startsOn,
        endsOn,
        opensAt,
        closesAt,
        reason,
      })),
    });
    const { id: entryId } = await saveInclusionEntry(trx, { id: null, boardId, version: 0, values });
    const stepIds: string[] = [];
    for (const name of steps)
      stepIds.push((await saveStep(trx, { id: null, entryId, values: { name, note: '' } })).id);
    for (const { from, to, counts, total, left, note } of periods)
      await savePeriod(trx, {
        id: null,
        entryId,
        version: 0,
        values: {
          startsOn: from,
          endsOn: to,
          total,
          leftCount: left,
          note,
          counts: stepIds.map((stepId, index) => ({ stepId, count: counts[index] ?? null })),
        },
      });
    for (const name of sample.indicators) {
      const indicatorId = indicators.get(name) ?? (await addIndicator(trx, boardId, name));
      indicators.set(name, indicatorId);
      await setInclusionIndicator(trx, { entryId, indicatorId, isLinked: true });
    }
  }
}

async function addIndicator(trx: Kysely<Database>, boardId: string, name: string): Promise<string> {
  const { id } = await saveIndicator(trx, {
    id: null,
    boardId,
    version: 0,
    values: {
      name,
      unit: 'henkilöä',
      description: 'Kohtaamistapahtumien osallistujat vuodessa.',
      direction: 'up',
      decimals: 0,
      baseline: 60,
      baselineOn: '2025-12-31',
      target: 200,
      targetOn: '2027-12-31',
      source: 'Osallisuuden kirjaukset',
    },
    subjects: [],
  });
  return id;
}
