/** Types of participation (osallisuuden lajit) of paths, events and actions. */
/**
 * Tieto-, suunnittelu-, päätös- ja toimintaosallisuus: producing knowledge of experience, planning, deciding, taking part
 * in what is done.
 */
export const PARTICIPATION_TYPES = ['knowledge', 'planning', 'decision', 'action'] as const;
export type ParticipationType = (typeof PARTICIPATION_TYPES)[number];
