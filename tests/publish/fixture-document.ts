/** Minutes of an invented board as the composer would hand them over: meeting 3/2026, 22–35 §. */
import type { PrintableDocument, PrintableItem, PrintablePart } from '../../db/model/printable.ts';
import { richText, type RichBlock } from '../../db/model/rich-text.ts';

function text(label: string, body: string, strong = false): PrintablePart {
  return { type: 'text', label, body: richText(body).content, strong };
}

function item(
  number: number,
  title: string,
  diaryNumber: string | null,
  parts: PrintablePart[],
): PrintableItem {
  return { type: 'item', number: `${number} §`, title, diaryNumber, parts };
}

const proposal = (body: string) => text('Päätösehdotus', body);
const decision = (body: string) => text('Päätös', body, true);

const volunteerReport: RichBlock[] = [
  {
    type: 'paragraph',
    content: [
      {
        type: 'text',
        text: 'Kolme järjestörajat ylittävää toimintoa on käynnissä tai valmisteilla. Tilannekatsaus on ',
      },
      { type: 'text', text: 'liitteenä 1', marks: [{ type: 'italic' }] },
      { type: 'text', text: '.' },
    ],
  },
  {
    type: 'bulletList',
    content: [
      {
        type: 'listItem',
        content: [
          {
            type: 'paragraph',
            content: [
              { type: 'text', text: 'Ulkoiluystävät kylillä', marks: [{ type: 'bold' }] },
              {
                type: 'text',
                text: ' (VT-1): liikunta-, sote- ja kyläjärjestöjen yhteinen ulkoiluystävätoiminta Lieksassa ja Nurmeksessa. Mukana on 24 vapaaehtoista.',
              },
            ],
          },
        ],
      },
      {
        type: 'listItem',
        content: [
          {
            type: 'paragraph',
            content: [
              { type: 'text', text: 'Kulttuurikaveri – yhdessä tapahtumiin', marks: [{ type: 'bold' }] },
              {
                type: 'text',
                text: ' (VT-2): kokeilu Ilomantsissa ja Kiteellä 30.11.2026 saakka. Mukana on yhdeksän vapaaehtoista.',
              },
            ],
          },
        ],
      },
      {
        type: 'listItem',
        content: [
          {
            type: 'paragraph',
            content: [
              { type: 'text', text: 'Vapaaehtoisten yhteinen peruskoulutus', marks: [{ type: 'bold' }] },
              {
                type: 'text',
                text: ' (VT-3): suunnitteilla syksylle 2026 Joensuuhun ja Juukaan. Koulutuksen sisällöstä vastaavat neljä järjestöä yhdessä.',
              },
            ],
          },
        ],
      },
    ],
  },
  {
    type: 'paragraph',
    content: [
      { type: 'text', text: 'Koulutuksen ilmoittautumisohje julkaistaan osoitteessa ' },
      {
        type: 'text',
        text: 'jarjestot.example.org/vapaaehtoiset',
        marks: [{ type: 'link', attrs: { href: 'https://jarjestot.example.org/vapaaehtoiset' } }],
      },
      { type: 'text', text: '.' },
    ],
  },
];

const migrantMeasures: RichBlock[] = [
  {
    type: 'paragraph',
    content: [{ type: 'text', text: 'Työryhmä on valmistellut vuodelle 2026 seuraavat toimenpiteet:' }],
  },
  {
    type: 'orderedList',
    content: [
      'Polku yhdistystoimintaan (MO-1). Polun vaiheet ovat ensikontakti tukipisteessä, tutustumiskäynti yhdistyksessä, vertaisparin kanssa mukaan toimintaan ja oma vastuutehtävä yhdistyksessä. Tukipiste toimii Järjestötalolla Joensuussa tiistaisin klo 12–16.',
      'Kohtaamispäivä (MO-2) Kiteellä 12.9.2026. Tiedote julkaistaan selkosuomeksi, venäjäksi, ukrainaksi ja arabiaksi: «День встречи», «День зустрічі», «يوم اللقاء».',
      'Selkokieli yhdistyksen viestinnässä (MO-3). Verkkokoulutus yhdistysten viestijöille 6.10.2026 sekä kolme yhteistä materiaalia.',
    ].map((body) => ({ type: 'listItem', content: richText(body).content })),
  },
  ...richText(
    'Pohjoissaamenkielinen nimiehdotus on «Searvvit ovttas – Eŋgel, Đulbi, Ŧeapmi, Čáhci, Šaldi, Žalbmi».',
  ).content,
];

