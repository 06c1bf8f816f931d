/** What a ComboBox offers from the registers: persons and organisations, found by what was typed. */
import { inLanguage } from '../../db/model/language.ts';
import { useLanguageStore } from '../i18n/language.ts';
import { api } from './client.ts';

export interface Choice {
  id: string;
  label: string;
  detail?: string | undefined;
}

const MOST = 30;

export async function personChoices(text: string): Promise<readonly Choice[]> {
  const { rows } = await api.persons.list.query({ text, limit: MOST });
  return rows.map(({ id, name, organisation }) => ({ id, label: name, detail: organisation ?? undefined }));
}

export async function organisationChoices(text: string): Promise<readonly Choice[]> {
  const { language } = useLanguageStore.getState();
  const { rows } = await api.organisations.list.query({ text, limit: MOST });
  return rows.map(({ id, name, municipality }) => ({
    id,
    label: inLanguage(name, language),
    detail: municipality ? inLanguage(municipality, language) : undefined,
  }));
}
