/**
 * Kysely's view of the tables. Booleans are 0/1, dates ISO text, times `HH:MM`, JSON text. The truth is in
 * db/migrations; a test compares the two.
 */
import type { AnnualKind, AnnualSource } from '../model/annual-report.ts';
import type { Generated } from 'kysely';
import type { QuestionKind } from '../model/survey.ts';
import type { PlanChannel, Reach } from '../model/communication-plan.ts';
import type { BulletinLanguage } from '../model/bulletin.ts';
import type { ClockKind, ClockStep } from '../model/clock.ts';
import type { ExaminationWay } from '../model/examination.ts';
import type { IssuedKind, ReplyChannel, ReplyKind } from '../model/call.ts';
import type { Capacity, Choice, ConflictGround, ProposalKind, VoteMethod } from '../model/facts.ts';
import type { Language } from '../model/language.ts';
import type { EntryKind } from '../model/live-entry.ts';
import type { DeliveredKind, DeliveryChannel, DeliveryEvent } from '../model/delivery.ts';
import type { MessageState, Pause } from '../model/mail.ts';
import type { DecisionType } from '../model/decision.ts';
import type { MeetingState } from '../model/meeting-state.ts';
import type { ItemKind, TextPart } from '../model/meeting.ts';
import type { MeetingKind } from '../model/meeting-kind.ts';
import type { OldCapacity } from '../model/old-minutes.ts';
import type { AreaKind, LifeCourse } from '../model/register-card.ts';
import type { LegalForm, OrganisationState, PositionRole } from '../model/organisation.ts';
import type { EffectAction, EffectKind } from '../model/register-effect.ts';
import type { BodyKind, OfficeKind } from '../model/board.ts';
import type {
  Channel,
  ErasureCause,
  ErasureScope,
  LegalGround,
  RestrictionGround,
} from '../model/privacy.ts';
import type { AgreementKind, SignatureState } from '../model/agreement.ts';
import type { CaseGroup, CasePhase, FindingKind, Organising } from '../model/cooperation-case.ts';
import type { PilotState, ProjectState } from '../model/project.ts';
import type { ForumEventKind, ForumStage } from '../model/community-forum.ts';
import type { PracticeStage } from '../model/practice.ts';
import type { TaskState } from '../model/task.ts';
import type { LogicStage } from '../model/logic-model.ts';
import type { Direction } from '../model/indicator.ts';
import type { InclusionKind, PlainState, TrainingForm } from '../model/inclusion.ts';
import type { ParticipationType } from '../model/participation.ts';
import type { Weekday } from '../model/opening-hours.ts';
import type { ActionStage, TargetKind, VolunteerBand } from '../model/volunteer-action.ts';

type Flag = 0 | 1;

