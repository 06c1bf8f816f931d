/**
 * The board file: a whole board as one JSON document, to move it between programs and to ship the sample. Keys are
 * English, descriptions name the Finnish terms. Things refer to each other by local ids, which the importer maps to
 * new identifiers. Nothing derived is in it: voters, quorum, results and deadlines follow from the facts.
 */
import * as v from 'valibot';
import { BODY_KINDS, OFFICE_KINDS } from './board.ts';
import { boardFileProblems } from './board-file-check.ts';
import { REPLY_CHANNELS, REPLY_KINDS } from './call.ts';
import { isoDateSchema, localTimeSchema } from './dates.ts';
import { DECISION_TYPES } from './decision.ts';
import { AppError } from './errors.ts';
import { CAPACITIES, CHOICES, CONFLICT_GROUNDS, PROPOSAL_KINDS, VOTE_METHODS } from './facts.ts';
import { checkBusinessId, checkRegisterNumber } from './identifiers.ts';
import { languageSchema } from './language.ts';
import { ITEM_KINDS } from './meeting.ts';
import { MEETING_KINDS } from './meeting-kind.ts';
import { LEGAL_FORMS, ORGANISATION_STATES, POSITION_ROLES } from './organisation.ts';
import { RICH_TEXT_LIMIT, richTextSchema } from './rich-text.ts';
import { ruleProfileSchema } from './rules.ts';
import { TASK_STATES } from './task.ts';

const line = (maximum: number) =>
  v.pipe(v.string(), v.trim(), v.minLength(1, 'required'), v.maxLength(maximum, 'too_long'));
const maybe = <T extends v.GenericSchema>(schema: T) => v.nullish(schema, null);
const prose = (maximum: number) => v.optional(v.pipe(v.string(), v.maxLength(maximum, 'too_long')), '');
const many = <T extends v.GenericSchema>(schema: T) => v.optional(v.array(schema), []);
const whole = (minimum: number, maximum: number) =>
  v.pipe(
    v.number(),
    v.integer('out_of_range'),
    v.minValue(minimum, 'out_of_range'),
    v.maxValue(maximum, 'out_of_range'),
  );
const said = <T extends v.GenericSchema>(schema: T, description: string) =>
  v.pipe(schema, v.description(description));

const localId = v.pipe(line(60), v.description('Local id; only this file knows it'));
const name = said(
  v.strictObject({ fi: line(300), sv: maybe(line(300)), en: maybe(line(300)) }),
  'Name in Finnish, and in Swedish and English where there is one',
);
const email = v.pipe(line(254), v.regex(/^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/, 'email_form'));
const section = said(whole(1, 99_999), 'Number of a § (pykälä), or of an item of a memo (muistio)');
const text = said(
  v.union([v.pipe(v.string(), v.maxLength(RICH_TEXT_LIMIT, 'too_long')), richTextSchema], 'text_form'),
  'Plain text (blank lines part paragraphs) or rich text as ProseMirror JSON',
);
const meetingRef = said(
  v.pipe(v.string(), v.regex(/^[1-9]\d{0,3}\/\d{4}$/, 'meeting_form')),
  'A meeting of this file by its number, e.g. "3/2026"',
);
const itemRef = said(v.strictObject({ meeting: meetingRef, section }), 'An item of a meeting of this file');

const field = v.strictObject({
  key: said(
    v.pipe(v.string(), v.regex(/^[a-z][a-z0-9_]{0,59}$/, 'key_form')),
    'Matches a field already known',
  ),
  name,
});

const businessId = v.pipe(
  v.string(),
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed) return;
    const result = checkBusinessId(dataset.value);
    if (!result.ok) addIssue({ message: `business_id_${result.reason}` });
  }),
);
const registerNumber = v.pipe(
  v.string(),
  v.check((value) => checkRegisterNumber(value).ok, 'register_number_form'),
);

