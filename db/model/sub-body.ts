/** A body below a board (työvaliokunta, jaosto, paikallis-JANE): what its founding needs, and its first rules. */
import * as v from 'valibot';
import { SUB_BODY_KINDS } from './board.ts';
import { isoDateSchema } from './dates.ts';
import { idSchema } from './identity.ts';
import { optionalText } from './organisation.ts';
import type { RuleProfile } from './rules.ts';

export const subBodySchema = v.pipe(
  v.object({
    parentId: idSchema,
    kind: v.picklist(SUB_BODY_KINDS),
    nameFi: v.pipe(v.string(), v.trim(), v.minLength(1, 'required'), v.maxLength(300, 'too_long')),
    nameSv: optionalText(300),
    nameEn: optionalText(300),
    shortName: v.pipe(v.string(), v.trim(), v.minLength(1, 'required'), v.maxLength(40, 'too_long')),
    startsOn: isoDateSchema,
    endsOn: isoDateSchema,
    profile: v.picklist(['minutes', 'memo']),
    memberIds: v.pipe(
      v.array(idSchema),
      v.minLength(1, 'members_required'),
      v.maxLength(100, 'too_many'),
      v.check((ids) => new Set(ids).size === ids.length, 'twice'),
    ),
    chairId: v.nullish(idSchema, null),
    secretaryId: v.nullish(idSchema, null),
  }),
  v.forward(
    v.check((body) => body.endsOn > body.startsOn, 'ends_before_start'),
    ['endsOn'],
  ),
);

/**
 * The rules with which such a body begins: those of its board, without personal deputies, since its seats are persons
 * chosen by name; in a memo nobody examines. They are settings and can be changed from any day on.
 */
export function subBodyRules(parent: RuleProfile, profile: RuleProfile['profile']): RuleProfile {
  return {
    ...parent,
    profile,
    deputies: 'none',
    examiners: profile === 'memo' ? 0 : parent.examiners,
    // A small body prepares; its minimum cannot be the board's.
    quorum: parent.quorum.kind === 'at_least' ? { kind: 'more_than_half' } : parent.quorum,
  };
}

/**
 * Boards in the order in which they are listed: each followed by the bodies below it.
 * @param boards in their own order
 */
export function boardTree<T extends { id: string; parentId: string | null }>(boards: readonly T[]): T[] {
  const roots = boards.filter(
    (board) => board.parentId === null || !boards.some((other) => other.id === board.parentId),
  );
  return roots.flatMap((root) => [root, ...boards.filter((board) => board.parentId === root.id)]);
}