const votes: [string, string][] = [
  ['J01 Aino Esimerkki, puheenjohtaja', 'JAA'],
  ['J02 Väinö Äijälä', 'JAA'],
  ['J03 Åsa Öhman', 'JAA'],
  ['J04 Eero Mallikas', 'EI'],
  ['V05 Tyyne Varanen', 'JAA'],
  ['J06 Kaisa Perhonen', 'EI'],
  ['J07 Omar Esimerkki', 'JAA'],
  ['J08 Lempi Eläköön', 'EI'],
  ['J09 Ilmari Tavi', 'EI'],
  ['J10 Helvi Hoivala', 'JAA'],
  ['J11 Tuomas Mieli', 'EI'],
  ['J13 Metsä-Heikki Lehtonen-Kuusiaho', 'TYHJÄ'],
  ['J14 Pauli Valmius', 'EI'],
  ['J15 Martta Neuvonen', 'JAA'],
  ['J16 Toivo Harrastaja', 'EI'],
];

const attendance: string[][] = [
  ['J01 Aino Esimerkki', 'Esimerkkikylän kyläyhdistys ry', 'puheenjohtaja', '22–35 §'],
  ['J02 Väinö Äijälä', 'Esimerkin sosiaali- ja terveysyhdistys ry', 'varapuheenjohtaja', '22–35 §'],
  ['J03 Åsa Öhman', 'Esimerkin Urheilijat ry', 'jäsen', '22–35 §'],
  ['J04 Eero Mallikas', 'Esimerkin kulttuuriyhdistys ry', 'jäsen', '22–35 §'],
  ['V05 Tyyne Varanen', 'Esimerkin nuoret ry', 'varajäsen (J05:n sijasta)', '22–35 §'],
  ['J06 Kaisa Perhonen', 'Perheiden talo Esimerkki ry', 'jäsen', '22–35 §'],
  [
    'J07 Omar Esimerkki',
    'Esimerkin monikulttuuriyhdistys ry',
    'jäsen',
    '22–28 §, 30–35 §\n(esteellinen 29 §, klo 14.01–14.14)',
  ],
  ['J08 Lempi Eläköön', 'Esimerkin eläkkeensaajat ry', 'jäsen', '22–35 §'],
  ['J09 Ilmari Tavi', 'Esimerkin vammaisyhdistys ry', 'jäsen', '26–35 §\n(saapui klo 13.22)'],
  ['J10 Helvi Hoivala', 'Esimerkin omaishoitajat ry', 'jäsen', '22–35 §'],
  ['J11 Tuomas Mieli', 'Mielen tuki Esimerkki ry', 'jäsen', '22–35 §'],
  ['J13 Metsä-Heikki Lehtonen-Kuusiaho', 'Esimerkin luonnonystävät ry', 'jäsen', '22–35 §'],
  ['J14 Pauli Valmius', 'Esimerkin vapaaehtoinen pelastuspalvelu ry', 'jäsen', '22–35 §'],
  ['J15 Martta Neuvonen', 'Esimerkin martat ry', 'jäsen', '22–35 §'],
  ['J16 Toivo Harrastaja', 'Esimerkin harrastajat ry', 'jäsen', '22–35 §'],
];