const organisation = v.strictObject({
  id: localId,
  name,
  legalForm: v.optional(v.picklist(LEGAL_FORMS), 'association'),
  businessId: said(maybe(businessId), 'Y-tunnus; finds an organisation already known'),
  registerNumber: said(maybe(registerNumber), 'Yhdistysrekisterinumero; finds an organisation already known'),
  prhClass: said(maybe(whole(1, 10)), 'PRH main class (pääluokka); 10: unclassified'),
  field: said(maybe(line(60)), 'Key of a field (järjestökenttä) of this file'),
  municipality: said(
    maybe(v.pipe(v.string(), v.regex(/^\d{3}$/, 'municipality_form'))),
    'Code of the home municipality (kotikunta), three digits with leading zeros',
  ),
  email: maybe(email),
  phone: maybe(line(40)),
  web: maybe(v.pipe(line(500), v.regex(/^https?:\/\/[^\s]+$/, 'web_form'))),
  streetAddress: maybe(line(200)),
  postalCode: maybe(v.pipe(v.string(), v.regex(/^\d{5}$/, 'postal_code_form'))),
  postOffice: maybe(line(100)),
  languages: said(
    many(v.pipe(v.string(), v.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'language_form'))),
    'Languages of service as BCP 47 tags, also "fi-selko"',
  ),
  contactRole: said(maybe(line(100)), 'Role of the contact person (yhteysrooli)'),
  notes: prose(20_000),
  checkedOn: said(maybe(isoDateSchema), 'Day on which the entry was last checked'),
  state: v.optional(v.picklist(ORGANISATION_STATES), 'active'),
});

const position = v.strictObject({
  organisation: line(60),
  role: v.picklist(POSITION_ROLES),
  title: maybe(line(100)),
  startsOn: maybe(isoDateSchema),
  endsOn: maybe(isoDateSchema),
});

const person = v.strictObject({
  id: localId,
  name: line(200),
  shortName: said(maybe(line(40)), 'Used in running text, e.g. "J04"'),
  email: maybe(email),
  phone: maybe(line(40)),
  language: v.optional(languageSchema, 'fi'),
  notes: prose(20_000),
  positions: said(many(position), 'Positions in organisations (sidonnaisuudet)'),
});

const holder = v.strictObject({
  person: line(60),
  organisation: said(maybe(line(60)), 'The organisation whom the holder represents'),
  role: said(v.picklist(['member', 'deputy']), 'jäsen, henkilökohtainen varajäsen'),
  startsOn: said(maybe(isoDateSchema), 'Default: first day of the term'),
  endsOn: maybe(isoDateSchema),
});

const term = v.strictObject({
  startsOn: isoDateSchema,
  endsOn: isoDateSchema,
  basis: prose(200),
  seats: said(
    many(v.strictObject({ number: whole(1, 500), field: maybe(line(60)), holders: many(holder) })),
    'Seats (paikat) with their members and deputies',
  ),
});

const office = v.strictObject({
  person: line(60),
  office: said(
    v.picklist(OFFICE_KINDS),
    'puheenjohtaja, varapuheenjohtaja, sihteeri, esittelijä, asiantuntija',
  ),
  title: prose(200),
  startsOn: said(maybe(isoDateSchema), 'Default: first day of the first term'),
  endsOn: maybe(isoDateSchema),
});

const presence = v.strictObject({
  fromSection: said(
    maybe(section),
    'First item at which the person counts as present; default: the first item',
  ),
  toSection: said(
    maybe(section),
    'Last such item; default: the last item, or still present when the meeting is in session',
  ),
  arrivedAt: maybe(localTimeSchema),
  leftAt: maybe(localTimeSchema),
  remote: v.optional(v.boolean(), false),
  speakerOnly: said(
    v.optional(v.boolean(), false),
    'There with the right to speak alone (läsnäolo- ja puheoikeus)',
  ),
});

const attendance = v.strictObject({
  person: line(60),
  capacity: said(
    v.picklist(CAPACITIES),
    'jäsen, varajäsen, sihteeri, esittelijä, asiantuntija, muu läsnäolija',
  ),
  title: prose(200),
  excused: said(v.optional(v.boolean(), false), 'Este ilmoitettu'),
  excusedOn: maybe(isoDateSchema),
  presence: said(many(presence), 'Stretches of presence (läsnäolojaksot); none: absent'),
});

const conflict = v.strictObject({
  person: line(60),
  ground: said(v.picklist(CONFLICT_GROUNDS), 'hallintolaki 28 § 1 mom. 1–7 kohta in order, or other'),
  explanation: said(prose(1_000), 'Needed with ground "other"'),
  declaredBy: v.optional(v.picklist(['self', 'board']), 'self'),
  leftAt: maybe(localTimeSchema),
  returnedAt: maybe(localTimeSchema),
});

