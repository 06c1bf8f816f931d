/**
 * Lists to choose from: municipalities and regions of the newest year, fields of seats, PRH classes. And a new yearly
 * classification of municipalities: what it changes, and taking it into use.
 */
import fs from 'node:fs/promises';
import * as v from 'valibot';
import { previewClassification, takeClassification } from '../../../db/features/classification-change.ts';
import { latestClassificationYear } from '../../../db/features/classification.ts';
import { listFields, listMunicipalities, listRegions } from '../../../db/features/classification-lists.ts';
import { parseClassification, type Classification } from '../../../db/model/classification.ts';
import { AppError } from '../../../db/model/errors.ts';
import type { Language } from '../../../db/model/language.ts';
import { readMunicipalityTable } from '../../../db/model/municipality-table.ts';
import { procedure, readProcedure, router, type BackendContext } from '../context.ts';
import { longWrite } from '../long-write.ts';
import { progressing } from '../progress.ts';
import { readTableFile } from '../table-thread.ts';
import { REGISTER_TOPICS } from './imports.ts';
import { parseJson } from './workspace.ts';

const code = v.pipe(v.string(), v.regex(/^\d{3}$/, 'municipality_form'));
const chosen = {
  grant: v.string(),
  /** Null: the year in the name of the file, or in the file itself. */
  year: v.nullable(
    v.pipe(v.number(), v.integer(), v.minValue(1900, 'out_of_range'), v.maxValue(2999, 'out_of_range')),
  ),
};

export const classificationsRouter = router({
  municipalities: readProcedure.query(({ ctx }) => listMunicipalities(ctx.db)),
  regions: readProcedure.query(({ ctx }) => listRegions(ctx.db)),
  fields: readProcedure.query(({ ctx }) => listFields(ctx.db)),
  prhClasses: procedure.query(({ ctx }) => ctx.resources.prhClasses()),
  year: readProcedure.query(({ ctx }) => latestClassificationYear(ctx.db)),
  /** What the classification of a file would change; writes nothing. */
  preview: readProcedure.input(v.object(chosen)).mutation(async ({ ctx, input }) => {
    const classification = await readFile(ctx, ctx.db, input);
    return {
      ...(await previewClassification(ctx.db, classification)),
      choices: classification.municipalities.map(({ code: id, nameFi, nameSv }) => ({ id, nameFi, nameSv })),
    };
  }),
  /** Takes it into use; `successors` are codes of the new year by codes that ended. */
  takeInUse: readProcedure
    .input(v.object({ ...chosen, successors: v.record(code, code) }))
    .subscription(async function* ({ ctx, input, signal }) {
      const classification = await readFile(ctx, ctx.db, input);
      yield* progressing(signal, async (between) => {
        const by = ctx.actor().userName;
        return await longWrite(
          ctx,
          { procedure: 'classifications.takeInUse', topics: REGISTER_TOPICS, between },
          (trx, rest) =>
            takeClassification(
              trx,
              { classification, successors: input.successors },
              {
                title: `${TITLES[ctx.actor().language]} ${classification.year}`,
                by,
                at: new Date().toISOString(),
                between: rest,
              },
            ),
        );
      });
    }),
});

/** As the batch is called in the list of what can be taken back. */
const TITLES: Record<Language, string> = {
  fi: 'Kuntaluokitus',
  sv: 'Kommunindelning',
  en: 'Classification of municipalities',
};

/** A table in the layout of Tilastokeskus, or a file of the form that the product ships. */
async function readFile(
  ctx: BackendContext,
  db: Parameters<typeof latestClassificationYear>[0],
  input: { grant: string; year: number | null },
): Promise<Classification> {
  const { path, name } = ctx.grants.resolve(input.grant, 'read');
  if (name.toLowerCase().endsWith('.json')) {
    const text = await fs.readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
      throw new AppError('FILE_UNREADABLE', { file: name, reason: error.code ?? '' });
    });
    return parseClassification(parseJson(text, name));
  }
  const inName = /(?:19|20)\d{2}/.exec(name)?.[0];
  const year =
    input.year ?? (inName === undefined ? ((await latestClassificationYear(db)) ?? 0) + 1 : Number(inName));
  const { rows } = await readTableFile(path, {});
  return readMunicipalityTable(rows, year);
}
