/** The filter of the register in words: for its chips in the window and for the head of a printed list. */
import { formatDate } from './dates.ts';
import { inLanguage, type Language, type LocalisedText } from './language.ts';
import {
  FILTER_FIELDS,
  FIXED_CHOICES,
  isGroup,
  type FilterCondition,
  type FilterField,
  type FilterGroup,
  type FilterOperator,
  type FilterPart,
  type OrganisationFilter,
} from './organisation-filter.ts';

const w = (fi: string, sv: string, en: string): LocalisedText => ({ fi, sv, en });

const FIELDS: Record<FilterField, LocalisedText> = {
  field: w('Järjestökenttä', 'Organisationsfält', 'Field'),
  municipality: w('Kotikunta', 'Hemkommun', 'Municipality'),
  region: w('Maakunta', 'Landskap', 'Region'),
  wellbeingCounty: w('Hyvinvointialue', 'Välfärdsområde', 'Wellbeing services county'),
  worksIn: w('Toimii kunnassa', 'Verksam i kommunen', 'Works in'),
  area: w('Toiminta-alue', 'Verksamhetsområde', 'Area of work'),
  network: w('Verkosto', 'Nätverk', 'Network'),
  boardNetwork: w('Toimielimen verkosto', 'Organets nätverk', 'Network of the board'),
  seat: w('Paikka toimielimessä', 'Plats i organ', 'Seat in a board'),
  lifeCourse: w('Elämänkaari', 'Livslopp', 'Life course'),
  tag: w('Avainsana', 'Nyckelord', 'Tag'),
  language: w('Palvelukieli', 'Servicespråk', 'Language of service'),
  state: w('Tila', 'Status', 'State'),
  legalForm: w('Muoto', 'Form', 'Legal form'),
  prhClass: w('PRH:n luokka', 'PRS-klass', 'PRH class'),
  tasks: w('Toimenpiteet', 'Åtgärder', 'Actions'),
  unanswered: w('Vastaamatta', 'Obesvarat', 'Unanswered'),
  name: w('Nimi', 'Namn', 'Name'),
  contact: w('Yhteyshenkilö', 'Kontaktperson', 'Contact person'),
  email: w('Sähköposti', 'E-post', 'E-mail'),
  phone: w('Puhelin', 'Telefon', 'Phone'),
  web: w('Verkkosivut', 'Webbplats', 'Website'),
  businessId: w('Y-tunnus', 'FO-nummer', 'Business ID'),
  registerNumber: w('Rekisterinumero', 'Registernummer', 'Register number'),
  postOffice: w('Postitoimipaikka', 'Postort', 'Post office'),
  notes: w('Muistiinpanot', 'Anteckningar', 'Notes'),
  checkedOn: w('Tarkistettu', 'Granskad', 'Checked'),
  changed: w('Muutettu', 'Ändrad', 'Changed'),
};

const OPERATORS: Record<FilterOperator, LocalisedText> = {
  is: w('on', 'är', 'is'),
  isNot: w('ei ole', 'är inte', 'is not'),
  contains: w('sisältää', 'innehåller', 'contains'),
  containsNot: w('ei sisällä', 'innehåller inte', 'does not contain'),
  before: w('ennen', 'före', 'before'),
  after: w('jälkeen', 'efter', 'after'),
  lastDays: w('viimeisten päivien aikana', 'under de senaste dagarna', 'within the last days'),
  olderDays: w('aiemmin kuin päivää sitten', 'för mer än dagar sedan', 'more than days ago'),
  empty: w('puuttuu', 'saknas', 'is missing'),
  notEmpty: w('on olemassa', 'finns', 'is there'),
};
/** With the number of days in its place. */
const DAYS: Partial<Record<FilterOperator, LocalisedText>> = {
  lastDays: w(
    'viimeisten {days} päivän aikana',
    'under de senaste {days} dagarna',
    'within the last {days} days',
  ),
  olderDays: w('yli {days} päivää sitten', 'för över {days} dagar sedan', 'more than {days} days ago'),
};

