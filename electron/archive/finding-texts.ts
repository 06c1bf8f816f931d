/** What each finding about a package means, in words. The code stays beside it in the certificate and in JSON. */
import type { Finding } from '../../db/model/errors.ts';
import type { Language } from '../../db/model/language.ts';

const s = (fi: string, sv: string, en: string): Record<Language, string> => ({ fi, sv, en });

export const BAG_SENTENCES: Record<string, Record<Language, string>> = {
  BAG_FILE_MISSING: s(
    'tiedosto on luettelossa {manifest} mutta puuttuu paketista',
    'filen finns i förteckningen {manifest} men saknas i paketet',
    'the file is listed in {manifest} but missing from the package',
  ),
  BAG_FILE_EXTRA: s(
    'tiedosto on paketissa mutta ei luettelossa {manifest}',
    'filen finns i paketet men inte i förteckningen {manifest}',
    'the file is in the package but not listed in {manifest}',
  ),
  BAG_FILE_ALTERED: s(
    'sisältö on muuttunut: tarkistussumma ei täsmää luetteloon {manifest}',
    'innehållet har ändrats: kontrollsumman stämmer inte med {manifest}',
    'the content has changed: its checksum is not the one in {manifest}',
  ),
  BAG_SEAL_WRONG: s(
    'zip-tiedoston omat tietueet ovat muuttuneet: sinetti ei täsmää',
    'zip-filens egna poster har ändrats: sigillet stämmer inte',
    'the records of the zip file itself have changed: the seal is not right',
  ),
  BAG_SEAL_MISSING: s(
    'paketissa pitäisi olla sinetti, mutta se puuttuu',
    'paketet borde ha ett sigill, men det saknas',
    'the package says that it has a seal, but there is none',
  ),
  BAG_ENTRY_UNREADABLE: s(
    'tiedostoa ei voi lukea ({reason})',
    'filen kan inte läsas ({reason})',
    'the file cannot be read ({reason})',
  ),
  BAG_HEADER_DIFFERS: s(
    'zip-tiedoston hakemisto ja tiedoston oma otsake sanovat eri asiaa',
    'zip-filens index och filens eget huvud säger olika saker',
    'the index of the zip and the header of the file say different things',
  ),
  BAG_ENTRIES_OVERLAP: s(
    'tiedosto on samoissa tavuissa kuin {other}',
    'filen ligger i samma byte som {other}',
    'the file lies in the same bytes as {other}',
  ),
  BAG_ENCRYPTED: s('tiedosto on salattu', 'filen är krypterad', 'the file is encrypted'),
  BAG_LINK: s('linkki, ei tiedosto', 'en länk, inte en fil', 'a link and not a file'),
  BAG_NAME_TWICE: s('sama nimi kuin {other}', 'samma namn som {other}', 'the same name as {other}'),
  BAG_NAME_ENCODING: s('nimi ei ole UTF-8:aa', 'namnet är inte i UTF-8', 'the name is not in UTF-8'),
  BAG_TOP_FOLDER: s(
    'zip-tiedostossa pitää olla ylimpänä yksi kansio',
    'zip-filen ska ha en enda mapp överst',
    'the zip has to hold one folder at its top',
  ),
  BAG_PATH_CONTROL: s(
    'nimi on tyhjä tai siinä on ohjausmerkkejä',
    'namnet är tomt eller innehåller styrtecken',
    'the name is empty or has control characters',
  ),
  BAG_PATH_ABSOLUTE: s(
    'polku osoittaa paketin ulkopuolelle',
    'sökvägen pekar utanför paketet',
    'the path points outside the package',
  ),
  BAG_PATH_OUTSIDE: s(
    'polku osoittaa paketin ulkopuolelle',
    'sökvägen pekar utanför paketet',
    'the path points outside the package',
  ),
  BAG_PATH_BACKSLASH: s(
    'nimessä on kenoviiva',
    'namnet innehåller ett omvänt snedstreck',
    'the name has a backslash',
  ),
  BAG_PATH_WINDOWS: s(
    'nimeä ei voi käyttää Windowsissa',
    'namnet kan inte användas i Windows',
    'the name cannot be used on Windows',
  ),
  BAG_DECLARATION_MISSING: s(
    'puuttuu: tämä ei ole BagIt-paketti',
    'saknas: detta är inte ett BagIt-paket',
    'is missing: this is not a BagIt package',
  ),
  BAG_DECLARATION_WRONG: s('ei ole BagItin mukainen', 'följer inte BagIt', 'does not read as BagIt says'),
  BAG_VERSION_UNKNOWN: s(
    'BagItin versiota {version} ei tunneta',
    'BagIt-versionen {version} är okänd',
    'version {version} of BagIt is not known',
  ),
  BAG_ENCODING_UNKNOWN: s(
    'merkistön pitää olla UTF-8, ei {encoding}',
    'teckenkodningen ska vara UTF-8, inte {encoding}',
    'the encoding has to be UTF-8, not {encoding}',
  ),
  BAG_TAG_NOT_UTF8: s('ei ole UTF-8:aa', 'är inte i UTF-8', 'is not in UTF-8'),
  BAG_TAG_BOM: s(
    'alkaa tavujärjestysmerkillä, jota siinä ei saa olla',
    'börjar med ett byteordningsmärke som inte får finnas',
    'begins with a byte order mark, which must not be there',
  ),
  BAG_MANIFEST_MISSING: s(
    'luettelo tiedostoista puuttuu',
    'förteckningen över filerna saknas',
    'the list of the files is missing',
  ),
  BAG_MANIFEST_LINE: s(
    'rivi {line} ei ole luettavissa',
    'rad {line} kan inte läsas',
    'line {line} cannot be read',
  ),
  BAG_MANIFEST_TWICE: s(
    'tiedosto {path} on luettelossa kahdesti',
    'filen {path} finns två gånger i förteckningen',
    'the file {path} is listed twice',
  ),
  BAG_MANIFEST_SCOPE: s(
    'tiedosto ei kuulu luetteloon {manifest}',
    'filen hör inte till förteckningen {manifest}',
    'the file does not belong into {manifest}',
  ),
  BAG_ALGORITHM_UNKNOWN: s(
    'tarkistussumman menetelmää {algorithm} ei tunneta',
    'metoden {algorithm} för kontrollsummor är okänd',
    'the checksum algorithm {algorithm} is not known',
  ),
  BAG_FETCH_LINE: s(
    'rivi {line} ei ole luettavissa tai osoittaa paketin ulkopuolelle',
    'rad {line} kan inte läsas eller pekar utanför paketet',
    'line {line} cannot be read or points outside the package',
  ),
  BAG_FETCH_NEEDED: s(
    'tiedosto pitäisi hakea verkosta; paketti ei ole täydellinen',
    'filen borde hämtas från nätet; paketet är inte fullständigt',
    'the file would have to be fetched from the net; the package is not complete',
  ),
  BAG_INFO_LINE: s(
    'rivi {line} ei ole luettavissa',
    'rad {line} kan inte läsas',
    'line {line} cannot be read',
  ),
  BAG_OXUM_WRONG: s(
    'sisällön koko ja määrä ovat {found}, vaikka paketti sanoo {said}',
    'innehållets storlek och antal är {found}, fast paketet säger {said}',
    'the size and number of files are {found}, though the package says {said}',
  ),
};

/** The sentence of a finding with its places filled; the code when there is none. */
export function findingText({ code, details }: Finding, language: Language): string {
  const sentence = BAG_SENTENCES[code]?.[language];
  if (sentence === undefined) return code;
  return sentence.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(details[name] ?? ''));
}
