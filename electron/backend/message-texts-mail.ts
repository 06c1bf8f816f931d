/** Sentences about sending by the user's own mail server. */
import { s } from './message-sentence.ts';

export const MAIL_ERRORS = {
  KEYCHAIN_MISSING: s(
    'Tällä koneella ei ole suojattua avainnippua, joten salasanaa ei voi tallentaa turvallisesti. Salasanaa ei tallennettu eikä viestejä lähetetä. Ota käyttöjärjestelmän avainnippu käyttöön tai lähetä viestit luonnoksina omalla sähköpostiohjelmalla.',
    'Den här datorn har ingen skyddad nyckelring, så lösenordet kan inte lagras säkert. Lösenordet lagrades inte och inga meddelanden sänds. Ta i bruk operativsystemets nyckelring eller sänd meddelandena som utkast med ditt eget e-postprogram.',
    'This computer has no protected keychain, so the password cannot be kept safely. It was not stored and nothing is sent. Set up the keychain of the operating system, or send the messages as drafts with your own mail program.',
  ),
  KEYCHAIN_FAILED: s(
    'Käyttöjärjestelmän avainnippu ei vastannut, joten salasanaa ei saatu luettua tai tallennettua. Avaa avainnipun lukitus ja yritä uudelleen; tarvittaessa anna salasana uudestaan.',
    'Operativsystemets nyckelring svarade inte, så lösenordet kunde inte läsas eller lagras. Lås upp nyckelringen och försök igen; ange lösenordet på nytt vid behov.',
    'The keychain of the operating system did not answer, so the password could not be read or stored. Unlock the keychain and try again; give the password again if needed.',
  ),
  MAIL_PASSWORD_MISSING: s(
    'Postipalvelimen salasana puuttuu tältä koneelta. Anna se sähköpostin lähetysasetuksissa.',
    'E-postserverns lösenord saknas på den här datorn. Ange det i inställningarna för e-post.',
    'The password of the mail server is missing on this computer. Give it in the settings for sending e-mail.',
  ),
  MAIL_NOT_SET: s(
    'Sähköpostin lähetystä ei ole vielä otettu käyttöön. Täytä lähetysasetukset tai tallenna viestit luonnoksina.',
    'Sändning av e-post har inte tagits i bruk. Fyll i inställningarna eller spara meddelandena som utkast.',
    'Sending e-mail has not been set up. Fill in the settings, or save the messages as drafts.',
  ),
  MAIL_NOT_FROM_SAMPLE: s(
    'Esimerkistä ei lähetetä sähköpostia oikeille vastaanottajille. Avaa oma tietokantasi.',
    'Från exemplet sänds ingen e-post till verkliga mottagare. Öppna din egen databas.',
    'No e-mail is sent to real recipients from the sample. Open your own database.',
  ),
  MAIL_CHANGED: s(
    'Asiakirja, vastaanottajat tai osoitteet ovat muuttuneet yhteenvedon jälkeen, joten mitään ei lähetetty. Tarkista uusi yhteenveto.',
    'Dokumentet, mottagarna eller adresserna har ändrats efter sammanfattningen, så inget sändes. Kontrollera den nya sammanfattningen.',
    'The document, the recipients or the addresses have changed since the summary, so nothing was sent. Check the new summary.',
  ),
  MAIL_WAITING: s(
    'Sama asiakirja on jo matkalla jollekulle valituista, joten mitään ei lisätty jonoon. Tarkista lähetysjono.',
    'Samma dokument är redan på väg till någon av de valda, så inget lades till i kön. Kontrollera sändningskön.',
    'The same document is already on its way to one of those chosen, so nothing was put into the queue. Check the queue.',
  ),
  MAIL_NO_ADDRESS: s(
    'Jonkun valitun sähköpostiosoite ei kelpaa. Korjaa osoite rekisterissä ja lähetä uudelleen.',
    'E-postadressen till någon av de valda duger inte. Rätta adressen i registret och sänd på nytt.',
    'The e-mail address of one of those chosen is not valid. Correct it in the register and send again.',
  ),
  MAIL_CONNECTION: s(
    'Palvelimeen {host} portissa {port} ei saatu yhteyttä. Tarkista palvelimen nimi, portti ja verkkoyhteys. Järjestelmä sanoi: {reply}',
    'Det gick inte att ansluta till {host} på port {port}. Kontrollera serverns namn, porten och nätförbindelsen. Systemet sade: {reply}',
    'No connection to {host} on port {port}. Check the name of the server, the port and the network. The system said: {reply}',
  ),
  MAIL_CERTIFICATE: s(
    'Palvelimen {host} varmenteeseen ei voi luottaa, joten salasanaa ei lähetetty. Tarkista palvelimen nimi, tai pyydä tietohallinnolta varmenteen asennusta tälle koneelle. Syy: {reply}',
    'Certifikatet för {host} är inte tillförlitligt, så lösenordet sändes inte. Kontrollera serverns namn eller be it-stödet installera certifikatet på datorn. Orsak: {reply}',
    'The certificate of {host} cannot be trusted, so the password was not sent. Check the name of the server, or ask your IT to install the certificate on this computer. Reason: {reply}',
  ),
  MAIL_ENCRYPTION: s(
    'Salattua yhteyttä palvelimeen {host} portissa {port} ei syntynyt. Tarkista salaustapa ja portti: TLS käyttää yleensä porttia 465 ja STARTTLS porttia 587. Syy: {reply}',
    'Ingen krypterad förbindelse till {host} på port {port}. Kontrollera krypteringen och porten: TLS använder i regel port 465 och STARTTLS port 587. Orsak: {reply}',
    'No encrypted connection to {host} on port {port}. Check the encryption and the port: TLS usually has port 465, STARTTLS port 587. Reason: {reply}',
  ),
  MAIL_LOGIN: s(
    'Palvelin {host} ei hyväksynyt käyttäjätunnusta tai salasanaa. Tarkista ne; monissa palveluissa tarvitaan erillinen sovellussalasana. Palvelin vastasi: {reply}',
    'Servern {host} godkände inte användarnamnet eller lösenordet. Kontrollera dem; många tjänster kräver ett särskilt applösenord. Servern svarade: {reply}',
    'The server {host} did not accept the user name or password. Check them; many services need a separate app password. The server answered: {reply}',
  ),
  MAIL_SENDER: s(
    'Palvelin {host} ei anna lähettää osoitteesta {sender}. Käytä osoitetta, joka kuuluu tähän tunnukseen. Palvelin vastasi: {reply}',
    'Servern {host} tillåter inte avsändaren {sender}. Använd en adress som hör till kontot. Servern svarade: {reply}',
    'The server {host} does not allow sending from {sender}. Use an address that belongs to the account. The server answered: {reply}',
  ),
  MAIL_TEST_REFUSED: s(
    'Yhteys ja kirjautuminen onnistuivat, mutta palvelin ei ottanut koeviestiä vastaan. Tarkista lähettäjän osoite. Palvelin vastasi: {reply}',
    'Anslutningen och inloggningen lyckades, men servern tog inte emot provmeddelandet. Kontrollera avsändarens adress. Servern svarade: {reply}',
    'Connecting and logging in worked, but the server did not take the test message. Check the address of the sender. The server answered: {reply}',
  ),
  NO_POSTAL_ADDRESSES: s(
    'Kenelläkään valituista ei ole postiosoitetta, joten mitään ei tulostettu. Lisää osoite luettelosta tai rekisteriin.',
    'Ingen av de valda har en postadress, så inget skrevs ut. Lägg till en adress i listan eller i registret.',
    'None of those chosen has a postal address, so nothing was printed. Add an address from the list or in the register.',
  ),
} as const;

export const MAIL_FIELDS = {
  label_fit: s(
    'Tarrat eivät mahdu A4-arkille näillä mitoilla. Tarkista mitat.',
    'Etiketterna ryms inte på ett A4-ark med dessa mått. Kontrollera måtten.',
    'The labels do not fit on an A4 sheet with these measures. Check the measures.',
  ),
  host_form: s('Tarkista palvelimen nimi.', 'Kontrollera serverns namn.', 'Check the name of the server.'),
  tls_required: s(
    'Salaamaton yhteys käy vain tällä koneella toimivaan palvelimeen (localhost). Valitse TLS tai STARTTLS.',
    'En okrypterad förbindelse går bara till en server på den här datorn (localhost). Välj TLS eller STARTTLS.',
    'An unencrypted connection is only for a server on this computer (localhost). Choose TLS or STARTTLS.',
  ),
} as const;
