/** Wrong use of the command line, and the help text. */
import { DOCUMENT_FORMATS } from '../../db/model/document-format.ts';
import type { Language } from '../backend/protocol.ts';

export class UsageError extends Error {}

/** The forms of a document, as they are typed. */
const FORMATS = DOCUMENT_FORMATS.join('|');

const COMMANDS = `  pykala demo --out KANSIO
  pykala import scenario TIEDOSTO --db TIEDOSTO [--as-new] [--json]
  pykala show meeting 3/2026 --db TIEDOSTO [--board LYHENNE] [--json]
  pykala show clock --db TIEDOSTO [--board LYHENNE] [--json]
  pykala show coverage [--db TIEDOSTO] [--json]
  pykala export minutes|call|agenda|public_agenda|public|summary|decisions|tasks --db TIEDOSTO --meeting 3/2026 --format ${FORMATS} --out TIEDOSTO [--language fi|sv|en]
  pykala export extract --sections 29,30 [--voters] --db TIEDOSTO --meeting 3/2026 --format ${FORMATS} --out TIEDOSTO [--language fi|sv|en]
  pykala export bulletin OTSIKKO --language fi-selko|fi|sv|en|ru|uk|ar|so|fa|all --format pdf|html|text --db TIEDOSTO --out TIEDOSTO|KANSIO [--board LYHENNE] [--json]
  pykala show inclusion --db TIEDOSTO [--board LYHENNE] [--json]
  pykala show inclusion-coverage --db TIEDOSTO [--year 2026] [--board LYHENNE] [--json]
  pykala issue call|agenda --db TIEDOSTO --meeting 3/2026 [--note TEKSTI] [--json]
  pykala export invitation --db TIEDOSTO --meeting 3/2026 --format ics|eml --out TIEDOSTO [--language fi|sv|en] [--json]
  pykala attach TIEDOSTO --db TIEDOSTO --meeting 3/2026 [--section 30] [--title OTSIKKO] [--board LYHENNE] [--json]
  pykala export batch --db TIEDOSTO --out KANSIO [--year 2026|--term 2025] [--kinds minutes,public] [--formats pdf,docx] [--languages fi,sv,en] [--attachments] [--existing skip|rename|replace] [--stop] [--board LYHENNE] [--json]
  pykala publish folder --db TIEDOSTO --out KANSIO [--languages fi,sv,en] [--days 37] [--url OSOITE] [--contact OSOITE] [--continue] [--replace] [--remove] [--board LYHENNE] [--json]
  pykala export attachments --db TIEDOSTO --meeting 3/2026 --out KANSIO [--json]
  pykala sweep --db TIEDOSTO [--json]
  pykala person report --person NIMI|ID --db TIEDOSTO [--format pdf|json --out TIEDOSTO]
  pykala person erase --person NIMI|ID --db TIEDOSTO [--yes] [--json]
  pykala search SANAT --db TIEDOSTO [--minutes] [--year 2026] [--board LYHENNE] [--json]
  pykala export board --db TIEDOSTO --out TIEDOSTO [--board LYHENNE] [--json]
  pykala import minutes TIEDOSTO --db TIEDOSTO [--board LYHENNE] [--dry-run | --accept] [--json]
  pykala import organisations TIEDOSTO --db TIEDOSTO [--mapping TIEDOSTO] [--dry-run] [--confirm N] [--json]
  pykala export organisations --format csv|xlsx|vcard|json|open-csv|open-json --db TIEDOSTO --out TIEDOSTO [--language fi|sv|en] [--json]
  pykala archive create --db TIEDOSTO --out TIEDOSTO|KANSIO [--board LYHENNE] [--year 2026|--term 2024] [--pseudonymise] [--continue] [--replace] [--contact NIMI] [--passphrase-file TIEDOSTO | --recipient age1…] [--json]
  pykala archive verify TIEDOSTO [--out TIEDOSTO] [--passphrase-file TIEDOSTO | --identity-file TIEDOSTO] [--json]
  pykala archive list TIEDOSTO [--json]
  pykala archive extract TIEDOSTO --out KANSIO [--json]
  pykala archive open TIEDOSTO [--search SANAT] [--json]
  pykala archive compare TIEDOSTO TIEDOSTO [--json]
  pykala report annual|plan --year 2026 --db TIEDOSTO --format pdf|pdf-ua|pdf-data|docx|json --out TIEDOSTO [--board LYHENNE] [--language fi|sv|en] [--json]
  pykala report statistics --year 2026 --db TIEDOSTO --out TIEDOSTO [--board LYHENNE] [--language fi|sv|en] [--json]
  pykala sample [--size small|large] [--seed 1] --out TIEDOSTO [--json]
  pykala check --db TIEDOSTO [--json]`;

const TEXTS: Record<Language, [string, string]> = {
  fi: [
    'Pykälä – järjestöasiain neuvottelukunnan sihteerin työpöytä',
    'Paluuarvo 0: kunnossa, 1: löydös, 2: väärä käyttö tai virhe. Yhteinen valinta: --language fi|sv|en.',
  ],
  sv: [
    'Pykälä – skrivbordet för sekreteraren i en delegation för organisationsfrågor',
    'Returvärde 0: i skick, 1: fynd, 2: fel användning eller fel. Gemensamt val: --language fi|sv|en.',
  ],
  en: [
    'Pykälä – the desk of the secretary of an advisory board on associations',
    'Exit code 0: fine, 1: a finding, 2: wrong use or an error. Common option: --language fi|sv|en.',
  ],
};

/** The help text. */
export function usage(language: Language): string {
  const [title, codes] = TEXTS[language];
  const words = {
    fi: ['KANSIO', 'TIEDOSTO', 'LYHENNE', 'OTSIKKO', 'NIMI', 'SANAT', 'TEKSTI', 'OSOITE'],
    sv: ['MAPP', 'FIL', 'FÖRKORTNING', 'RUBRIK', 'NAMN', 'ORD', 'TEXT', 'ADRESS'],
    en: ['FOLDER', 'FILE', 'SHORT', 'TITLE', 'NAME', 'WORDS', 'TEXT', 'ADDRESS'],
  }[language];
  const commands = COMMANDS.replaceAll('KANSIO', words[0]!)
    .replaceAll('TIEDOSTO', words[1]!)
    .replaceAll('LYHENNE', words[2]!)
    .replaceAll('OTSIKKO', words[3]!)
    .replaceAll('NIMI', words[4]!)
    .replaceAll('SANAT', words[5]!)
    .replaceAll('TEKSTI', words[6]!)
    .replaceAll('OSOITE', words[7]!);
  return `${title}\n\n${commands}\n\n${codes}`;
}
