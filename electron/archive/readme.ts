/** The README of a package: what it is and how to read it without this program, in three languages. */
import type { ArchiveFault, ArchiveResult } from './create.ts';

export interface ReadmeFacts {
  organisation: string;
  period: string;
  /** `yyyy-mm-dd` */
  date: string;
  application: string;
  schemaVersion: number;
  personalData: 'included' | 'pseudonymised';
  counts: ArchiveResult['counts'];
  faults: readonly ArchiveFault[];
}

/** The three files with their text. */
export function readmeTexts(facts: ReadmeFacts): { name: string; text: string }[] {
  return [
    { name: 'LUEMINUT.txt', text: finnish(facts) },
    { name: 'LAS-MIG.txt', text: swedish(facts) },
    { name: 'README.txt', text: english(facts) },
  ];
}

const faultLines = (heading: string, faults: readonly ArchiveFault[]): string =>
  faults.length === 0
    ? ''
    : `\n${heading}\n${faults.map(({ path, reason }) => `  ${path}: ${reason}\n`).join('')}`;

function finnish({
  organisation,
  period,
  date,
  application,
  schemaVersion,
  personalData,
  counts,
  faults,
}: ReadmeFacts): string {
  return `${organisation}
Arkistopaketti ${period}
==================================================

Tämä paketti on tehty ${date} ohjelmalla ${application}. Siinä on neuvottelukunnan
pöytäkirjat liitteineen ja tietokanta, josta ne on tehty. Paketin lukemiseen ei
tarvita sitä ohjelmaa, jolla se on tehty. Mikään sisältö ei ole salattu.

Mitä paketissa on
  poytakirjat/   Pöytäkirjat: PDF/A-2a (luettavaksi ja tulostettavaksi) ja JSON
                 (samat tiedot koneelle). Tiedosto tiivisteketju.json luettelee
                 tarkastettujen pöytäkirjojen SHA-256-tiivisteet. Jokainen tiiviste
                 on laskettu edellisestä tiivisteestä, rivinvaihdosta ja asiakirjasta.
  liitteet/      Alkuperäiset liitteet. luettelo.csv kertoo tiedoston alkuperäisen
                 nimen ja SHA-256-tiivisteen.
  taulut/        Tietokannan taulut CSV-muodossa (UTF-8, erottimena pilkku).
                 datapackage.json kuvaa sarakkeet (Frictionless Data Package).
                 \\N tarkoittaa puuttuvaa arvoa. rakenne.sql luo taulut uudelleen.
                 Taulu audit on tapahtumaloki: kuka muutti mitä ja milloin.
  siard/         Koko tietokanta SIARD 2.2 -muodossa.
  tietokanta/    Sama tietokanta SQLite-tiedostona (rakenteen versio ${schemaVersion}).

Miten paketin eheys tarkistetaan
  Paketti on BagIt 1.0 -muotoinen (RFC 8493). Tiedostossa manifest-sha512.txt on
  jokaisen tiedoston SHA-512-tarkistussumma. Minkä tahansa käyttöjärjestelmän
  komento sha512sum -c manifest-sha512.txt tarkistaa ne paketin kansiossa.
  Zip-tiedoston kommentissa on lisäksi sinetti: kaikkien sitä edeltävien tavujen
  SHA-512.

Henkilötiedot
  ${personalData === 'included' ? 'Paketissa on henkilötietoja. Säilytä ja luovuta se sen mukaisesti.' : 'Henkilöiden nimet on korvattu tunnuksilla ("Henkilö 12") ja yhteystiedot, liitteiden\n  sisältö ja lokin yksityiskohdat on jätetty pois. Tarkastettujen pöytäkirjojen\n  tiivisteet koskevat alkuperäisiä, eivät tässä olevia tekstejä.'}

Määrät
  kokouksia ${counts.meetings}, asiakirjoja ${counts.minutes}, liitteitä ${counts.attachments}, tauluja ${counts.tables}, rivejä ${counts.rows}
${faultLines('Mitä ei saatu mukaan', faults)}`;
}

