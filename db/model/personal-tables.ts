/**
 * Where data of persons is kept besides the columns that refer to a person: as words, addresses, names in frozen
 * documents. The privacy notice (rekisteriseloste) names them when they hold something. Every table of the file refers to
 * a person, stands in one of the two lists here, or a test fails.
 */

/** Tables with columns that may hold data of persons; a row counts when one of them is filled. */
export const PERSONAL_COLUMNS: Readonly<Record<string, readonly string[]>> = {
  organisation: ['email', 'phone', 'street_address', 'contact_role'],
  delivery_event: ['address'],
  mail_message: ['address'],
  mail_batch: ['created_by'],
  mail_settings: ['settings'],
  minutes_snapshot: ['document'],
  examination_round: ['content'],
  correction_note: ['noted_by'],
  issued_document: ['content'],
  attachment: ['file_name'],
  organisation_attachment: ['file_name'],
  register_effect_event: ['details'],
  old_minutes: ['file_name'],
  old_minutes_text: ['content'],
  old_minutes_review: ['content'],
  old_minutes_item: ['title'],
  old_minutes_examiner: ['name'],
  volunteer_action_note: ['text'],
  annual_section: ['body'],
  volunteer_action_event: ['note'],
  forum_event: ['note'],
  board_cost: ['description'],
  bulletin_text: ['checked_by', 'contact'],
  bulletin_revision: ['kept_by'],
  inclusion_file: ['file_name'],
  survey_text: ['text'],
  agreement_file: ['file_name'],
  project_file: ['file_name'],
  archive_package: ['made_by'],
  archive_import: ['imported_by', 'removed_by'],
  retention_change: ['changed_by'],
  disposal_proposal: ['made_by', 'approved_by', 'carried_out_by'],
  change_batch: ['done_by'],
  audit: ['actor'],
};

/** Tables that say nothing of any person, or only in a row of another table. */
export const IMPERSONAL_TABLES: ReadonlySet<string> = new Set(
  [
    // Classifications, boards and their rules, seats without their holders.
    'region wellbeing_county municipality field board rule_profile term seat board_organisation board_figure',
    'network network_member contact_role organisation_name organisation_tag organisation_view',
    'mailing_list table_mapping',
    // Parts of meetings and of their items; persons stand in the rows beside them.
    'attendance_interval vote election item_publicity item_examination item_task item_origin carry_dismissal',
    'task_deadline_change invitation meeting_break issued_attachment agenda_template board_phrase phrase_set',
    // Bytes of files whose rows are counted, and parts of messages that are the same for all.
    'file_content file_part mail_part',
    // The work between meetings.
    'logic_card logic_arrow logic_card_link budget budget_line funding_share volunteer_action',
    'volunteer_action_field volunteer_action_partner volunteer_action_municipality volunteer_action_stage',
    'volunteer_action_decision volunteer_action_task volunteer_action_target volunteer_action_phase',
    'indicator measurement indicator_subject clock clock_occurrence bulletin',
    'practice_organisation practice_action practice_decision practice_stage practice_training annual_report',
    // Inclusion and surveys hold counts alone.
    'inclusion_entry inclusion_organisation inclusion_municipality inclusion_action inclusion_indicator participation',
    'path_step path_period path_count opening_hours opening_exception',
    'survey survey_question survey_option survey_round survey_count',
    'agreement_party agreement_signature agreement_decision agreement_practice',
    'project_organisation project_action project_decision project_phase project_pilot',
    'cooperation_case case_finding case_phase forum_organisation forum_theme forum_action forum_practice',
    'survey_column case_link survey_link inclusion_decision measurement_round',
    'forum_decision forum_stage forum_indicator board_budget',
    // Settings, and the proof of erasures, which holds no data of anybody.
    'privacy_settings erasure current_actor disposal_line',
    // Copies of words of other tables, erased with them.
    'search_entry',
  ].flatMap((names) => names.split(' ')),
);
