/** Decisions by e-mail (päätös sähköpostitse): the words of answers, where those of a meeting do not fit. */
import type { Translation } from '../message.ts';
import type { answers as source } from '../fi/answers.ts';

export const answers: Translation<typeof source> = {
  title: 'Beslut per e-post {label}',
  lead: 'Svar senast {date}',
  leadAt: 'Svar senast {date} kl. {time}',
  part: 'Beslut',
  open: 'Börja anteckna',
  openTitle: 'Vill du börja anteckna besluten?',
  openBody:
    'Svar kan antecknas före och under det att besluten antecknas. Ingen sammanträder, så klockslag antecknas inte.',
  openAnswered: 'Svarat har {present}, för beslut krävs {required}.',
  openEarly: 'Svarstiden pågår ännu. Beslutet uppkommer först när svarstiden har gått ut.',
  close: 'Avsluta beslutsfattandet',
  closeTitle: 'Vill du avsluta beslutsfattandet?',
  closeBody: 'Paragrafnumren fryses. Texter och svar kan rättas fram till justeringen.',
  closed: 'Beslutsfattandet avslutades.',
  notOpenTitle: 'Besluten antecknas inte ännu',
  notOpenBody:
    'Anteckna svaren allteftersom de kommer. Omröstningar och beslut antecknas när antecknandet har börjat.',
  note: 'Beslutet fattas per e-post utan möte. Anteckna vem som svarade senast {date} och vilken dag: beslutförheten räknas enligt svaren.',
  answers: 'Svar',
  statusAnswered: '{present}/{seats} har svarat',
  answered: 'svarade {date}',
  answeredNoDate: 'svarade',
  notAnswered: 'inget svar',
  answer: 'Svarade',
  withdraw: 'Ta bort',
  deputy: 'Ersättare',
  day: 'Svarsdag',
  all: 'Alla svarade',
  keys: 'Piltangenterna flyttar från plats till plats, siffror söker en plats. S svarade, P ta bort svaret, V ersättaren svarade, E förhinder, Enter svarsdag, Ctrl+Z ångra.',
  saidAnswered: '{name} svarade',
  saidWithdrawn: '{name}: svaret togs bort',
  dialogTitle: 'Svar: {name}',
  dialogLead: 'Svaret är med om det kom senast {date}.',
  notQuorate: 'För få svar: {present} har svarat, {required} krävs.',
  cannotDecide:
    'Beslut kan inte fattas förrän tillräckligt många har svarat. Svarstiden kan förlängas i mötets uppgifter, eller så lämnas ärendena till nästa möte.',
  forecastQuorate: '{expected}/{seats} har svarat, beslutför',
  forecastNotQuorate: '{expected}/{seats} har svarat, inte beslutför ({required} behövs)',
  reply: 'Svarat',
  replyKeys:
    'Tangenter på raden: T svarat, X förhindrad, Delete inget svar, V kalla ersättaren, upp- och nedpil nästa rad. Svarsdagen kan ändras i radens meny.',
  sendLead:
    'Programmet sänder ingenting. Utkastet öppnas i e-postprogrammet och innehåller kallelsen, föredragningslistan, bilagorna och en kalenderpåminnelse om när svarstiden går ut.',
  cancel: 'Ställ in beslutsfattandet…',
  undoneEntry: '{person}, svar',
};
