/** What this person prefers: kept by the shell, applied here. */
import { create } from 'zustand';
import { bridge, type Preferences } from '../api/bridge.ts';
import { setLanguage } from '../i18n/language.ts';

export const usePreferences = create<Preferences>()(() => ({
  language: 'fi',
  theme: 'system',
  userName: '',
  pdfUse: 'archive',
}));

async function apply(preferences: Preferences): Promise<void> {
  usePreferences.setState(preferences);
  const { dataset } = document.documentElement;
  if (preferences.theme === 'system') delete dataset['theme'];
  else dataset['theme'] = preferences.theme;
  await setLanguage(preferences.language);
}

/** Reads and applies them, and follows changes made elsewhere (the menu bar). Comes before the first paint. */
export async function loadPreferences(): Promise<void> {
  bridge().onEvent((event) => {
    if (event.kind === 'preferences') void apply(event.preferences);
  });
  try {
    await apply(await bridge().native.getPreferences());
  } catch (thrown) {
    console.warn('Preferences could not be read, the defaults hold:', thrown);
  }
}

/** Changes them at once and for good. */
export async function changePreferences(change: Partial<Preferences>): Promise<void> {
  await apply({ ...usePreferences.getState(), ...change });
  await apply(await bridge().native.setPreferences(change));
}
