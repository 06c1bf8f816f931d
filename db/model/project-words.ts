/** What a project card says, in the window, on paper and on the command line. */
import type { Language } from './language.ts';
import type { PilotState, ProjectState } from './project.ts';

interface ProjectWords {
  card: string;
  period: string;
  state: string;
  area: string;
  funding: string;
  role: string;
  unit: string;
  focus: string;
  lead: string;
  partners: string;
  manager: string;
  expert: string;
  goals: string;
  goal: string;
  sdg: string;
  phases: string;
  pilots: string;
  pilot: string;
  theme: string;
  states: Record<ProjectState, string>;
  pilotStates: Record<PilotState, string>;
  /** Names of the goals 1–17, as the United Nations' own translations call them. */
  sdgNames: readonly string[];
}

export const PROJECT_WORDS: Record<Language, ProjectWords> = {
  fi: {
    card: 'Hankekortti',
    period: 'Toteutusaika',
    state: 'Tila',
    area: 'Toteutusalue',
    funding: 'Rahoitus',
    role: 'Rooli',
    unit: 'Yksikkö',
    focus: 'Painoala',
    lead: 'Päätoteuttaja',
    partners: 'Osatoteuttajat',
    manager: 'Projektipäällikkö',
    expert: 'TKI-asiantuntija',
    goals: 'Tavoitteet',
    goal: 'Tavoite',
    sdg: 'Kestävän kehityksen tavoitteet',
    phases: 'Vaiheet',
    pilots: 'Pilotit',
    pilot: 'Pilotti',
    theme: 'Teema',
    states: { planned: 'Suunnitteilla', running: 'Käynnissä', ended: 'Päättynyt', suspended: 'Keskeytetty' },
    pilotStates: { planned: 'Suunnitteilla', running: 'Käynnissä', ended: 'Päättynyt' },
    sdgNames: [
      'Ei köyhyyttä',
      'Ei nälkää',
      'Terveyttä ja hyvinvointia',
      'Hyvä koulutus',
      'Sukupuolten tasa-arvo',
      'Puhdas vesi ja sanitaatio',
      'Edullista ja puhdasta energiaa',
      'Ihmisarvoista työtä ja talouskasvua',
      'Kestävää teollisuutta, innovaatioita ja infrastruktuureja',
      'Eriarvoisuuden vähentäminen',
      'Kestävät kaupungit ja yhteisöt',
      'Vastuullista kuluttamista',
      'Ilmastotekoja',
      'Vedenalainen elämä',
      'Maanpäällinen elämä',
      'Rauha, oikeudenmukaisuus ja hyvä hallinto',
      'Yhteistyö ja kumppanuus',
    ],
  },
  sv: {
    card: 'Projektkort',
    period: 'Genomförandetid',
    state: 'Status',
    area: 'Område',
    funding: 'Finansiering',
    role: 'Roll',
    unit: 'Enhet',
    focus: 'Fokusområde',
    lead: 'Huvudgenomförare',
    partners: 'Delgenomförare',
    manager: 'Projektchef',
    expert: 'FUI-expert',
    goals: 'Mål',
    goal: 'Mål',
    sdg: 'Mål för hållbar utveckling',
    phases: 'Faser',
    pilots: 'Piloter',
    pilot: 'Pilot',
    theme: 'Tema',
    states: { planned: 'Planeras', running: 'Pågår', ended: 'Avslutat', suspended: 'Avbrutet' },
    pilotStates: { planned: 'Planeras', running: 'Pågår', ended: 'Avslutad' },
    sdgNames: [
      'Ingen fattigdom',
      'Ingen hunger',
      'God hälsa och välbefinnande',
      'God utbildning för alla',
      'Jämställdhet',
      'Rent vatten och sanitet för alla',
      'Hållbar energi för alla',
      'Anständiga arbetsvillkor och ekonomisk tillväxt',
      'Hållbar industri, innovationer och infrastruktur',
      'Minskad ojämlikhet',
      'Hållbara städer och samhällen',
      'Hållbar konsumtion och produktion',
      'Bekämpa klimatförändringarna',
      'Hav och marina resurser',
      'Ekosystem och biologisk mångfald',
      'Fredliga och inkluderande samhällen',
      'Genomförande och globalt partnerskap',
    ],
  },
  en: {
    card: 'Project card',
    period: 'Period',
    state: 'State',
    area: 'Area',
    funding: 'Funding',
    role: 'Role',
    unit: 'Unit',
    focus: 'Focus',
    lead: 'Lead organisation',
    partners: 'Partners',
    manager: 'Project manager',
    expert: 'RDI expert',
    goals: 'Goals',
    goal: 'Goal',
    sdg: 'Sustainable Development Goals',
    phases: 'Phases',
    pilots: 'Pilots',
    pilot: 'Pilot',
    theme: 'Theme',
    states: { planned: 'Planned', running: 'Running', ended: 'Ended', suspended: 'Suspended' },
    pilotStates: { planned: 'Planned', running: 'Running', ended: 'Ended' },
    sdgNames: [
      'No poverty',
      'Zero hunger',
      'Good health and well-being',
      'Quality education',
      'Gender equality',
      'Clean water and sanitation',
      'Affordable and clean energy',
      'Decent work and economic growth',
      'Industry, innovation and infrastructure',
      'Reduced inequalities',
      'Sustainable cities and communities',
      'Responsible consumption and production',
      'Climate action',
      'Life below water',
      'Life on land',
      'Peace, justice and strong institutions',
      'Partnerships for the goals',
    ],
  },
};