type FixedField = keyof typeof FIXED_CHOICES;
const FIXED: { [Field in FixedField]: Record<(typeof FIXED_CHOICES)[Field][number], LocalisedText> } = {
  state: {
    active: w('toimiva', 'aktiv', 'active'),
    dormant: w('ei toimintaa', 'vilande', 'dormant'),
    dissolved: w('purettu', 'upplöst', 'dissolved'),
  },
  legalForm: {
    association: w('rekisteröity yhdistys', 'registrerad förening', 'registered association'),
    unregistered: w('rekisteröimätön ryhmä', 'oregistrerad grupp', 'unregistered group'),
    foundation: w('säätiö', 'stiftelse', 'foundation'),
    public: w('julkisyhteisö', 'offentligt samfund', 'public body'),
    company: w('yhtiö', 'bolag', 'company'),
    cooperative: w('osuuskunta', 'andelslag', 'cooperative'),
    other: w('muu', 'annan', 'other'),
  },
  lifeCourse: {
    children: w('lapset ja lapsiperheet', 'barn och barnfamiljer', 'children and families'),
    youth: w('nuoret ja nuoret aikuiset', 'unga och unga vuxna', 'youth and young adults'),
    working_age: w('työikäiset', 'personer i arbetsför ålder', 'people of working age'),
    older: w('ikäihmiset', 'äldre', 'older people'),
  },
  area: {
    own: w('kotikunta', 'hemkommunen', 'its own municipality'),
    municipalities: w('useita kuntia', 'flera kommuner', 'several municipalities'),
    region: w('koko maakunta', 'hela landskapet', 'the whole region'),
    country: w('koko maa', 'hela landet', 'the whole country'),
  },
  tasks: {
    open: w('avoimia', 'öppna', 'open'),
    overdue: w('myöhässä', 'försenade', 'overdue'),
  },
  unanswered: {
    call: w('kokouskutsu', 'möteskallelse', 'call to a meeting'),
    delivery: w('jaettu asiakirja', 'utdelad handling', 'delivered document'),
  },
};

type Listed = Exclude<
  { [Field in FilterField]: (typeof FILTER_FIELDS)[Field] extends 'choice' ? Field : never }[FilterField],
  FixedField
>;
/** Rows of the register that conditions choose from, in the order in which they are shown. */
export type FilterLists = Record<Listed, readonly { id: string; name: LocalisedText }[]>;

export function fieldWord(field: FilterField, language: Language): string {
  return inLanguage(FIELDS[field], language);
}

/** The operator on its own, as it is chosen. */
export function operatorWord(operator: FilterOperator, language: Language): string {
  return inLanguage(OPERATORS[operator], language);
}

/** What a condition can choose from; nothing for texts and days. */
export function filterOptions(
  field: FilterField,
  lists: FilterLists,
  language: Language,
): readonly { id: string; label: string }[] {
  if (field in FIXED)
    return Object.entries(FIXED[field as FixedField] as Record<string, LocalisedText>).map(([id, words]) => ({
      id,
      label: inLanguage(words, language),
    }));
  if (FILTER_FIELDS[field] !== 'choice') return [];
  return lists[field as Listed].map(({ id, name }) => ({ id, label: inLanguage(name, language) }));
}

const OR: LocalisedText = w(' tai ', ' eller ', ' or ');
const AND: LocalisedText = w(' ja ', ' och ', ' and ');
const UNKNOWN: LocalisedText = w('(poistettu)', '(borttagen)', '(removed)');

/** `puuttuu`, `ennen 1.1.2026`, `Joensuu tai Kitee`: what stands after the name of the field. */
export function valueWords(
  { field, operator, values }: FilterCondition,
  lists: FilterLists,
  language: Language,
): { operator: string; values: string } {
  const days = DAYS[operator];
  if (days) return { operator: inLanguage(days, language).replace('{days}', values[0] ?? '…'), values: '' };
  const word = operatorWord(operator, language);
  if (operator === 'empty' || operator === 'notEmpty') return { operator: word, values: '' };
  if (FILTER_FIELDS[field] === 'date') {
    const [day = ''] = values;
    return { operator: word, values: day === '' ? '' : formatDate(day, language) };
  }
  if (FILTER_FIELDS[field] === 'text')
    return { operator: word, values: values.map((one) => `”${one}”`).join('') };
  const names = new Map(filterOptions(field, lists, language).map(({ id, label }) => [id, label]));
  const words = values.map((id) => names.get(id) ?? inLanguage(UNKNOWN, language));
  const last = words.pop() ?? '';
  return {
    operator: word,
    values: words.length === 0 ? last : `${words.join(', ')}${inLanguage(OR, language)}${last}`,
  };
}

/** The whole filter as one sentence; empty when everything passes. */
export function filterWords(
  filter: OrganisationFilter | FilterGroup,
  lists: FilterLists,
  language: Language,
): string {
  const part = (one: FilterPart): string => {
    if (isGroup(one)) {
      const inside = filterWords(one, lists, language);
      return one.parts.length > 1 ? `(${inside})` : inside;
    }
    const { operator, values } = valueWords(one, lists, language);
    return `${fieldWord(one.field, language)} ${operator}${values === '' ? '' : ` ${values}`}`;
  };
  return (filter.parts as FilterPart[])
    .map(part)
    .join(inLanguage(filter.match === 'all' ? AND : OR, language));
}