const proposal = v.strictObject({
  id: localId,
  kind: said(v.picklist(PROPOSAL_KINDS), 'vastaehdotus, palautus, pöydälle jättäminen'),
  proposer: line(60),
  text: prose(10_000),
  seconders: said(many(line(60)), 'Kannattajat'),
  withdrawn: v.optional(v.boolean(), false),
});

const count = whole(0, 9_999);
const vote = v.strictObject({
  method: said(v.picklist(VOTE_METHODS), 'nimenhuuto, laskenta, suljettu lippuäänestys'),
  aye: said(maybe(line(60)), 'Proposal for which AYE (JAA) is given; null: the base proposal (pohjaehdotus)'),
  no: said(maybe(line(60)), 'Proposal for which NO (EI) is given; null: the base proposal'),
  ballots: said(
    many(v.strictObject({ person: line(60), choice: v.picklist(CHOICES) })),
    'By name, in a roll call',
  ),
  counts: said(maybe(v.strictObject({ aye: count, no: count, blank: count })), 'In any other vote'),
  chairChoice: maybe(v.picklist(CHOICES)),
  lot: said(maybe(v.picklist(['aye', 'no'])), 'Outcome of a lot (arpa), where one was drawn'),
});

const election = v.strictObject({
  title: prose(200),
  places: whole(1, 200),
  candidates: v.array(
    v.strictObject({ person: line(60), votes: count, wonByLot: v.optional(v.boolean(), false) }),
  ),
  blanks: v.optional(count, 0),
});

const dissent = v.strictObject({
  person: line(60),
  declared: said(prose(500), 'When it was declared'),
  reasons: prose(10_000),
  attachment: said(maybe(whole(1, 9_999)), 'Number of the attachment (liite) with the reasons'),
});

const item = v.strictObject({
  section: maybe(section),
  kind: v.picklist(ITEM_KINDS),
  title: line(500),
  diaryNumber: said(maybe(line(60)), 'Diaarinumero'),
  account: said(maybe(text), 'Selostus'),
  proposal: said(maybe(text), 'Päätösehdotus'),
  proceedings: said(maybe(text), 'Asian käsittely'),
  decision: said(maybe(text), 'Päätös'),
  decisionType: maybe(v.picklist(DECISION_TYPES)),
  presenter: said(maybe(line(60)), 'Esittelijä, where it is not that of the meeting'),
  applicant: said(maybe(line(60)), 'Organisation whom the item concerns (hakija)'),
  startedAt: maybe(localTimeSchema),
  endedAt: maybe(localTimeSchema),
  references: said(many(line(40)), 'Codes of what the item is about, e.g. "VT-1"'),
  elected: said(
    many(v.strictObject({ person: line(60), role: v.picklist(['examiner', 'teller', 'elected']) })),
    'Persons whom the decision names',
  ),
  conflicts: said(many(conflict), 'Esteellisyydet'),
  proposals: said(many(proposal), 'Proposals made in the meeting; the base proposal is not among them'),
  votes: said(many(vote), 'Äänestykset in the order they were taken'),
  elections: said(many(election), 'Vaalit'),
  dissents: said(many(dissent), 'Eriävät mielipiteet'),
  followUps: said(many(line(40)), 'Codes of the tasks (toimenpiteet) whose progress is noted'),
  secret: said(
    maybe(line(200)),
    'Ground of secrecy (salassapidon peruste); public documents then tell nothing of the item',
  ),
});

/** A file tells what was examined, not how: its minutes are frozen when it is brought in. */
const STATES = ['draft', 'called', 'in_session', 'closed', 'examined', 'published'] as const;

const attachedFile = said(
  v.strictObject({
    name: said(line(300), 'What the file was called'),
    content: said(
      v.pipe(
        v.string(),
        v.minLength(1, 'required'),
        v.maxLength(28_000_000, 'too_long'),
        v.regex(/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/, 'base64_form'),
      ),
      'The content as Base64, at most some 20 MB',
    ),
  }),
  'The file of the attachment',
);