function swedish({
  organisation,
  period,
  date,
  application,
  schemaVersion,
  personalData,
  counts,
  faults,
}: ReadmeFacts): string {
  return `${organisation}
Arkivpaket ${period}
==================================================

Det här paketet gjordes ${date} med programmet ${application}. Det innehåller
delegationens protokoll med bilagor och den databas som de har gjorts av. Programmet
behövs inte för att läsa paketet. Inget innehåll är krypterat.

Vad paketet innehåller
  poytakirjat/   Protokollen: PDF/A-2a (för läsning och utskrift) och JSON (samma
                 uppgifter för maskiner). Filen tiivisteketju.json räknar upp
                 SHA-256-summorna av de justerade protokollen. Varje summa är räknad
                 av den föregående summan, en radbrytning och dokumentet.
  liitteet/      De ursprungliga bilagorna. luettelo.csv ger filens ursprungliga namn
                 och SHA-256-summa.
  taulut/        Databasens tabeller som CSV (UTF-8, kommatecken som avgränsare).
                 datapackage.json beskriver kolumnerna (Frictionless Data Package).
                 \\N betyder att värdet saknas. rakenne.sql skapar tabellerna på nytt.
                 Tabellen audit är händelseloggen: vem ändrade vad och när.
  siard/         Hela databasen i formatet SIARD 2.2.
  tietokanta/    Samma databas som SQLite-fil (strukturens version ${schemaVersion}).

Hur paketets integritet kontrolleras
  Paketet följer BagIt 1.0 (RFC 8493). Filen manifest-sha512.txt har SHA-512-summan
  för varje fil. Kommandot sha512sum -c manifest-sha512.txt i paketets mapp
  kontrollerar dem. I zip-filens kommentar finns dessutom ett sigill: SHA-512 av alla
  byte före det.

Personuppgifter
  ${personalData === 'included' ? 'Paketet innehåller personuppgifter. Förvara det och lämna ut det därefter.' : 'Personernas namn har ersatts med beteckningar ("Henkilö 12"), och kontaktuppgifter,\n  bilagornas innehåll och loggens detaljer har lämnats bort. Summorna av de justerade\n  protokollen gäller originalen, inte texterna här.'}

Antal
  möten ${counts.meetings}, dokument ${counts.minutes}, bilagor ${counts.attachments}, tabeller ${counts.tables}, rader ${counts.rows}
${faultLines('Vad som inte kom med', faults)}`;
}

function english({
  organisation,
  period,
  date,
  application,
  schemaVersion,
  personalData,
  counts,
  faults,
}: ReadmeFacts): string {
  return `${organisation}
Archive package ${period}
==================================================

This package was made on ${date} with the program ${application}. It holds the minutes
of a Finnish advisory board on associations (järjestöasiain neuvottelukunta) with their
attachments, and the database they were made from. The program is not needed to read
it. Nothing in it is encrypted.

What is in it
  poytakirjat/   Minutes: PDF/A-2a (to be read and printed) and JSON (the same facts for
                 machines). The file tiivisteketju.json lists the SHA-256 of the examined
                 minutes. Each is computed over the one before it, a line feed and the
                 document.
  liitteet/      Original attachments. luettelo.csv gives the original name of each file
                 and its SHA-256.
  taulut/        The tables of the database as CSV (UTF-8, separated by commas).
                 datapackage.json describes the columns (Frictionless Data Package).
                 \\N stands for a missing value. rakenne.sql makes the tables anew.
                 The table audit is the log: who changed what and when.
  siard/         The whole database as SIARD 2.2.
  tietokanta/    The same database as an SQLite file (version ${schemaVersion} of its structure).

How to verify it
  The package is a BagIt 1.0 bag (RFC 8493). The file manifest-sha512.txt has the SHA-512
  of every file; sha512sum -c manifest-sha512.txt in the folder of the package compares
  them. The comment of the zip file holds a seal besides: the SHA-512 of all bytes before
  it.

Personal data
  ${personalData === 'included' ? 'The package holds personal data. Keep it and hand it out accordingly.' : 'Names of people have been replaced ("Henkilö 12"); contact data, the content of\n  attachments and the details of the log have been left out. The hashes of examined\n  minutes are those of the originals, not of the texts here.'}

Counts
  meetings ${counts.meetings}, documents ${counts.minutes}, attachments ${counts.attachments}, tables ${counts.tables}, rows ${counts.rows}
${faultLines('What could not be taken along', faults)}`;
}
