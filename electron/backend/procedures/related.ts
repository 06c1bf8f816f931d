/** What hangs together in the work, and the ties that are made by hand, as the window calls them. */
import * as v from 'valibot';
import { municipalityCard } from '../../../db/features/municipality-card.ts';
import { relatedTo } from '../../../db/features/related-work.ts';
import { setTie, tieChoices } from '../../../db/features/work-ties.ts';
import { idSchema } from '../../../db/model/identity.ts';
import { RELATED_KINDS, relatedSubjectSchema, TIED_KINDS, TYING_KINDS } from '../../../db/model/related.ts';
import { municipalityCodeSchema } from '../../../db/model/volunteer-action.ts';
import { readProcedure, router, writeProcedure } from '../context.ts';

const MOST_CHOICES = 8;

export const relatedRouter = router({
  /** Everything that is tied to a record, by kind. */
  of: readProcedure
    .input(v.object({ subject: relatedSubjectSchema, kinds: v.optional(v.array(v.picklist(RELATED_KINDS))) }))
    .query(({ ctx, input }) => relatedTo(ctx.db, input.subject, input.kinds)),
  /** What a case or a survey can be tied to, a few of each kind. */
  choices: readProcedure
    .input(v.object({ boardId: idSchema, text: v.pipe(v.string(), v.maxLength(200)) }))
    .query(({ ctx, input }) => tieChoices(ctx.db, { ...input, limit: MOST_CHOICES })),
  set: writeProcedure
    .input(
      v.object({
        of: v.picklist(TYING_KINDS),
        id: idSchema,
        to: v.object({ kind: v.picklist(TIED_KINDS), id: v.pipe(v.string(), v.maxLength(36)) }),
        isLinked: v.boolean(),
      }),
    )
    .mutation(async ({ ctx, input }) => {
      await setTie(ctx.trx, input);
      ctx.changed(input.of === 'case' ? 'cases' : 'surveys');
    }),
  /** One municipality: its contact persons and figures of the register. */
  municipality: readProcedure
    .input(v.object({ boardId: idSchema, code: municipalityCodeSchema }))
    .query(({ ctx, input }) => municipalityCard(ctx.db, input, ctx.today())),
});
