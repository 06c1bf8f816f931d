/** The certificate of a package's verification (tarkistustodistus): what was checked, counts, hashes, what is wrong. */
import { infoValue, type BagReport } from './bagit.ts';
import { formatDate } from './dates.ts';
import type { Language } from './language.ts';
import type { PrintableBlock, PrintableDocument } from './printable.ts';
import { richText } from './rich-text.ts';

export interface CertificateFacts extends Pick<
  BagReport,
  'valid' | 'version' | 'algorithms' | 'info' | 'payload' | 'tags'
> {
  /** Name of the file or folder that was verified. */
  name: string;
  /** SHA-512 of the zip file; null for a folder. */
  sha512: string | null;
  seal: 'right' | 'wrong' | 'none' | null;
  /** ISO day of the verification. */
  verifiedOn: string;
  application: string;
  /** File and sentence of each finding. */
  findings: readonly { subject: string; text: string }[];
}

const WORDS = {
  fi: {
    type: 'Tarkistustodistus',
    title: (name: string) => `Arkistopaketin tarkistus – ${name}`,
    valid: 'Paketti on ehjä: kaikki tiedostot ovat tallella ja jokaisen tarkistussumma täsmää.',
    invalid: 'Paketti EI ole ehjä. Puutteet luetellaan alla.',
    package: 'Paketti',
    producer: 'Tekijä',
    period: 'Kausi',
    made: 'Tehty',
    personalData: 'Henkilötiedot',
    included: 'mukana',
    pseudonymised: 'pseudonymisoitu',
    form: 'Muoto',
    algorithms: 'Tarkistussummat',
    payload: 'Sisältö',
    tags: 'Luettelotiedostot',
    files: (files: number, bytes: string) => `${files} tiedostoa, ${bytes} tavua`,
    seal: 'Sinetti',
    right: 'täsmää',
    wrong: 'EI täsmää',
    none: 'ei sinettiä',
    sha512: 'Zip-tiedoston SHA-512',
    verified: 'Tarkistettu',
    program: 'Ohjelma',
    findings: 'Puutteet',
    file: 'Tiedosto',
    fault: 'Puute',
  },
  sv: {
    type: 'Kontrollintyg',
    title: (name: string) => `Kontroll av arkivpaket – ${name}`,
    valid: 'Paketet är helt: alla filer finns kvar och varje kontrollsumma stämmer.',
    invalid: 'Paketet är INTE helt. Bristerna räknas upp nedan.',
    package: 'Paket',
    producer: 'Upphov',
    period: 'Period',
    made: 'Gjort',
    personalData: 'Personuppgifter',
    included: 'ingår',
    pseudonymised: 'pseudonymiserade',
    form: 'Form',
    algorithms: 'Kontrollsummor',
    payload: 'Innehåll',
    tags: 'Förteckningsfiler',
    files: (files: number, bytes: string) => `${files} filer, ${bytes} byte`,
    seal: 'Sigill',
    right: 'stämmer',
    wrong: 'stämmer INTE',
    none: 'inget sigill',
    sha512: 'Zip-filens SHA-512',
    verified: 'Kontrollerat',
    program: 'Program',
    findings: 'Brister',
    file: 'Fil',
    fault: 'Brist',
  },
  en: {
    type: 'Certificate of verification',
    title: (name: string) => `Verification of an archive package – ${name}`,
    valid: 'The package is whole: every file is there and every checksum is right.',
    invalid: 'The package is NOT whole. What is wrong is listed below.',
    package: 'Package',
    producer: 'Made by',
    period: 'Period',
    made: 'Made',
    personalData: 'Personal data',
    included: 'included',
    pseudonymised: 'pseudonymised',
    form: 'Form',
    algorithms: 'Checksums',
    payload: 'Content',
    tags: 'Files of lists',
    files: (files: number, bytes: string) => `${files} files, ${bytes} bytes`,
    seal: 'Seal',
    right: 'right',
    wrong: 'NOT right',
    none: 'no seal',
    sha512: 'SHA-512 of the zip file',
    verified: 'Verified',
    program: 'Program',
    findings: 'What is wrong',
    file: 'File',
    fault: 'Fault',
  },
} as const;

/** A hash in groups that an eye can compare. */
const grouped = (hash: string): string[] =>
  hash.match(/.{1,64}/g)?.map((line) => line.replaceAll(/(.{8})(?=.)/g, '$1 ')) ?? [];

const LOCALES = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' } as const;

export function printArchiveCertificate(facts: CertificateFacts, language: Language): PrintableDocument {
  const words = WORDS[language];
  const number = (value: number): string => value.toLocaleString(LOCALES[language]);
  const count = ({ files, bytes }: { files: number; bytes: number }): string =>
    words.files(files, number(bytes));
  const organisation = infoValue(facts.info, 'Source-Organization') ?? '';
  const personal = infoValue(facts.info, 'Pykala-Personal-Data');
  const made = infoValue(facts.info, 'Bagging-Date');
  const row = (label: string, ...lines: (string | null)[]): { label: string; lines: string[] }[] => {
    const filled = lines.filter((line): line is string => line !== null && line !== '');
    return filled.length === 0 ? [] : [{ label, lines: filled }];
  };
  const blocks: PrintableBlock[] = [
    { type: 'text', body: richText(facts.valid ? words.valid : words.invalid).content },
    {
      type: 'facts',
      rows: [
        ...row(words.package, facts.name),
        ...row(words.producer, organisation),
        ...row(words.period, infoValue(facts.info, 'Pykala-Period')),
        ...row(
          words.made,
          made === null || !/^\d{4}-\d{2}-\d{2}$/.test(made) ? made : formatDate(made, language),
        ),
        ...row(
          words.personalData,
          personal === 'included'
            ? words.included
            : personal === 'pseudonymised'
              ? words.pseudonymised
              : null,
        ),
        ...row(words.form, `BagIt ${facts.version ?? '?'}`),
        ...row(
          words.algorithms,
          facts.algorithms.map((name) => name.toUpperCase().replace('SHA', 'SHA-')).join(', '),
        ),
        ...row(words.payload, count(facts.payload)),
        ...row(words.tags, count(facts.tags)),
        ...row(words.seal, facts.seal === null ? null : words[facts.seal]),
        ...row(words.sha512, ...(facts.sha512 === null ? [] : grouped(facts.sha512))),
        ...row(words.verified, formatDate(facts.verifiedOn, language)),
        ...row(words.program, facts.application),
      ],
    },
    ...(facts.findings.length === 0
      ? []
      : ([
          {
            type: 'table',
            caption: words.findings,
            columns: [
              { label: words.file, width: 0.45 },
              { label: words.fault, width: 0.55 },
            ],
            rows: facts.findings.map(({ subject, text }) => [subject, text]),
          },
        ] satisfies PrintableBlock[])),
  ];
  return {
    kind: 'register',
    language,
    title: words.title(facts.name),
    identification: {
      organisation,
      documentType: words.type,
      number: '',
      date: formatDate(facts.verifiedOn, language),
      isoDate: facts.verifiedOn,
      diaryNumber: null,
      status: '',
    },
    keywords: ['BagIt', 'SHA-512'],
    blocks,
  };
}
