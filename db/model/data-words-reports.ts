/** What tables, columns and values of annual reports and plans are called; see data-words.ts. */

type Words = { fi: string; sv: string; en: string };
const w = (fi: string, sv: string, en: string): Words => ({ fi, sv, en });

export const REPORT_TABLES: Readonly<Record<string, Words>> = {
  annual_report: w(
    'Toimintakertomus tai -suunnitelma',
    'Verksamhetsberättelse eller -plan',
    'Annual report or plan',
  ),
  annual_section: w(
    'Toimintakertomuksen tai -suunnitelman osa',
    'Del av verksamhetsberättelse eller -plan',
    'Section of an annual report or plan',
  ),
};

export const REPORT_COLUMNS: Readonly<Record<string, Words>> = {
  report_id: w('Kertomus tai suunnitelma', 'Berättelse eller plan', 'Report or plan'),
  body: w('Teksti', 'Text', 'Text'),
  drafted: w('Luonnos lähteestä', 'Utkast från källan', 'Draft from the source'),
};

export const REPORT_VALUES: Readonly<Record<string, Words>> = {
  report: w('Toimintakertomus', 'Verksamhetsberättelse', 'Annual report'),
  plan: w('Toimintasuunnitelma', 'Verksamhetsplan', 'Plan of action'),
};
