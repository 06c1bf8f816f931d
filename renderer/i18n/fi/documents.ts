/** Documents as paper and as files (asiakirjat). */
import { plural } from '../message.ts';

export const documents = {
  attachments: plural('{count} liite', '{count} liitettä'),
  preview: 'Asiakirjan esikatselu',
  jump: 'Siirry asiaan',
  language: 'Asiakirjan kieli',
  savePdf: 'Tallenna PDF…',
  saveText: 'Tallenna tekstinä…',
  saveJson: 'Tallenna JSON-tiedostona…',
  otherFormats: 'Muut muodot',
  exportMinutes: 'Tallenna pöytäkirja PDF-tiedostona',
  exporting: 'Tehdään tiedostoa {name}…',
  exported: 'Tallennettiin {name} ({size}).',
  showInFolder: 'Näytä kansiossa',
  replaced: plural(
    'Tallennettiin {name} ({size}). Yhtä merkkiä ei ole kirjasimissa, ja se korvattiin: {characters}. Tarkista kohta.',
    'Tallennettiin {name} ({size}). {count} merkkiä ei ole kirjasimissa, ja ne korvattiin: {characters}. Tarkista kohdat.',
  ),
  character: '{character} ({count} ×)',
  failedRemedy: '{message} Voit yrittää uudelleen Ctrl+E-näppäimillä.',
  loadFailed: 'Asiakirjaa ei voitu näyttää',
  translated: 'Vakiosanat näkyvät valitulla kielellä, kirjoitetut tekstit alkukielellä.',
} as const;
