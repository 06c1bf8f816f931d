/**
 * Where each capability of the work is (kattavuus): the rows of docs/coverage.md, which is their only source, and the tables
 * that hold what each of them records.
 */

export interface CoveredCapability {
  number: number;
  capability: string;
  /** Where it is in the product, in words. */
  where: string;
  isMissing: boolean;
  /** Tables that hold its records. */
  tables: readonly string[];
}

/** How many capabilities the work has. */
export const CAPABILITY_COUNT = 29;

/** By the number of the capability; several capabilities may be told by the same records. */
export const CAPABILITY_TABLES: Readonly<Record<number, readonly string[]>> = {
  1: ['meeting', 'agenda_item', 'organisation'],
  2: ['board_budget', 'board_cost', 'budget', 'budget_line', 'funding_share'],
  3: ['board', 'term', 'seat', 'seat_holder'],
  4: ['volunteer_action', 'volunteer_action_field', 'volunteer_action_partner'],
  5: ['inclusion_entry', 'path_step', 'path_period', 'path_count', 'opening_hours'],
  6: ['theme'],
  7: ['logic_card', 'logic_arrow'],
  8: ['volunteer_action_phase', 'project_phase'],
  9: ['agreement', 'volunteer_action_partner'],
  10: ['board', 'office'],
  11: ['community_forum', 'forum_stage', 'forum_event'],
  12: ['practice', 'practice_stage', 'practice_training'],
  13: ['agreement', 'agreement_party', 'agreement_signature'],
  14: ['network', 'network_member'],
  15: ['participation'],
  16: ['task', 'network'],
  17: ['network'],
  18: ['contact_role', 'contact_role_holder'],
  19: ['meeting'],
  20: ['clock', 'clock_task', 'clock_occurrence'],
  21: ['project_pilot', 'volunteer_action_stage'],
  22: ['project', 'project_phase', 'project_pilot'],
  23: ['cooperation_case'],
  24: ['case_phase'],
  25: ['case_finding'],
  26: ['volunteer_action_note', 'indicator', 'measurement', 'survey', 'survey_round'],
  27: ['communication_entry', 'bulletin', 'bulletin_text', 'delivery', 'delivery_event'],
  28: ['budget_line', 'funding_share'],
  29: ['volunteer_action_target'],
};

const ROW = /^\|\s*(\d{1,2})\s*\|\s*(.+?)\s*\|\s*(.+?)\s*\|\s*$/;

/** The rows of the table in docs/coverage.md, in its order. */
export function parseCoverage(markdown: string): CoveredCapability[] {
  return markdown.split(/\r?\n/).flatMap((line) => {
    const found = ROW.exec(line);
    if (found === null) return [];
    const [, number = '', capability = '', where = ''] = found;
    const told = where.replaceAll('*', '');
    return [
      {
        number: Number(number),
        capability,
        where: told,
        isMissing: told.startsWith('Missing here'),
        tables: CAPABILITY_TABLES[Number(number)] ?? [],
      },
    ];
  });
}
