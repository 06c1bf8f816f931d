/** Lists to choose from: municipalities and regions of the newest year, fields of seats, PRH classes. */
import { latestClassificationYear } from '../../../db/features/classification.ts';
import { listFields, listMunicipalities, listRegions } from '../../../db/features/classification-lists.ts';
import { procedure, readProcedure, router } from '../context.ts';

export const classificationsRouter = router({
  municipalities: readProcedure.query(({ ctx }) => listMunicipalities(ctx.db)),
  regions: readProcedure.query(({ ctx }) => listRegions(ctx.db)),
  fields: readProcedure.query(({ ctx }) => listFields(ctx.db)),
  prhClasses: procedure.query(({ ctx }) => ctx.resources.prhClasses()),
  year: readProcedure.query(({ ctx }) => latestClassificationYear(ctx.db)),
});