const meeting = v.strictObject({
  number: said(whole(1, 9_999), 'Number within the year: 3 of 3/2026'),
  year: whole(1900, 2999),
  kind: said(
    v.optional(v.picklist(MEETING_KINDS), 'meeting'),
    'kokous, päätös sähköpostitse, järjestäytymiskokous',
  ),
  heldOn: isoDateSchema,
  plannedStart: maybe(localTimeSchema),
  startedAt: said(maybe(localTimeSchema), 'Needed from "in_session" on'),
  endedAt: said(maybe(localTimeSchema), 'Needed from "closed" on'),
  place: prose(300),
  language: v.optional(languageSchema, 'fi'),
  state: said(
    v.optional(v.picklist(STATES), 'draft'),
    'luonnos, kutsuttu, käynnissä, päättynyt, tarkastettu, julkaistu',
  ),
  callSentOn: said(maybe(isoDateSchema), 'Kokouskutsu lähetetty'),
  agendaSentOn: said(maybe(isoDateSchema), 'Esityslista lähetetty'),
  chair: maybe(line(60)),
  secretary: maybe(line(60)),
  presenter: maybe(line(60)),
  opener: said(maybe(line(60)), 'Who opens an organising meeting (avaaja)'),
  examinationDueOn: said(maybe(isoDateSchema), 'Pöytäkirja tarkastettava viimeistään'),
  examinedOn: said(maybe(isoDateSchema), 'Needed when "examined" or "published"'),
  displayedFrom: said(maybe(isoDateSchema), 'Nähtävillä alkaen; needed when "published"'),
  diaryNumber: maybe(line(60)),
  examiners: said(many(line(60)), 'Pöytäkirjantarkastajat'),
  attendance: many(attendance),
  breaks: said(
    many(
      v.strictObject({
        startedAt: localTimeSchema,
        endedAt: localTimeSchema,
        section: said(maybe(section), 'The item during which it was held'),
      }),
    ),
    'Tauot',
  ),
  invitation: said(
    maybe(
      v.strictObject({
        plannedEnd: maybe(localTimeSchema),
        remoteLink: prose(1_000),
        greeting: prose(5_000),
      }),
    ),
    'Kutsun lisätiedot',
  ),
  calledDeputies: said(
    many(v.strictObject({ person: line(60), calledOn: isoDateSchema })),
    'Deputies called in place of members (kutsutut varajäsenet)',
  ),
  replies: said(
    many(
      v.strictObject({
        person: line(60),
        reply: v.picklist(REPLY_KINDS),
        repliedOn: isoDateSchema,
        channel: v.optional(v.picklist(REPLY_CHANNELS), 'email'),
        note: prose(500),
      }),
    ),
    'Answers to the call (vastaukset); in a decision by e-mail "coming" is to have answered',
  ),
  items: many(item),
  attachments: said(
    many(
      v.strictObject({
        number: whole(1, 9_999),
        title: line(300),
        section: maybe(section),
        file: maybe(attachedFile),
      }),
    ),
    'Liitteet; without a file they are on paper',
  ),
});

const task = v.strictObject({
  code: line(40),
  title: line(500),
  responsiblePerson: maybe(line(60)),
  responsibleOrganisation: maybe(line(60)),
  dueOn: said(maybe(isoDateSchema), 'The deadline (määräaika) in force'),
  state: said(v.optional(v.picklist(TASK_STATES), 'open'), 'avoin, kesken, valmis, peruttu'),
  result: prose(5_000),
  decided: said(maybe(itemRef), 'Where it was decided, if that is in this file'),
  decidedReference: said(maybe(line(100)), 'Where it was decided, in words, e.g. "2/2026 § 17"'),
  deadlineChanges: many(
    v.strictObject({
      oldDueOn: maybe(isoDateSchema),
      newDueOn: maybe(isoDateSchema),
      decided: maybe(itemRef),
      reason: prose(1_000),
      changedOn: isoDateSchema,
    }),
  ),
});

const idea = v.strictObject({
  title: line(500),
  text: prose(10_000),
  proposerPerson: maybe(line(60)),
  proposerOrganisation: maybe(line(60)),
  wantedMeeting: maybe(meetingRef),
  wantedOn: maybe(isoDateSchema),
  createdOn: isoDateSchema,
  rejectedOn: maybe(isoDateSchema),
  rejectionReason: prose(500),
  takenTo: said(maybe(itemRef), 'The item that came of it'),
});

