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

/** §§ of a board by their words or reference, the newest first. */
export function decisionChoices(boardId: string): (text: string) => Promise<readonly Choice[]> {
  return async (text) => {
    const found = await api.volunteerActions.decisions.query({ boardId, text, limit: MOST });
    return found.map(({ itemId, reference, title }) => ({ id: itemId, label: reference, detail: title }));
  };
}

/** Tasks of a board, the open ones first. */
export function taskChoices(boardId: string): (text: string) => Promise<readonly Choice[]> {
  return async (text) => {
    const wanted = text.toLowerCase();
    const tasks = await api.tasks.list.query({ boardId, state: 'all' });
    return tasks
      .filter(({ code, title }) => `${code} ${title}`.toLowerCase().includes(wanted))
      .slice(0, MOST)
      .map(({ id, code, title }) => ({ id, label: code, detail: title }));
  };
}

/** Volunteer actions of a board by their code or name. */
export function actionChoices(boardId: string): (text: string) => Promise<readonly Choice[]> {
  return async (text) => {
    const wanted = text.toLowerCase();
    const actions = await api.volunteerActions.list.query({ boardId });
    return actions
      .filter(({ code, name }) => `${code} ${name}`.toLowerCase().includes(wanted))
      .slice(0, MOST)
      .map(({ id, code, name }) => ({ id, label: `${code} ${name}` }));
  };
}

/** Good practices of a board by their code or name. */
export function practiceChoices(boardId: string): (text: string) => Promise<readonly Choice[]> {
  return async (text) => {
    const wanted = text.toLowerCase();
    const { practices } = await api.practices.matrix.query({ boardId });
    return practices
      .filter(({ code, name }) => `${code} ${name}`.toLowerCase().includes(wanted))
      .slice(0, MOST)
      .map(({ id, code, name }) => ({ id, label: `${code} ${name}` }));
  };
}
