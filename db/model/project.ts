/** Projects (hankkeet) with the fields of a project card, their phases with the region, and pilots by area and theme. */
import * as v from 'valibot';
import { isoDateSchema } from './dates.ts';
import { idSchema } from './identity.ts';
import type { OrganisationState } from './organisation.ts';

/** suunnitteilla, käynnissä, päättynyt, keskeytetty */
export const PROJECT_STATES = ['planned', 'running', 'ended', 'suspended'] as const;
export type ProjectState = (typeof PROJECT_STATES)[number];
export const PILOT_STATES = ['planned', 'running', 'ended'] as const;
export type PilotState = (typeof PILOT_STATES)[number];
/** The goals of sustainable development of the United Nations (kestävän kehityksen tavoitteet). */
export const SDG_GOALS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17] as const;

const name = v.pipe(v.string(), v.trim(), v.minLength(1, 'required'), v.maxLength(300, 'too_long'));
const line = v.optional(v.pipe(v.string(), v.trim(), v.maxLength(500, 'too_long')), '');
const words = v.optional(v.pipe(v.string(), v.maxLength(10_000, 'too_long')), '');
const day = v.nullish(isoDateSchema, null);
const period = <Output extends { startsOn: string | null; endsOn: string | null }>() =>
  v.check<Output, string>(
    ({ startsOn, endsOn }) => startsOn === null || endsOn === null || endsOn >= startsOn,
    'ends_before_start',
  );

export const projectInputSchema = v.pipe(
  v.object({
    name,
    summary: words,
    state: v.picklist(PROJECT_STATES),
    startsOn: day,
    endsOn: day,
    area: line,
    funding: line,
    role: line,
    unit: line,
    focus: line,
    goals: v.optional(v.pipe(v.array(name), v.maxLength(50)), []),
    sdg: v.optional(v.pipe(v.array(v.picklist(SDG_GOALS)), v.maxLength(17)), []),
    leadOrganisationId: v.nullish(idSchema, null),
    managerPersonId: v.nullish(idSchema, null),
    expertPersonId: v.nullish(idSchema, null),
    themeId: v.nullish(idSchema, null),
    organisationIds: v.optional(v.pipe(v.array(idSchema), v.maxLength(200)), []),
  }),
  v.forward(period(), ['endsOn']),
);
export type ProjectValues = v.InferOutput<typeof projectInputSchema>;

export const projectPhaseSchema = v.pipe(
  v.object({ startsOn: isoDateSchema, endsOn: day, area: name, goal: words }),
  v.forward(period(), ['endsOn']),
);
export type ProjectPhaseValues = v.InferOutput<typeof projectPhaseSchema>;

export const projectPilotSchema = v.pipe(
  v.object({
    name,
    area: name,
    theme: name,
    state: v.picklist(PILOT_STATES),
    startsOn: day,
    endsOn: day,
    note: words,
  }),
  v.forward(period(), ['endsOn']),
);
export type ProjectPilotValues = v.InferOutput<typeof projectPilotSchema>;

/** What a project lacks or what is wrong with it; told on its card, never a reason not to save it. */
export type ProjectFlag =
  | { code: 'dissolved'; organisation: string; endedOn: string | null }
  | { code: 'past_end'; endsOn: string }
  | { code: 'phases_overlap'; first: string; second: string }
  | { code: 'phase_outside'; area: string };

/** @param today ISO date */
export function projectFlags(
  project: {
    state: ProjectState;
    startsOn: string | null;
    endsOn: string | null;
    organisations: readonly { name: string; state: OrganisationState; endedOn: string | null }[];
    phases: readonly { startsOn: string; endsOn: string | null; area: string }[];
  },
  today: string,
): ProjectFlag[] {
  const flags: ProjectFlag[] = [];
  if (project.state !== 'ended')
    for (const one of project.organisations)
      if (one.state === 'dissolved' || (one.endedOn !== null && one.endedOn < today))
        flags.push({ code: 'dissolved', organisation: one.name, endedOn: one.endedOn });
  if (project.endsOn !== null && project.endsOn < today && project.state !== 'ended')
    flags.push({ code: 'past_end', endsOn: project.endsOn });
  const phases = project.phases.toSorted((a, b) => (a.startsOn < b.startsOn ? -1 : 1));
  for (const [index, phase] of phases.entries()) {
    const next = phases[index + 1];
    if (next && next.area === phase.area && (phase.endsOn === null || next.startsOn <= phase.endsOn))
      flags.push({ code: 'phases_overlap', first: phase.area, second: next.area });
    const isOutside =
      (project.startsOn !== null && phase.startsOn < project.startsOn) ||
      (project.endsOn !== null && (phase.endsOn ?? phase.startsOn) > project.endsOn);
    if (isOutside) flags.push({ code: 'phase_outside', area: phase.area });
  }
  return flags;
}

/** Pilots as area × theme: every pilot stands in exactly one cell. Areas and themes by their names. */
export function pilotMatrix<Pilot extends { area: string; theme: string }>(
  pilots: readonly Pilot[],
): { areas: string[]; themes: string[]; cells: ReadonlyMap<string, Pilot[]> } {
  const sorted = (values: readonly string[]): string[] =>
    [...new Set(values)].sort((a, b) => a.localeCompare(b, 'fi'));
  return {
    areas: sorted(pilots.map(({ area }) => area)),
    themes: sorted(pilots.map(({ theme }) => theme)),
    cells: Map.groupBy(pilots, ({ area, theme }) => pilotCell(area, theme)),
  };
}
export const pilotCell = (area: string, theme: string): string => `${area}\n${theme}`;
