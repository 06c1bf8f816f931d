/** The register as tables: export, bulk changes, merging (taulukot). */
import type { tables as source } from '../fi/tables.ts';
import { plural, type Translation } from '../message.ts';

export const tables: Translation<typeof source> = {
  more: 'Tabeller',
  export: 'Exportera till fil',
  exportTitle: 'Exportera organisationer till fil',
  exportSelected: plural('{count} vald organisation', '{count} valda organisationer'),
  exportListed: plural('{count} organisation i listan', '{count} organisationer i listan'),
  which: 'Vilka organisationer',
  format: 'Format',
  'format.csv': 'CSV',
  'format.xlsx': 'Excel (XLSX)',
  'format.vcard': 'Kontaktkort (vCard 4)',
  'format.json': 'JSON',
  'format.open-csv': 'Öppna data (CSV)',
  'format.open-json': 'Öppna data (JSON)',
  openHint:
    'Utan kontaktuppgifter och anteckningar. Kommuner och landskap med Statistikcentralens koder; CC BY 4.0.',
  delimiter: 'Avgränsare',
  bom: 'Märk teckenkodningen (BOM) så att Excel läser å, ä och ö',
  safe: 'Hindra att formler körs i kalkylprogram',
  safeHint:
    'En apostrof läggs framför celler som börjar med =, +, - eller @. Pykälä tar bort den vid import.',
  exported: plural(
    '{count} organisation exporterades till filen {name}.',
    '{count} organisationer exporterades till filen {name}.',
  ),
  copy: 'Kopiera som tabell',
  copied: plural(
    '{count} organisation kopierades till urklipp.',
    '{count} organisationer kopierades till urklipp.',
  ),
  notCopied: 'Urklippet tog inte emot organisationerna. Kopiera på nytt.',
  select: 'Välj flera',
  selectDone: 'Avsluta valet',
  selectAll: 'Välj alla',
  bulk: 'Ändra valda',
  bulkTitle: 'Ändra valda organisationer',
  bulkWhat: 'Vilken uppgift',
  bulkValue: 'Nytt värde',
  bulkApply: 'Ändra',
  bulkLanguagesHint: 'Språkkoder åtskilda med komma, till exempel fi, sv, fi-selko.',
  bulkLead: plural('Ändringen gäller {count} organisation.', 'Ändringen gäller {count} organisationer.'),
  bulkDone: plural('{count} organisation ändrades.', '{count} organisationer ändrades.'),
  bulkNothing: 'Uppgifterna var redan sådana.',
  bulkLarge:
    'Ändringen gäller över en tiondel av registret. Först görs en säkerhetskopia. Bekräfta genom att skriva antalet: {count}',
  bulkRunning: 'Ändrar organisationer',
  merge: 'Slå ihop valda',
  mergeTitle: 'Slå ihop två organisationer',
  mergeLead:
    'Välj organisationen som blir kvar och varje uppgift. Personer, platser, uppgifter och andra hänvisningar flyttas till den. Sammanslagningen kan ångras.',
  mergeKeep: 'Organisationen som blir kvar',
  mergeValue: 'Värde som blir kvar: {field}',
  mergeSame: 'Organisationernas uppgifter är desamma.',
  mergeOther: 'Vad görs med den andra: {name}',
  mergeTwice: 'Samma organisation finns två gånger i registret',
  mergeTwiceHint: 'Den andra posten tas bort, och alla hänvisningar flyttas till den som blir kvar.',
  mergeInto: 'Organisationen har uppgått i den som blir kvar',
  mergeIntoHint:
    'Den stannar i registret under sitt eget namn som uppgången. Tidigare uppgifter, möten och beslut behålls, medan pågående medlemskap och öppna uppgifter fortsätter i den som blir kvar.',
  mergedOn: 'Datum för sammanslagningen',
  mergedInto: '{other} har märkts som uppgången i {name}.',
  mergeDo: 'Slå ihop',
  merged: '{name}: organisationerna slogs ihop.',
  mergedKept:
    '{name}: organisationerna slogs ihop. Ett justerat protokoll hänvisar till den andra, så den blev kvar i registret som upplöst.',
  undone: 'Ångrat.',
  undoneSome: plural(
    'Ångrat, utom {count} organisation som ändrats efteråt.',
    'Ångrat, utom {count} organisationer som ändrats efteråt.',
  ),
};