export interface Database {
  current_actor: { id: number; name: string; procedure: string };
  audit: {
    id: Generated<number>;
    at: string;
    actor: string;
    procedure: string;
    entity: string;
    entity_id: string;
    action: 'insert' | 'update' | 'delete';
    before: string | null;
    after: string | null;
  };
  region: { year: number; code: string; name_fi: string; name_sv: string };
  wellbeing_county: { year: number; code: string; name_fi: string; name_sv: string };
  municipality: {
    year: number;
    code: string;
    name_fi: string;
    name_sv: string;
    region_code: string;
    wellbeing_county_code: string;
    language_ratio: string;
  };
  field: {
    id: string;
    key: string;
    name_fi: string;
    name_sv: string | null;
    name_en: string | null;
    position: number;
  };
  organisation: {
    id: string;
    name_fi: string;
    name_sv: string | null;
    name_en: string | null;
    /** `sortKey(name_fi)`: the Finnish alphabet, byte by byte. */
    sort_key: Generated<string>;
    legal_form: LegalForm;
    business_id: string | null;
    register_number: string | null;
    prh_class: number | null;
    field_id: string | null;
    municipality_year: number | null;
    municipality_code: string | null;
    email: string | null;
    phone: string | null;
    web: string | null;
    street_address: string | null;
    postal_code: string | null;
    post_office: string | null;
    languages: Generated<string>;
    contact_role: string | null;
    notes: Generated<string>;
    checked_on: string | null;
    state: Generated<OrganisationState>;
    /** JSON array of `LifeCourse`. */
    life_courses: Generated<string>;
    area_kind: AreaKind | null;
    /** JSON array of codes of municipalities. */
    area_codes: Generated<string>;
    ended_on: string | null;
    merged_into_id: string | null;
    version: Generated<number>;
  };
  person: {
    id: string;
    name: string;
    short_name: string | null;
    /** `sortKey(name)` */
    sort_key: Generated<string>;
    email: string | null;
    phone: string | null;
    language: Generated<Language>;
    notes: Generated<string>;
    version: Generated<number>;
    /** Merged into that person; stays because records refer to it. */
    same_as_id: string | null;
  };
  position: {
    id: string;
    person_id: string;
    organisation_id: string;
    role: PositionRole;
    title: string | null;
    starts_on: string | null;
    ends_on: string | null;
  };
  board: {
    id: string;
    name_fi: string;
    name_sv: string | null;
    name_en: string | null;
    short_name: string;
    region_year: number | null;
    region_code: string | null;
    appointed_by: Generated<string>;
    appointment_decision: Generated<string>;
    meetings_per_year: Generated<string>;
    position: Generated<number>;
    version: Generated<number>;
    parent_id: string | null;
    kind: Generated<BodyKind>;
  };
  rule_profile: { id: string; board_id: string; valid_from: string; rules: string };
  term: { id: string; board_id: string; starts_on: string; ends_on: string; basis: Generated<string> };
  seat: { id: string; board_id: string; term_id: string; number: number; field_id: string | null };
  seat_holder: {
    id: string;
    seat_id: string;
    person_id: string;
    organisation_id: string | null;
    role: 'member' | 'deputy';
    starts_on: string;
    ends_on: string | null;
  };
  office: {
    id: string;
    board_id: string;
    person_id: string;
    office: OfficeKind;
    title: Generated<string>;
    starts_on: string;
    ends_on: string | null;
  };
  meeting: {
    id: string;
    board_id: string;
    number: number;
    year: number;
    kind: Generated<MeetingKind>;
    held_on: string;
    planned_start: string | null;
    started_at: string | null;
    ended_at: string | null;
    place: Generated<string>;
    language: Generated<Language>;
    state: Generated<MeetingState>;
    call_sent_on: string | null;
    agenda_sent_on: string | null;
    chair_id: string | null;
    secretary_id: string | null;
    presenter_id: string | null;
    first_section: number | null;
    current_item_id: string | null;
    examination_due_on: string | null;
    examined_on: string | null;
    displayed_from: string | null;
    diary_number: string | null;
    version: Generated<number>;
    cancelled_on: string | null;
    cancellation_reason: Generated<string>;
    /** Who opens an organising meeting and presides until the chair is elected. */
    opener_id: string | null;
  };
  agenda_item: {
    id: string;
    meeting_id: string;
    position: number;
    section: number | null;
    kind: ItemKind;
    title: string;
    diary_number: string | null;
    account: string | null;
    proposal: string | null;
    proceedings: string | null;
    decision: string | null;
    decision_type: DecisionType | null;
    presenter_id: string | null;
    applicant_organisation_id: string | null;
    started_at: string | null;
    ended_at: string | null;
    reference_codes: Generated<string>;
    version: Generated<number>;
  };
  item_person: {
    item_id: string;
    person_id: string;
    role: 'examiner' | 'teller' | 'elected';
    position: number;
  };
  attendance: {
    id: string;
    meeting_id: string;
    person_id: string;
    capacity: Capacity;
    title: Generated<string>;
    excused_on: string | null;
    excused: Generated<Flag>;
    position: Generated<number>;
  };
  attendance_interval: {
    id: string;
    attendance_id: string;
    first_item_id: string | null;
    last_item_id: string | null;
    open: Generated<Flag>;
    arrived_at: string | null;
    left_at: string | null;
    remote: Generated<Flag>;
    speaker_only: Generated<Flag>;
  };
  meeting_break: {
    id: string;
    meeting_id: string;
    item_id: string | null;
    started_at: string;
    ended_at: string | null;
  };
  live_entry: {
    id: string;
    meeting_id: string;
    /** Runs from 1 within the meeting. */
    number: number;
    item_id: string | null;
    person_id: string | null;
    kind: EntryKind;
    noted_at: string | null;
    /** The rows of the audit log that the entry wrote. */
    first_audit_id: number;
    last_audit_id: number;
  };
  conflict: {
    id: string;
    item_id: string;
    person_id: string;
    ground: ConflictGround;
    explanation: Generated<string>;
    declared_by: Generated<'self' | 'board'>;
    left_at: string | null;
    returned_at: string | null;
  };
  proposal: {
    id: string;
    item_id: string;
    position: number;
    kind: ProposalKind;
    proposer_id: string;
    text: Generated<string>;
    withdrawn: Generated<Flag>;
  };
  proposal_seconder: { proposal_id: string; person_id: string };
  vote: {
    id: string;
    item_id: string;
    position: number;
    method: VoteMethod;
    aye_proposal_id: string | null;
    no_proposal_id: string | null;
    aye_count: number | null;
    no_count: number | null;
    blank_count: number | null;
    chair_choice: Choice | null;
    lot: 'aye' | 'no' | null;
  };
  ballot: { vote_id: string; person_id: string; choice: Choice };
  election: {
    id: string;
    item_id: string;
    title: Generated<string>;
    places: number;
    blanks: Generated<number>;
  };
  election_candidate: {
    election_id: string;
    person_id: string;
    votes: Generated<number>;
    won_by_lot: Generated<Flag>;
  };
  dissent: {
    id: string;
    item_id: string;
    person_id: string;
    declared: Generated<string>;
    reasons: Generated<string>;
    attachment_id: string | null;
  };
  attachment: {
    id: string;
    meeting_id: string;
    item_id: string | null;
    number: number;
    title: string;
    /** Null for a paper attachment. */
    file_sha256: string | null;
    /** What the file was called; data alone, never a path. */
    file_name: string | null;
  };
  file_content: {
    sha256: string;
    byte_size: number;
    /** What the content is, by its own bytes. */
    media_type: string;
    added_at: string;
    /** 0 while its parts are being stored. */
    complete: Generated<Flag>;
  };
  /** Content in order; not copied into the log. */
  file_part: { sha256: string; position: number; content: Uint8Array };
  examiner: { meeting_id: string; person_id: string; position: number };
  task: {
    id: string;
    board_id: string;
    code: string;
    title: string;
    responsible_person_id: string | null;
    responsible_organisation_id: string | null;
    due_on: string | null;
    state: Generated<TaskState>;
    result: Generated<string>;
    decided_item_id: string | null;
    decided_reference: Generated<string>;
    version: Generated<number>;
  };
  task_deadline_change: {
    id: string;
    task_id: string;
    old_due_on: string | null;
    new_due_on: string | null;
    item_id: string | null;
    reason: Generated<string>;
    changed_on: string;
  };
  item_task: { item_id: string; task_id: string };
  item_publicity: { item_id: string; secret: Flag; ground: Generated<string> };
  minutes_snapshot: {
    id: string;
    meeting_id: string;
    version: number;
    created_at: string;
    created_by: string;
    document: string;
    sha256: string;
    previous_sha256: string | null;
  };
  phrase_set: { sha256: string; content: string };
  examination_round: {
    id: string;
    meeting_id: string;
    number: number;
    opened_on: string;
    way: ExaminationWay;
    /** Why examined minutes were opened again. */
    opening_reason: Generated<string>;
    /** The document that the examiners got; not copied into the log. */
    content: string;
    sha256: string;
    closed_on: string | null;
    outcome: 'approved' | 'returned' | null;
    /** Why the text went back to be corrected. */
    reason: Generated<string>;
    decided_item_id: string | null;
    decided_reference: string | null;
    snapshot_id: string | null;
  };
  examiner_approval: { round_id: string; person_id: string; approved_on: string };
  examination_remark: {
    id: string;
    round_id: string;
    item_id: string | null;
    person_id: string;
    noted_on: string;
    text: string;
    resolution: Generated<string>;
    resolved_on: string | null;
  };
  item_examination: { item_id: string; examined_at: string | null; sha256: string };
  correction_note: {
    id: string;
    meeting_id: string;
    item_id: string | null;
    position: number;
    noted_on: string;
    text: string;
    noted_by: string;
  };
  /** Membership in a board's network of organisations. */
  board_organisation: {
    id: string;
    board_id: string;
    organisation_id: string;
    starts_on: string;
    ends_on: string | null;
  };
  register_effect: {
    id: string;
    item_id: string;
    position: number;
    kind: EffectKind;
    seat_id: string | null;
    person_id: string | null;
    organisation_id: string | null;
    /** The first day on which the register is as the effect makes it. */
    effective_on: string;
    details: Generated<string>;
    confirmed: Generated<Flag>;
    version: Generated<number>;
  };
  register_effect_event: {
    id: string;
    effect_id: string;
    number: number;
    action: EffectAction;
    done_on: string;
    reason: Generated<string>;
    problem: string | null;
    details: Generated<string>;
    changes: Generated<string>;
  };
  issued_document: {
    id: string;
    meeting_id: string;
    kind: IssuedKind;
    number: number;
    held_on: string;
    /** The document as it went out; not copied into the log. */
    content: string;
    sha256: string;
    issued_at: string;
    issued_on: string;
    issued_by: string;
    note: Generated<string>;
  };
  issued_attachment: {
    document_id: string;
    number: number;
    title: string;
    file_name: string;
    file_sha256: string;
  };
  invitation: {
    meeting_id: string;
    planned_end: string | null;
    remote_link: Generated<string>;
    greeting: Generated<string>;
  };
  called_deputy: { meeting_id: string; person_id: string; called_on: string };
  invitation_reply: {
    meeting_id: string;
    person_id: string;
    reply: ReplyKind;
    replied_on: string;
    channel: ReplyChannel;
    note: Generated<string>;
  };
  board_phrase: {
    id: string;
    board_id: string;
    /** The shipped phrase that is worded or hidden; a phrase of the board itself has none. */
    key: string | null;
    fi: string | null;
    sv: string | null;
    en: string | null;
    hidden: Generated<Flag>;
    position: Generated<number>;
    version: Generated<number>;
  };
  /** Derived from the texts of items. */
  item_mention: {
    item_id: string;
    part: TextPart;
    person_id: string | null;
    organisation_id: string | null;
    task_id: string | null;
  };
  agenda_template: {
    id: string;
    board_id: string;
    meeting_kind: MeetingKind;
    template: string;
    saved_on: string;
  };
  idea: {
    id: string;
    board_id: string;
    title: string;
    text: Generated<string>;
    proposer_person_id: string | null;
    proposer_organisation_id: string | null;
    wanted_meeting_id: string | null;
    wanted_on: string | null;
    created_on: string;
    rejected_on: string | null;
    rejection_reason: Generated<string>;
    version: Generated<number>;
  };
  item_origin: { item_id: string; idea_id: string | null; previous_item_id: string | null };
  carry_dismissal: { item_id: string; dismissed_on: string; reason: string };
  organisation_name: {
    id: string;
    organisation_id: string;
    name: string;
    starts_on: string | null;
    ends_on: string | null;
  };
  organisation_tag: { organisation_id: string; tag: string };
  network: {
    id: string;
    name_fi: string;
    name_sv: string | null;
    name_en: string | null;
    life_course: LifeCourse | null;
    notes: Generated<string>;
    version: Generated<number>;
  };
  network_member: {
    id: string;
    network_id: string;
    organisation_id: string;
    starts_on: string;
    ends_on: string | null;
  };
  contact_role: {
    id: string;
    name_fi: string;
    name_sv: string | null;
    name_en: string | null;
    position: number;
    in_use: Generated<Flag>;
  };
  contact_role_holder: {
    id: string;
    role_id: string;
    person_id: string;
    year: number;
    municipality_code: string | null;
    region_code: string | null;
    starts_on: string;
    ends_on: string | null;
  };
  board_figure: {
    id: string;
    term_id: string;
    role: 'member' | 'deputy';
    women: number;
    men: number;
    counted_on: string;
  };
  person_privacy: {
    person_id: string;
    purpose: Generated<string>;
    legal_ground: LegalGround | null;
    channel: Channel | null;
    keep_until: string | null;
    keep_reason: Generated<string>;
    restricted_on: string | null;
    restriction_ground: RestrictionGround | null;
  };
  consent: {
    id: string;
    person_id: string;
    subject: string;
    given_on: string;
    source: string;
    withdrawn_on: string | null;
  };
  privacy_settings: { id: number; settings: string; version: Generated<number> };
  erasure: {
    id: string;
    erased_at: string;
    /** SHA-256 of the person's id. */
    subject: string;
    cause: ErasureCause;
    scope: ErasureScope;
    row_count: number;
    log_count: number;
    kept_count: number;
    /** Whether the file was searched for what was erased, and none of it found. */
    searched: Flag | null;
  };
  mailing_list: { id: string; board_id: string; name: string; rules: string; version: Generated<number> };
  delivery: {
    id: string;
    meeting_id: string;
    kind: DeliveredKind;
    number: number;
    sha256: string;
    person_id: string | null;
    organisation_id: string | null;
  };
  delivery_event: {
    id: string;
    delivery_id: string;
    number: number;
    event: DeliveryEvent;
    channel: DeliveryChannel;
    happened_on: string;
    noted_at: string;
    noted_by: string;
    address: Generated<string>;
    language: Language | null;
    note: Generated<string>;
  };
  mail_settings: { id: number; settings: string; version: Generated<number> };
  mail_batch: {
    id: string;
    meeting_id: string;
    kind: DeliveredKind;
    number: number;
    sha256: string;
    created_at: string;
    created_by: string;
    paused: Pause | null;
    paused_reply: Generated<string>;
    resume_at: string | null;
  };
  mail_part: {
    id: string;
    batch_id: string;
    language: Language;
    covered: Generated<Flag>;
    subject: string;
    body: string;
    file_name: string;
    file_sha256: string;
    content: Uint8Array;
  };
  mail_message: {
    id: string;
    batch_id: string;
    part_id: string;
    delivery_id: string;
    address: string;
    state: Generated<MessageState>;
    attempts: Generated<number>;
    attempted_at: string | null;
    next_at: string;
    settled_at: string | null;
    reply: Generated<string>;
  };
  postal_address: {
    id: string;
    person_id: string | null;
    organisation_id: string | null;
    extra: Generated<string>;
    street: string;
    postal_code: string;
    post_office: string;
    country: string | null;
  };
  old_minutes: {
    id: string;
    board_id: string;
    file_sha256: string;
    file_name: string;
    page_count: number;
    state: 'review' | 'accepted';
    imported_on: string;
    imported_by: string;
    number: number | null;
    year: number | null;
    held_on: string | null;
    started_at: string | null;
    ended_at: string | null;
    place: Generated<string>;
    version: Generated<number>;
  };
  /** The text of the file; not copied into the log. */
  old_minutes_text: { old_minutes_id: string; content: string };
  /** Answers of the review; not copied into the log. */
  old_minutes_review: { old_minutes_id: string; content: string };
  old_minutes_item: {
    old_minutes_id: string;
    position: number;
    number: number;
    label: string;
    title: string;
    diary_number: string | null;
    account: Generated<string>;
    proposal: Generated<string>;
    proceedings: Generated<string>;
    decision: Generated<string>;
  };
  old_minutes_person: {
    old_minutes_id: string;
    position: number;
    name: string;
    capacity: OldCapacity;
    present: Flag;
    title: Generated<string>;
    arrived_at: string | null;
    left_at: string | null;
    person_id: string | null;
  };
  old_minutes_examiner: { old_minutes_id: string; position: number; name: string };
  organisation_view: {
    id: string;
    name: string;
    view: string;
    is_default: Generated<Flag>;
    version: Generated<number>;
  };
  organisation_attachment: {
    id: string;
    organisation_id: string;
    title: string;
    file_sha256: string;
    file_name: string;
    added_on: string;
  };
  /** A change of many rows that can be taken back: the log's entries after `audit_after` up to `audit_last`. */
  change_batch: {
    id: string;
    kind: 'import' | 'bulk' | 'merge';
    title: string;
    done_at: string;
    done_by: string;
    counts: Generated<string>;
    audit_after: number;
    audit_last: number;
    undone_at: string | null;
    undone_by: string | null;
  };
  clock: {
    id: string;
    board_id: string | null;
    year: number | null;
    region_code: string | null;
    municipality_code: string | null;
    kind: ClockKind;
    /** "2025-06" */
    first_month: string;
    title: string;
    center: Generated<string>;
    version: Generated<number>;
  };
  clock_task: {
    id: string;
    clock_id: string;
    term_year: number;
    from_month: number | null;
    to_month: number | null;
    day: number | null;
    title: string;
    text: Generated<string>;
    responsible: Generated<string>;
    responsible_person_id: string | null;
    source: Generated<string>;
    step: ClockStep | null;
    is_uncertain: Generated<Flag>;
    repeats: Generated<Flag>;
    version: Generated<number>;
  };
  clock_occurrence: {
    id: string;
    clock_task_id: string;
    term_year: number;
    done_on: string | null;
    idea_id: string | null;
    task_id: string | null;
  };
  /** Which column of a table is which field, by its headings. */
  table_mapping: { id: string; heading_key: string; mapping: string; used_at: string };
  theme: {
    id: string;
    board_id: string;
    position: number;
    name: string;
    summary: Generated<string>;
    /** JSON array of texts. */
    goals: Generated<string>;
    owner_organisation_id: string | null;
    owner_person_id: string | null;
    starts_on: string | null;
    ends_on: string | null;
    version: Generated<number>;
  };
  logic_card: { id: string; theme_id: string; stage: LogicStage; position: number; text: string };
  logic_arrow: { from_card_id: string; to_card_id: string };
  logic_card_link: { id: string; card_id: string; action_id: string | null; item_id: string | null };
  budget: { id: string; board_id: string; name: string; year: number | null; version: Generated<number> };
  budget_line: { id: string; budget_id: string; position: number; name: string; cents: number };
  /** `share` in hundredths of a per cent. */
  funding_share: { id: string; line_id: string; position: number; funder: string; share: number };
  volunteer_action: {
    id: string;
    board_id: string;
    code: string;
    name: string;
    description: Generated<string>;
    theme_id: string | null;
    lead_organisation_id: string | null;
    /** JSON array of `LifeCourse`. */
    life_courses: Generated<string>;
    volunteer_band: VolunteerBand | null;
    volunteer_count: number | null;
    hours: number | null;
    starts_on: string | null;
    ends_on: string | null;
    budget_id: string | null;
    version: Generated<number>;
  };
  volunteer_action_field: { action_id: string; field_id: string };
  volunteer_action_partner: { action_id: string; organisation_id: string };
  volunteer_action_municipality: { action_id: string; year: number; code: string };
  volunteer_action_stage: {
    id: string;
    action_id: string;
    stage: ActionStage;
    changed_on: string;
    ground: string;
    item_id: string | null;
  };
  volunteer_action_event: {
    id: string;
    action_id: string;
    held_on: string;
    title: string;
    municipality_year: number | null;
    municipality_code: string | null;
    participants: number | null;
    volunteers: number | null;
    hours: number | null;
    note: Generated<string>;
  };
  volunteer_action_decision: { action_id: string; item_id: string };
  volunteer_action_task: { action_id: string; task_id: string };
  volunteer_action_target: {
    id: string;
    action_id: string;
    position: number;
    kind: TargetKind;
    name: string;
  };
  volunteer_action_phase: {
    id: string;
    action_id: string;
    starts_on: string;
    ends_on: string | null;
    area: string;
    goal: Generated<string>;
  };
  volunteer_action_note: { id: string; action_id: string; noted_on: string; text: string };
  indicator: {
    id: string;
    board_id: string;
    name: string;
    unit: Generated<string>;
    description: Generated<string>;
    direction: Direction | null;
    decimals: Generated<number>;
    baseline: number | null;
    baseline_on: string | null;
    target: number | null;
    target_on: string | null;
    source: Generated<string>;
    version: Generated<number>;
  };
  measurement: {
    id: string;
    indicator_id: string;
    measured_on: string;
    value: number;
    source: Generated<string>;
    note: Generated<string>;
  };
  indicator_subject: {
    id: string;
    indicator_id: string;
    theme_id: string | null;
    action_id: string | null;
    card_id: string | null;
  };
  practice: {
    id: string;
    board_id: string;
    code: string;
    name: string;
    description: Generated<string>;
    source: Generated<string>;
    owner_organisation_id: string | null;
    owner_name: Generated<string>;
    contact_person_id: string | null;
    theme_id: string | null;
    version: Generated<number>;
  };
  practice_organisation: { practice_id: string; organisation_id: string };
  practice_action: { practice_id: string; action_id: string };
  practice_decision: { practice_id: string; item_id: string };
  /** Without a municipality: the practice's own. */
  practice_stage: {
    id: string;
    practice_id: string;
    municipality_year: number | null;
    municipality_code: string | null;
    stage: PracticeStage;
    changed_on: string;
    ground: string;
    decided_by: Generated<string>;
    reason: Generated<string>;
    item_id: string | null;
  };
  community_forum: {
    id: string;
    board_id: string;
    code: string;
    name: string;
    municipality_year: number;
    municipality_code: string;
    hyte_group: string;
    description: Generated<string>;
    chair_organisation_id: string | null;
    chair_person_id: string | null;
    chair_role: Generated<string>;
    contact_person_id: string | null;
    version: Generated<number>;
  };
  forum_organisation: { forum_id: string; organisation_id: string };
  forum_theme: { forum_id: string; theme_id: string };
  forum_action: { forum_id: string; action_id: string };
  forum_practice: { forum_id: string; practice_id: string };
  forum_decision: { forum_id: string; item_id: string };
  forum_stage: {
    id: string;
    forum_id: string;
    stage: ForumStage;
    changed_on: string;
    ground: string;
    decided_by: Generated<string>;
    item_id: string | null;
  };
  forum_event: {
    id: string;
    forum_id: string;
    held_on: string;
    kind: ForumEventKind;
    title: string;
    participants: number | null;
    organisations: number | null;
    note: Generated<string>;
  };
  agreement_file: {
    id: string;
    agreement_id: string;
    title: string;
    file_sha256: string;
    file_name: string;
    added_on: string;
  };
  project_file: {
    id: string;
    project_id: string;
    title: string;
    file_sha256: string;
    file_name: string;
    added_on: string;
  };
  board_budget: { board_id: string; year: number; budget_id: string; granted_cents: number | null };
  board_cost: {
    id: string;
    line_id: string;
    booked_on: string;
    document: string;
    description: string;
    cents: number;
    meeting_id: string | null;
    action_id: string | null;
  };
  forum_indicator: { board_id: string; indicator_id: string };
  practice_training: {
    id: string;
    practice_id: string;
    held_on: string;
    title: string;
    municipality_year: number | null;
    municipality_code: string | null;
    participants: number | null;
    note: Generated<string>;
  };
  archive_package: {
    id: string;
    file_name: string;
    title: string;
    period: string;
    board_id: string | null;
    starts_on: string | null;
    ends_on: string | null;
    personal_data: 'included' | 'pseudonymised';
    envelope: 'none' | 'passphrase' | 'recipients';
    package_sha512: string;
    file_sha512: string;
    byte_size: number;
    counts: string;
    faults: Generated<string>;
    made_at: string;
    made_by: Generated<string>;
    verified_at: string | null;
    verdict: 'whole' | 'broken' | null;
  };
  archive_import: {
    id: string;
    board_id: string | null;
    package_name: string;
    period: string;
    imported_at: string;
    imported_by: Generated<string>;
    counts: string;
    audit_after: number;
    audit_last: number;
    removed_at: string | null;
    removed_by: string | null;
  };
  retention_change: {
    id: string;
    rule: string;
    old_months: number;
    new_months: number;
    reason: string;
    changed_on: string;
    changed_by: Generated<string>;
  };
  disposal_proposal: {
    id: string;
    number: number;
    year: number;
    made_on: string;
    made_by: Generated<string>;
    note: Generated<string>;
    state: Generated<'draft' | 'approved' | 'carried_out' | 'withdrawn'>;
    approved_on: string | null;
    approved_by: Generated<string>;
    decision_reference: Generated<string>;
    carried_out_at: string | null;
    carried_out_by: Generated<string>;
  };
  disposal_line: {
    id: string;
    proposal_id: string;
    rule: string;
    months: number;
    before_on: string;
    entry_count: number;
    subjects: Generated<string>;
    done_count: number | null;
  };
  annual_report: { id: string; board_id: string; kind: AnnualKind; year: number; language: Language };
  annual_section: {
    id: string;
    report_id: string;
    position: number;
    source: AnnualSource | null;
    title: string;
    /** Rich text as JSON. */
    body: string;
    /** The draft as it was taken, as JSON. */
    drafted: string | null;
    version: Generated<number>;
  };
  survey: {
    id: string;
    board_id: string;
    name: string;
    description: Generated<string>;
    version: Generated<number>;
  };
  survey_question: { id: string; survey_id: string; position: number; text: string; kind: QuestionKind };
  survey_option: { id: string; question_id: string; position: number; answer: string };
  survey_round: {
    id: string;
    survey_id: string;
    year: number;
    held_on: string;
    invited: number | null;
    respondents: number;
    source: Generated<string>;
  };
  survey_text: { id: string; round_id: string; question_id: string; text: string };
  survey_column: { survey_id: string; heading: string; question_id: string | null };
  survey_count: { round_id: string; option_id: string; count: number };
  /** What a survey is about: one of these. */
  survey_link: {
    id: string;
    survey_id: string;
    theme_id: string | null;
    action_id: string | null;
    practice_id: string | null;
    project_id: string | null;
    entry_id: string | null;
    item_id: string | null;
    organisation_id: string | null;
    municipality_year: number | null;
    municipality_code: string | null;
  };
  measurement_round: { measurement_id: string; round_id: string };
  communication_entry: {
    id: string;
    board_id: string;
    title: string;
    audience: string;
    reach: Reach;
    channel: PlanChannel;
    planned_on: string;
    responsible: Generated<string>;
    responsible_person_id: string | null;
    message: Generated<string>;
    bulletin_id: string | null;
    meeting_id: string | null;
    delivered_kind: DeliveredKind | null;
    action_id: string | null;
    done_on: string | null;
    outcome: Generated<string>;
    version: Generated<number>;
  };
  bulletin: {
    id: string;
    board_id: string;
    item_id: string | null;
    event_id: string | null;
    /** An event or a training of immigrant inclusion. */
    entry_id: string | null;
    source_language: BulletinLanguage;
    created_on: string;
    /** The words of the decision or event when the source text was brought in step with them. */
    origin_seen: Generated<string>;
    version: Generated<number>;
  };
  bulletin_revision: {
    id: string;
    bulletin_id: string;
    language: BulletinLanguage;
    title: Generated<string>;
    body: Generated<string>;
    time: Generated<string>;
    place: Generated<string>;
    price: Generated<string>;
    registration: Generated<string>;
    languages: Generated<string>;
    accessibility: Generated<string>;
    contact: Generated<string>;
    kept_at: string;
    kept_by: string;
  };
  bulletin_text: {
    id: string;
    bulletin_id: string;
    language: BulletinLanguage;
    title: Generated<string>;
    body: Generated<string>;
    time: Generated<string>;
    place: Generated<string>;
    price: Generated<string>;
    registration: Generated<string>;
    languages: Generated<string>;
    accessibility: Generated<string>;
    contact: Generated<string>;
    basis_id: string | null;
    checked_id: string | null;
    checked_by: Generated<string>;
    checked_on: string | null;
    version: Generated<number>;
  };
  agreement: {
    id: string;
    board_id: string;
    code: string;
    name: string;
    kind: AgreementKind;
    summary: Generated<string>;
    starts_on: string | null;
    ends_on: string | null;
    notice_months: number | null;
    remind_days: Generated<number>;
    contact_person_id: string | null;
    predecessor_id: string | null;
    terminated_on: string | null;
    termination_reason: Generated<string>;
    version: Generated<number>;
  };
  /** Exactly one of organisation, municipality and name. */
  agreement_party: {
    id: string;
    agreement_id: string;
    position: number;
    organisation_id: string | null;
    municipality_year: number | null;
    municipality_code: string | null;
    name: string | null;
  };
  agreement_signature: {
    id: string;
    party_id: string;
    state: SignatureState;
    noted_on: string;
    signer_role: Generated<string>;
    note: Generated<string>;
  };
  agreement_decision: { agreement_id: string; item_id: string };
  agreement_practice: { agreement_id: string; practice_id: string };
  project: {
    id: string;
    board_id: string;
    code: string;
    name: string;
    summary: Generated<string>;
    state: ProjectState;
    starts_on: string | null;
    ends_on: string | null;
    area: Generated<string>;
    funding: Generated<string>;
    role: Generated<string>;
    unit: Generated<string>;
    focus: Generated<string>;
    /** JSON array of texts. */
    goals: Generated<string>;
    /** JSON array of numbers 1–17. */
    sdg: Generated<string>;
    lead_organisation_id: string | null;
    manager_person_id: string | null;
    expert_person_id: string | null;
    theme_id: string | null;
    budget_id: string | null;
    version: Generated<number>;
  };
  project_organisation: { project_id: string; organisation_id: string };
  project_action: { project_id: string; action_id: string };
  project_decision: { project_id: string; item_id: string };
  project_phase: {
    id: string;
    project_id: string;
    starts_on: string;
    ends_on: string | null;
    area: string;
    goal: Generated<string>;
  };
  project_pilot: {
    id: string;
    project_id: string;
    name: string;
    area: string;
    theme: string;
    state: PilotState;
    starts_on: string | null;
    ends_on: string | null;
    note: Generated<string>;
  };
  cooperation_case: {
    id: string;
    board_id: string;
    code: string;
    name: string;
    case_group: CaseGroup;
    region: Generated<string>;
    description: Generated<string>;
    organising: Organising;
    transferability: Generated<string>;
    future: Generated<string>;
    source: Generated<string>;
    version: Generated<number>;
  };
  case_finding: { id: string; case_id: string; position: number; kind: FindingKind; text: string };
  case_phase: { id: string; case_id: string; phase: CasePhase; starts_on: string; ends_on: string | null };
  /** What a case is about: one of these. */
  case_link: {
    id: string;
    case_id: string;
    theme_id: string | null;
    action_id: string | null;
    practice_id: string | null;
    project_id: string | null;
    entry_id: string | null;
    item_id: string | null;
    organisation_id: string | null;
    municipality_year: number | null;
    municipality_code: string | null;
  };
  inclusion_entry: {
    id: string;
    board_id: string;
    kind: InclusionKind;
    code: string;
    name: string;
    description: Generated<string>;
    theme_id: string | null;
    host_organisation_id: string | null;
    place: Generated<string>;
    is_regional: Generated<Flag>;
    /** JSON array of `SpokenLanguage`. */
    languages: Generated<string>;
    starts_on: string | null;
    ends_on: string | null;
    participant_band: VolunteerBand | null;
    participant_count: number | null;
    participant_goal: number | null;
    hours: number | null;
    topic: Generated<string>;
    audience: Generated<string>;
    training_form: TrainingForm | null;
    plain_state: PlainState | null;
    link: Generated<string>;
    contact_role_id: string | null;
    version: Generated<number>;
  };
  inclusion_organisation: { entry_id: string; organisation_id: string };
  inclusion_municipality: { entry_id: string; year: number; code: string };
  inclusion_action: { entry_id: string; action_id: string };
  inclusion_indicator: { entry_id: string; indicator_id: string };
  inclusion_decision: { entry_id: string; item_id: string };
  participation: { id: string; entry_id: string | null; action_id: string | null; type: ParticipationType };
  inclusion_file: {
    id: string;
    entry_id: string;
    title: string;
    file_sha256: string;
    file_name: string;
    added_on: string;
  };
  path_step: { id: string; entry_id: string; position: number; name: string; note: Generated<string> };
  path_period: {
    id: string;
    entry_id: string;
    starts_on: string;
    ends_on: string;
    total: number | null;
    left_count: number | null;
    note: Generated<string>;
    version: Generated<number>;
  };
  path_count: { period_id: string; step_id: string; count: number };
  /** `weekday` 1 is Monday. */
  opening_hours: { id: string; entry_id: string; weekday: Weekday; opens_at: string; closes_at: string };
  opening_exception: {
    id: string;
    entry_id: string;
    starts_on: string;
    ends_on: string;
    opens_at: string | null;
    closes_at: string | null;
    reason: Generated<string>;
  };
  search_entry: {
    rowid: number;
    entity: string;
    entity_id: string;
    board_id: string | null;
    title: string;
    body: string;
    context: string;
    sort_date: string | null;
  };
}