/** A fresh copy of the minutes, about six pages. */
export function fixtureDocument(): PrintableDocument {
  return {
    kind: 'minutes',
    language: 'fi',
    title: 'Pöytäkirja 3/2026 – Malli-JANE',
    identification: {
      organisation: 'Malli-JANE – järjestöasiain neuvottelukunta (esimerkki)',
      documentType: 'Pöytäkirja',
      number: '3/2026',
      date: '19.5.2026',
      isoDate: '2026-05-19',
      diaryNumber: 'MALLIDno-2026-4',
      status: 'Luonnos',
    },
    keywords: ['pöytäkirja', 'järjestöasiain neuvottelukunta'],
    blocks: [
      {
        type: 'facts',
        rows: [
          { label: 'Aika', lines: ['tiistai 19.5.2026 klo 13.00–15.25'] },
          { label: 'Paikka', lines: ['Maakuntatalo, kokoustila 1, Joensuu, ja etäyhteys'] },
          { label: 'Kutsu lähetetty', lines: ['11.5.2026'] },
          { label: 'Puheenjohtaja', lines: ['Aino Esimerkki'] },
          { label: 'Pöytäkirjanpitäjä', lines: ['Saara Sihteeri, sihteeri ja esittelijä'] },
        ],
      },
      { type: 'heading', level: 2, text: 'Läsnäolijat' },
      {
        type: 'table',
        caption: 'Jäsenet ja varajäsenet',
        columns: [
          { label: 'Nimi', width: 3 },
          { label: 'Järjestö', width: 4 },
          { label: 'Tehtävä', width: 2.6 },
          { label: 'Läsnä', width: 2.9 },
        ],
        rows: attendance,
      },
      {
        type: 'table',
        caption: 'Muut läsnäolijat',
        columns: [
          { label: 'Nimi', width: 3 },
          { label: 'Tehtävä', width: 6.6 },
          { label: 'Läsnä', width: 2.9 },
        ],
        rows: [
          ['Saara Sihteeri', 'sihteeri, esittelijä, pöytäkirjanpitäjä', '22–35 §'],
          ['Arvo Asiantuntija', 'asiantuntija, maakuntaliitto (läsnäolo- ja puheoikeus)', '22–35 §'],
          ['Hilkka Hyvönen', 'asiantuntija, hyvinvointialue (läsnäolo- ja puheoikeus)', '22–35 §'],
          [
            'Katri Kuntala',
            'asiantuntija, kuntien hyte-yhdyshenkilöt (läsnäolo- ja puheoikeus)',
            '31–32 §\n(klo 14.38–15.10)',
          ],
        ],
      },
      {
        type: 'facts',
        rows: [
          { label: 'Poissa', lines: ['J05 Nuutti Nuori (este ilmoitettu 15.5.2026)', 'J12 Taito Työmaa'] },
        ],
      },
      { type: 'heading', level: 2, text: 'Käsitellyt asiat' },
      item(22, 'Kokouksen avaus', null, [
        decision('Puheenjohtaja avasi kokouksen klo 13.00 ja toivotti osallistujat tervetulleiksi.'),
      ]),
      item(23, 'Kokouksen laillisuus ja päätösvaltaisuus', null, [
        text(
          'Selostus',
          'Toimintasäännön mukaan kokouskutsu lähetetään jäsenille vähintään seitsemän päivää ennen kokousta. Kutsu ja esityslista lähetettiin sähköpostitse 11.5.2026. Neuvottelukunta on päätösvaltainen, kun enemmän kuin puolet jäsenistä on läsnä.',
        ),
        proposal('Todetaan läsnäolijat sekä kokouksen laillisuus ja päätösvaltaisuus.'),
        text(
          'Asian käsittely',
          'Todettiin, että jäsen J05 oli ilmoittanut esteestä ja hänen tilallaan oli henkilökohtainen varajäsen V05. Läsnä oli 14 jäsentä tai varajäsentä (yhteensä 16 paikkaa).',
        ),
        decision(
          'Kokous todettiin laillisesti koolle kutsutuksi ja päätösvaltaiseksi. Myönnettiin läsnäolo- ja puheoikeus asiantuntijoille A01, A02 ja A03.',
        ),
      ]),
      item(24, 'Pöytäkirjantarkastajien valinta', null, [
        proposal('Valitaan kaksi pöytäkirjantarkastajaa, jotka toimivat tarvittaessa myös ääntenlaskijoina.'),
        decision(
          'Pöytäkirjantarkastajiksi ja ääntenlaskijoiksi valittiin Åsa Öhman ja Helvi Hoivala. Pöytäkirja tarkastetaan viimeistään 26.5.2026.',
        ),
      ]),
      item(25, 'Esityslistan hyväksyminen', null, [
        proposal('Hyväksytään esityslista kokouksen työjärjestykseksi.'),
        decision('Hyväksyttiin.'),
      ]),
      item(26, 'Edellisen kokouksen pöytäkirja ja toimenpiteiden seuranta', 'MALLIDno-2026-4', [
        text(
          'Selostus',
          'Kysely järjestöille kokoontumistilojen tarpeesta (T-2026-04) on valmis: vastauksia saatiin 41, ja kooste on jaettu kunnille. Neuvottelut kuntien kanssa järjestöyhdyshenkilöiden nimeämisestä (T-2026-05) ovat kesken: yhdyshenkilön on nimennyt yhdeksän kuntaa kolmestatoista.',
        ),
        proposal('Merkitään pöytäkirja 2/2026 tiedoksi ja todetaan toimenpiteiden tilanne.'),
        text('Asian käsittely', 'J09 saapui kokoukseen tämän asian käsittelyn aikana klo 13.22.'),
        decision('Merkittiin tiedoksi. Toimenpiteen T-2026-05 määräaikaa jatkettiin 31.8.2026 saakka.'),
      ]),
      item(27, 'Järjestöjen yhteisen vapaaehtoistoiminnan tilannekatsaus', 'MALLIDno-2026-11', [
        { type: 'text', label: 'Selostus', body: volunteerReport, strong: false },
        proposal(
          'Merkitään tilannekatsaus tiedoksi ja kehotetaan järjestöjä ilmoittamaan vapaaehtoisia yhteiseen peruskoulutukseen.',
        ),
        decision('Hyväksyttiin ehdotuksen mukaan.'),
      ]),
      item(28, 'Maahanmuuttajien osallisuuden toimenpiteet vuonna 2026', 'MALLIDno-2026-12', [
        { type: 'text', label: 'Selostus', body: migrantMeasures, strong: false },
        proposal(
          'Neuvottelukunta päättää hyväksyä liitteen 2 mukaiset toimenpiteet MO-1–MO-3 ja nimetä niille vastuujärjestöt.',
        ),
        decision('Neuvottelukunta hyväksyi päätösehdotuksen yksimielisesti.'),
      ]),
      item(29, 'Lausunto maakuntahallitukselle kumppanuusavustushakemuksesta', 'MALLIDno-2026-19', [
        text(
          'Selostus',
          'Maakuntaliitto pyytää lausuntoa Esimerkin monikulttuuriyhdistys ry:n hakemuksesta. Hakemus koskee vertaistoiminnan laajentamista Liperiin ja Kontiolahdelle vuosina 2027–2028.\n\nHakija on toiminut maakunnassa vuodesta 2009. Toiminnan piirissä on viime vuosina ollut noin 450 henkilöä vuodessa.',
        ),
        proposal('Neuvottelukunta antaa liitteen 3 mukaisen puoltavan lausunnon.'),
        text(
          'Esteellisyys',
          'J07 ilmoitti olevansa esteellinen, koska hän on hakijayhdistyksen hallituksen jäsen (hallintolaki 28 § 1 mom. 5 kohta), ja poistui kokouksesta asian käsittelyn ja päätöksenteon ajaksi klo 14.01–14.14.',
        ),
        text('Asian käsittely', 'Todettiin, että kokous oli edelleen päätösvaltainen (14 läsnä).'),
        decision('Neuvottelukunta hyväksyi päätösehdotuksen yksimielisesti.'),
      ]),
      item(30, 'Maakunnallisen järjestöfoorumin 2026 ajankohta ja paikka', 'MALLIDno-2026-20', [
        text(
          'Selostus',
          'Järjestöfoorumi kokoaa vuosittain maakunnan yhdistykset, kunnat ja hyvinvointialueen. Edellinen foorumi pidettiin Joensuussa 13.11.2025, ja siihen osallistui 164 henkeä 71 järjestöstä.',
        ),
        proposal(
          'Järjestöfoorumi järjestetään 12.11.2026 Joensuussa monimuotoisena (lähi- ja etäosallistuminen).',
        ),
        text(
          'Asian käsittely',
          'Keskustelun aikana J04 teki seuraavan ehdotuksen: Järjestöfoorumi järjestetään 12.11.2026 Nurmeksessa lähitilaisuutena. Ehdotusta kannatti J11.\n\nPuheenjohtaja totesi, että koska oli tehty esittelijän ehdotuksesta poikkeava kannatettu ehdotus, asiasta oli äänestettävä. Puheenjohtajan äänestysesitys hyväksyttiin.',
        ),
        {
          type: 'vote',
          label: 'Äänestys',
          lines: [
            'Nimenhuutoäänestys: ne, jotka kannattavat esittelijän ehdotusta, äänestävät JAA; ne, jotka kannattavat J04:n ehdotusta, äänestävät EI.',
          ],
          caption: 'Annetut äänet',
          columns: ['Äänestäjä', 'Ääni'],
          rows: votes,
          result: [
            'Äänestyksessä annettiin 7 JAA-ääntä, 7 EI-ääntä ja 1 tyhjä. Poissa oli 1.',
            'Äänten mennessä tasan puheenjohtajan ääni (JAA) ratkaisi.',
          ],
        },
        decision(
          'Neuvottelukunnan päätökseksi tuli esittelijän ehdotus: järjestöfoorumi järjestetään 12.11.2026 Joensuussa monimuotoisena.',
        ),
        text(
          'Eriävä mielipide',
          'J04 ilmoitti eriävän mielipiteensä heti päätöksen toteamisen jälkeen. Perustelut ovat liitteenä 4.',
        ),
        text(
          'Toimenpiteet',
          'T-2026-07: Järjestöfoorumin tilavaraus ja ohjelmarunko. Sihteeri, 15.8.2026 mennessä.',
        ),
      ]),
      item(31, 'Hyvien käytäntöjen käyttöönoton tilanne kunnissa', 'MALLIDno-2026-21', [
        text(
          'Selostus',
          'Paikallis-JANE (HK-1) on juurrutettu Liperissä, käyttöönotossa Lieksassa ja kunnan päätettävänä Nurmeksessa; Ilomantsille sitä on tarjottu. Lapset puheeksi -menetelmä (HK-2) on juurrutettu Joensuussa ja käyttöönotossa Kontiolahdella. Heinävesi on ilmoittanut, että kunta käyttää toista mallia.',
        ),
        proposal(
          'Merkitään tilanne tiedoksi ja tarjotaan Paikallis-JANE-mallia kunnille, jotka eivät ole tehneet päätöstä.',
        ),
        decision('Hyväksyttiin ehdotuksen mukaan.'),
      ]),
      item(32, 'Hyte-valtuustokausikello: vuoden 2026–2027 tehtävät', 'MALLIDno-2026-22', [
        proposal('Merkitään tiedoksi ja pyydetään kuntia nimeämään järjestöyhdyshenkilö.'),
        decision('Asia jätettiin pöydälle seuraavaan kokoukseen.'),
      ]),
      item(33, 'Ilmoitusasiat', null, [
        text(
          'Selostus',
          'Maakuntahallitus on 27.4.2026 täydentänyt neuvottelukunnan toimintasääntöä etäosallistumisen osalta.',
        ),
        decision('Merkittiin tiedoksi.'),
      ]),
      item(34, 'Muut asiat ja seuraavat kokoukset', null, [
        decision(
          'Seuraavat kokoukset ovat 1.9.2026 klo 13–15 ja 24.11.2026 klo 13–15. Työvaliokunta kokoontuu viikkoa ennen neuvottelukunnan kokousta.',
        ),
      ]),
      item(35, 'Kokouksen päättäminen', null, [decision('Puheenjohtaja päätti kokouksen klo 15.25.')]),
      {
        type: 'list',
        heading: 'Liitteet',
        rows: [
          { label: 'Liite 1', text: 'Vapaaehtoistoiminnan tilannekatsaus (27 §)' },
          { label: 'Liite 2', text: 'Maahanmuuttajien osallisuuden toimenpiteet 2026 (28 §)' },
          { label: 'Liite 3', text: 'Lausunto maakuntahallitukselle (29 §)' },
          { label: 'Liite 4', text: 'Eriävä mielipide, J04 (30 §)' },
        ],
      },
      {
        type: 'signatures',
        heading: 'Allekirjoitukset',
        text: [],
        rows: [
          { name: 'Aino Esimerkki', role: 'puheenjohtaja', note: '' },
          { name: 'Saara Sihteeri', role: 'pöytäkirjanpitäjä', note: '' },
        ],
      },
      {
        type: 'signatures',
        heading: 'Pöytäkirjan tarkastus',
        text: ['Pöytäkirja on tarkastettu ja todettu kokouksen kulun mukaiseksi.'],
        rows: [
          { name: 'Åsa Öhman', role: 'pöytäkirjantarkastaja', note: '' },
          { name: 'Helvi Hoivala', role: 'pöytäkirjantarkastaja', note: '' },
        ],
      },
    ],
  };
}