/** The form of a board file, versions 1 and 2. Whether its references hold is `boardFileProblems`. */
export const boardFileSchema = v.strictObject({
  $schema: v.optional(v.string()),
  format: v.literal('pykala-board'),
  version: said(
    v.picklist([1, 2]),
    '2 adds kinds of meetings, the body above, answers to the call and ideas; 1 is still read',
  ),
  classificationYear: said(
    maybe(whole(1900, 2999)),
    'Year of the municipality and region codes; default: the newest known',
  ),
  board: said(
    v.strictObject({
      name,
      shortName: said(line(40), 'Tells boards apart; a second board of this name is refused'),
      kind: said(
        v.optional(v.picklist(BODY_KINDS), 'board'),
        'toimielin, työvaliokunta, jaosto, paikallis-JANE, muu',
      ),
      parent: said(
        maybe(line(40)),
        'Short name of the board below which it stands; that board must be in the program already',
      ),
      region: said(
        maybe(v.pipe(v.string(), v.regex(/^\d{2}$/, 'code_form'))),
        'Code of the region (maakunta)',
      ),
      appointedBy: said(prose(200), 'Asettaja'),
      appointmentDecision: said(prose(200), 'Asettamispäätös'),
      meetingsPerYear: prose(20),
    }),
    'Toimielin',
  ),
  ruleProfiles: said(
    many(
      v.strictObject({
        validFrom: isoDateSchema,
        rules: said(
          v.partial(v.strictObject(ruleProfileSchema.entries)),
          'What is left out is as by default',
        ),
      }),
    ),
    'Rules (sääntöprofiili) from a day on; none: the default rules from the first term on',
  ),
  fields: said(many(field), 'Järjestökentät'),
  organisations: said(many(organisation), 'Järjestöt'),
  persons: said(many(person), 'Henkilöt'),
  terms: said(v.pipe(v.array(term), v.minLength(1, 'required')), 'Toimikaudet'),
  offices: said(many(office), 'Offices beside the seats'),
  meetings: said(many(meeting), 'Kokoukset'),
  tasks: said(many(task), 'Toimenpiteet'),
  ideas: said(many(idea), 'Asialista: matters that wait for an agenda'),
});
export type BoardFile = v.InferOutput<typeof boardFileSchema>;
/** As written by hand: what has a default may be left out. */
export type BoardFileInput = v.InferInput<typeof boardFileSchema>;

/** One thing wrong with a board file: the path in the file (`meetings.2.items.8.title`) and why, as a code. */
export interface BoardFileIssue {
  path: string;
  reason: string;
}

/** The one error of a board file: `path` and `reason` of the first issue; `fields` has all, path → reason. */
export function boardFileError(issues: readonly BoardFileIssue[]): AppError {
  const first = issues[0] ?? { path: '', reason: 'wrong_type' };
  const fields: Record<string, string> = {};
  for (const { path, reason } of issues) fields[path] ??= reason;
  return new AppError('BOARD_FILE_INVALID', { ...first, issues: issues.length }, fields);
}

/** The typed board file, its form and its references checked. Throws `BOARD_FILE_INVALID`. */
export function parseBoardFile(json: unknown): BoardFile {
  const result = v.safeParse(boardFileSchema, json);
  if (!result.success)
    throw boardFileError(
      result.issues.map((issue) => ({ path: v.getDotPath(issue) ?? '', reason: reasonOf(issue) })),
    );
  const problems = boardFileProblems(result.output);
  if (problems.length > 0) throw boardFileError(problems);
  return result.output;
}

/** Valibot's words as codes; messages of our own already are. */
function reasonOf(issue: v.BaseIssue<unknown>): string {
  if (/^[a-z][a-z0-9_]*$/.test(issue.message)) return issue.message;
  if (issue.expected === 'never') return 'unknown_key';
  if (issue.received === 'undefined') return 'required';
  if (['picklist', 'literal', 'variant'].includes(issue.type)) return 'not_allowed';
  return issue.kind === 'schema' ? 'wrong_type' : 'out_of_range';
}
