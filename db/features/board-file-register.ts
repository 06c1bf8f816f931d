/** The register part of a board file: fields, organisations and persons. */
import { boardFileError } from '../model/board-file.ts';
import { checkBusinessId, checkRegisterNumber } from '../model/identifiers.ts';
import { newId } from '../model/identity.ts';
import { sortKey } from '../model/sort-key.ts';
import { idOf, knownCodes, requiredId, type ImportContext } from './board-file-context.ts';

/** Writes the fields, organisations and persons of the file, or finds those that are known already. */
export async function importRegister(context: ImportContext, year: number | null): Promise<void> {
  await importFields(context);
  await importOrganisations(context, year);
  await importPersons(context);
}

async function importFields({ trx, file, fields, counts }: ImportContext): Promise<void> {
  const rows = await trx.selectFrom('field').select(['id', 'key', 'position']).execute();
  for (const row of rows) fields.set(row.key, row.id);
  let position = Math.max(-1, ...rows.map((row) => row.position));
  for (const field of file.fields) {
    if (fields.has(field.key)) continue;
    const id = newId();
    fields.set(field.key, id);
    position += 1;
    const { fi, sv, en } = field.name;
    await trx
      .insertInto('field')
      .values({ id, key: field.key, name_fi: fi, name_sv: sv, name_en: en, position })
      .execute();
    counts.fields += 1;
  }
}

async function importOrganisations(context: ImportContext, year: number | null): Promise<void> {
  const { trx, file, organisations, fields, counts, warnings } = context;
  const municipalities = await knownCodes(context, 'municipality', year);
  for (const [index, organisation] of file.organisations.entries()) {
    const path = `organisations.${index}`;
    const { municipality, name } = organisation;
    if (municipality !== null && !municipalities.has(municipality))
      throw boardFileError([{ path: `${path}.municipality`, reason: 'unknown_municipality' }]);
    const businessId = normalised(organisation.businessId, checkBusinessId);
    const registerNumber = normalised(organisation.registerNumber, checkRegisterNumber);
    const match = await matchOrganisation(context, path, businessId, registerNumber);
    if (match !== null) {
      organisations.set(organisation.id, match);
      counts.organisationsMatched += 1;
      continue;
    }
    const namesake = await trx
      .selectFrom('organisation')
      .select('id')
      .where('name_fi', '=', name.fi)
      .executeTakeFirst();
    if (namesake !== undefined)
      warnings.push({
        code: 'organisation_same_name',
        severity: 'warning',
        subject: path,
        details: { name: name.fi },
      });
    const id = newId();
    organisations.set(organisation.id, id);
    await trx
      .insertInto('organisation')
      .values({
        id,
        name_fi: name.fi,
        name_sv: name.sv,
        name_en: name.en,
        sort_key: sortKey(name.fi),
        legal_form: organisation.legalForm,
        business_id: businessId,
        register_number: registerNumber,
        prh_class: organisation.prhClass,
        field_id: idOf(fields, organisation.field),
        municipality_year: municipality === null ? null : year,
        municipality_code: municipality,
        email: organisation.email,
        phone: organisation.phone,
        web: organisation.web,
        street_address: organisation.streetAddress,
        postal_code: organisation.postalCode,
        post_office: organisation.postOffice,
        languages: JSON.stringify(organisation.languages),
        contact_role: organisation.contactRole,
        notes: organisation.notes,
        checked_on: organisation.checkedOn,
        state: organisation.state,
      })
      .execute();
    counts.organisations += 1;
  }
}

/** The known organisation with either number; the two numbers must not point at different ones. */
async function matchOrganisation(
  { trx, warnings }: ImportContext,
  path: string,
  businessId: string | null,
  registerNumber: string | null,
): Promise<string | null> {
  if (businessId === null && registerNumber === null) return null;
  const rows = await trx
    .selectFrom('organisation')
    .select(['id', 'business_id', 'register_number'])
    .where((eb) =>
      eb.or([
        ...(businessId === null ? [] : [eb('business_id', '=', businessId)]),
        ...(registerNumber === null ? [] : [eb('register_number', '=', registerNumber)]),
      ]),
    )
    .execute();
  const [row, second] = rows;
  if (row === undefined) return null;
  if (second !== undefined) throw boardFileError([{ path, reason: 'organisation_ambiguous' }]);
  const differs = (own: string | null, given: string | null): boolean =>
    own !== null && given !== null && own !== given;
  if (differs(row.business_id, businessId) || differs(row.register_number, registerNumber))
    warnings.push({
      code: 'organisation_differs',
      severity: 'warning',
      subject: path,
      details: { businessId: row.business_id, registerNumber: row.register_number },
    });
  return row.id;
}

async function importPersons({ trx, file, persons, organisations, counts }: ImportContext): Promise<void> {
  for (const person of file.persons) {
    const id = newId();
    persons.set(person.id, id);
    await trx
      .insertInto('person')
      .values({
        id,
        name: person.name,
        short_name: person.shortName,
        sort_key: sortKey(person.name),
        email: person.email,
        phone: person.phone,
        language: person.language,
        notes: person.notes,
      })
      .execute();
    counts.persons += 1;
    for (const position of person.positions) {
      await trx
        .insertInto('position')
        .values({
          id: newId(),
          person_id: id,
          organisation_id: requiredId(organisations, position.organisation),
          role: position.role,
          title: position.title,
          starts_on: position.startsOn,
          ends_on: position.endsOn,
        })
        .execute();
      counts.positions += 1;
    }
  }
}

type NumberCheck = { ok: true; normalised: string } | { ok: false };

function normalised(text: string | null, check: (text: string) => NumberCheck): string | null {
  const result = text === null ? null : check(text);
  return result?.ok === true ? result.normalised : null;
}
