/** Settings of this person on this computer (asetukset). */
export const settings = {
  title: 'Asetukset',
  lead: 'Koskevat vain tätä konetta, eivät neuvottelukunnan tietoja.',
  appearance: 'Ulkoasu',
  language: 'Käyttöliittymän kieli',
  languageHint: 'Asiakirjojen kieli valitaan jokaiselle asiakirjalle erikseen.',
  theme: 'Teema',
  'theme.system': 'Järjestelmän mukaan',
  'theme.light': 'Vaalea',
  'theme.dark': 'Tumma',
  user: 'Käyttäjä',
  userName: 'Nimesi',
  userNameHint: 'Merkitään muutoshistoriaan, kun tallennat jotakin.',
  about: 'Tietoja ohjelmasta',
  version: 'Versio {version}',
  dataFolder: 'Tietokannan kansio',
  showFolder: 'Näytä kansio',
} as const;
