import { api, type Outputs } from '../../api/client.ts';
import { useTopicQuery } from '../../api/query-client.ts';
import type { OrganisationInput } from '../../../db/model/organisation.ts';

export type Organisation = Outputs['organisations']['get'];

/** One organisation, kept true by the backend's announcements. */
export function useOrganisation(id: string | null) {
  return useTopicQuery(
    ['organisations'],
    ['organisations.get', id],
    () => api.organisations.get.query({ id: id ?? '' }),
    { enabled: id !== null },
  );
}

/** What the form edits of it. */
export function inputOf(view: Organisation): OrganisationInput {
  return {
    nameFi: view.nameFi,
    nameSv: view.nameSv,
    nameEn: view.nameEn,
    legalForm: view.legalForm,
    businessId: view.businessId,
    registerNumber: view.registerNumber,
    prhClass: view.prhClass,
    fieldId: view.fieldId,
    municipalityCode: view.municipalityCode,
    email: view.email,
    phone: view.phone,
    web: view.web,
    streetAddress: view.streetAddress,
    postalCode: view.postalCode,
    postOffice: view.postOffice,
    languages: view.languages,
    contactRole: view.contactRole,
    notes: view.notes,
    checkedOn: view.checkedOn,
    state: view.state,
  };
}

export const EMPTY_ORGANISATION: OrganisationInput = {
  nameFi: '',
  nameSv: null,
  nameEn: null,
  legalForm: 'association',
  businessId: null,
  registerNumber: null,
  prhClass: null,
  fieldId: null,
  municipalityCode: null,
  email: null,
  phone: null,
  web: null,
  streetAddress: null,
  postalCode: null,
  postOffice: null,
  languages: [],
  contactRole: null,
  notes: '',
  checkedOn: null,
  state: 'active',
};
