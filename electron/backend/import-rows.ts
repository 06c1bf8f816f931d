/** Judged rows as the window shows them: in words, the file beside the register. */
import { resolvePlan } from '../../db/features/organisation-import.ts';
import type { PrintLists } from '../../db/features/organisation-values.ts';
import { NO_CARD } from '../../db/model/card-columns.ts';
import { formatDate } from '../../db/model/dates.ts';
import { AppError } from '../../db/model/errors.ts';
import { formatRegisterNumber } from '../../db/model/identifiers.ts';
import type { Language } from '../../db/model/language.ts';
import { printCard, type TableWords, type ValueKey } from '../../db/model/organisation-fields.ts';
import type { RowJudgement, RowOutcome } from '../../db/model/organisation-import.ts';
import type { ImportSession } from './import-session.ts';
import { fieldMessage } from './messages.ts';

export interface RowWording {
  language: Language;
  words: TableWords;
  lists: PrintLists;
}

/** A value of an organisation in words. */
function valueText(key: ValueKey, value: unknown, { language, words, lists }: RowWording): string {
  if (value === null || value === undefined) return '';
  const card = cardText(key, value, { language, words, lists });
  if (card !== null) return card;
  if (Array.isArray(value)) return value.join(', ');
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return '';
  const named = (name: { fi: string; sv?: string | null; en?: string | null } | undefined): string =>
    name === undefined ? value : name[language] || name.fi;
  switch (key) {
    case 'fieldId':
      return named(lists.fields.get(value));
    case 'municipalityCode': {
      const found = [...lists.municipalities.values()].findLast((one) => one.code === value);
      return named(found);
    }
    case 'legalForm':
      return words.words.legalForm[value]?.[language] ?? value;
    case 'state':
      return words.words.state[value]?.[language] ?? value;
    case 'registerNumber':
      return formatRegisterNumber(value);
    case 'checkedOn':
    case 'endedOn':
      return formatDate(value, language);
    case 'nameFi':
    case 'nameSv':
    case 'nameEn':
    case 'businessId':
    case 'prhClass':
    case 'email':
    case 'phone':
    case 'web':
    case 'streetAddress':
    case 'postalCode':
    case 'postOffice':
    case 'languages':
    case 'contactRole':
    case 'notes':
    case 'lifeCourses':
    case 'area':
    case 'tags':
    case 'networks':
    case 'formerNames':
    case 'mergedInto':
      return value;
  }
}

/** A value of the card as its cell says it; null: it is no value of the card. */
function cardText(key: ValueKey, value: unknown, { language, words, lists }: RowWording): string | null {
  if (!(key in NO_CARD) || key === 'endedOn') return null;
  const card = { ...NO_CARD, [key]: value };
  return printCard(
    key as keyof typeof NO_CARD,
    {
      ...card,
      areaNames: (card.area?.codes ?? []).map((code) => lists.latest.get(code) ?? { fi: code }),
      networkNames: card.networks.map(({ networkId }) => lists.networks.get(networkId) ?? { fi: networkId }),
    },
    language,
    words,
  );
}

/**
 * A page of the rows.
 * @throws AppError IMPORT_CLOSED before the check
 */
export function rowPage(
  session: ImportSession,
  page: { outcome: RowOutcome | null; offset: number; limit: number },
  wording: RowWording,
) {
  const { plan } = session;
  if (!plan) throw new AppError('IMPORT_CLOSED');
  const { problems } = resolvePlan(plan, session.decisions);
  const found = page.outcome === null ? plan.rows : plan.rows.filter((row) => row.outcome === page.outcome);
  return {
    total: found.length,
    rows: found
      .slice(page.offset, page.offset + page.limit)
      .map((row) => rowView(session, row, problems.get(row.line), wording)),
  };
}

function rowView(
  session: ImportSession,
  row: RowJudgement,
  problem: string | undefined,
  wording: RowWording,
) {
  const register = session.plan?.register;
  const entries = row.matches.map((match) => register?.byId.get(match.id));
  const keys = (Object.keys(row.values) as (ValueKey | 'id')[]).filter((key) => key !== 'id');
  const texts = (key: ValueKey) => ({
    key,
    inFile: valueText(key, row.values[key], wording),
    inRegister: entries.map((entry) => valueText(key, entry?.values[key], wording)),
  });
  const { language } = wording;
  return {
    line: row.line,
    outcome: row.outcome,
    name: row.values.nameFi ?? entries[0]?.values.nameFi ?? '',
    problems: row.problems.map(({ field, code, value }) => ({
      field,
      value,
      message: fieldMessage(code, language),
    })),
    changes: row.changes.map(({ key }) => key),
    sameAsLine: row.sameAsLine,
    matches: row.matches.map((match, at) => ({ ...match, name: entries[at]?.values.nameFi ?? '' })),
    values: keys.map(texts),
    decision: session.decisions.get(row.line) ?? null,
    conflict: problem === undefined ? null : fieldMessage(problem, language),
  };
}
