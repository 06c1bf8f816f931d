/** Sentences about the examination of minutes and what is delivered. A part of message-texts.ts. */
import { s, type Sentence } from './message-sentence.ts';

export const EXAMINATION_ERRORS = {
  MAILING_LIST_NAME_TAKEN: s(
    'Jakelulista ”{name}” on jo olemassa. Anna toinen nimi tai muuta sitä listaa.',
    'Sändlistan ”{name}” finns redan. Ge ett annat namn eller ändra den listan.',
    'There is a mailing list “{name}” already. Give another name or change that list.',
  ),
  LIST_TOO_LONG: s(
    'Luettelossa on {count} järjestöä, ja kerralla tulostuu enintään {most}. Rajaa luetteloa tai vie se taulukoksi.',
    'Förteckningen har {count} organisationer, och högst {most} skrivs ut på en gång. Begränsa den eller exportera den som tabell.',
    'The list has {count} organisations, and at most {most} are printed at once. Narrow it or export it as a table.',
  ),
  NOT_DELIVERABLE: s(
    'Tätä asiakirjaa ei voi vielä jakaa: kutsu ja esityslista on ensin annettava ja pöytäkirja tarkastettava.',
    'Dokumentet kan inte delas ut ännu: kallelsen och föredragningslistan ska först ges och protokollet justeras.',
    'This document cannot be delivered yet: the notice and agenda must first be issued, and the minutes examined.',
  ),
  DELIVERY_IN_FUTURE: s(
    'Jakelua ei voi merkitä tulevalle päivälle {date}. Merkitse se, kun asiakirja on lähtenyt.',
    'En utskickning kan inte antecknas för en kommande dag, {date}. Anteckna den när dokumentet har gått i väg.',
    'A delivery cannot be noted for the coming day {date}. Note it when the document has gone.',
  ),
  DELIVERY_ORDER: s(
    'Merkintä ei sovi jakelun nykyiseen vaiheeseen: vain lähetetty voi palautua tai tulla kuitatuksi, eikä lähetettyä voi perua.',
    'Anteckningen passar inte utskickets läge: bara det som har sänts kan komma i retur eller kvitteras, och det som har sänts kan inte återkallas.',
    'The entry does not fit the state of the delivery: only what was sent can bounce or be acknowledged, and what was sent cannot be withdrawn.',
  ),
  DELIVERY_KEPT: s(
    'Jakelun merkintöjä ei muuteta eikä poisteta. Lisää uusi merkintä.',
    'Anteckningar om utskick ändras eller raderas inte. Lägg till en ny anteckning.',
    'Entries of deliveries are not changed or deleted. Add a new one.',
  ),
  MEETING_EXAMINED: s(
    'Pöytäkirja on tarkastettu, eikä sitä voi enää muuttaa.',
    'Protokollet är justerat och kan inte längre ändras.',
    'The minutes have been examined and can no longer be changed.',
  ),
  MINUTES_FROZEN: s(
    'Tarkastettua pöytäkirjaa ei voi muuttaa eikä poistaa.',
    'Ett justerat protokoll kan varken ändras eller tas bort.',
    'Examined minutes can be neither changed nor removed.',
  ),
  AUDIT_FROZEN: s(
    'Muutoslokia ei voi muuttaa.',
    'Ändringsloggen kan inte ändras.',
    'The log of changes cannot be changed.',
  ),
  UNDER_EXAMINATION: s(
    'Pöytäkirja on tarkastettavana, eikä sitä voi muuttaa. Palauta se ensin korjattavaksi.',
    'Protokollet är under justering och kan inte ändras. Återlämna det först för rättelse.',
    'The minutes are being examined and cannot be changed. Return them for correction first.',
  ),
  ITEM_EXAMINED: s(
    'Tämä pykälä on tarkastettu kokouksessa, joten sen tekstiä ei voi muuttaa.',
    'Denna paragraf justerades vid mötet, så texten kan inte ändras.',
    'This section was examined at the meeting, so its text cannot be changed.',
  ),
  NO_OPEN_ROUND: s(
    'Pöytäkirja ei ole tarkastettavana. Lähetä se ensin tarkastettavaksi.',
    'Protokollet är inte under justering. Sänd det först för justering.',
    'The minutes are not being examined. Send them to be examined first.',
  ),
  NOT_AN_EXAMINER: s(
    'Henkilö ei ole tämän kierroksen tarkastaja. Valitse pöytäkirjantarkastaja.',
    'Personen är inte justerare i den här omgången. Välj en protokolljusterare.',
    'The person does not examine in this round. Choose an examiner.',
  ),
  APPROVED_BEFORE_ROUND: s(
    'Hyväksymispäivä on ennen kuin pöytäkirja lähetettiin tarkastettavaksi. Tarkista päivä.',
    'Dagen för godkännandet är före protokollet sändes för justering. Kontrollera dagen.',
    'The day of approval is before the minutes were sent to be examined. Check the day.',
  ),
  APPROVAL_NOT_LATER: s(
    'Pöytäkirjan voi hyväksyä vain saman neuvottelukunnan myöhempi, päättynyt kokous. Valitse toinen pykälä.',
    'Protokollet kan godkännas bara av ett senare, avslutat möte i samma delegation. Välj en annan paragraf.',
    'Only a later, finished meeting of the same board can approve the minutes. Choose another section.',
  ),
  EXAMINED_BEFORE_APPROVAL: s(
    'Tarkastuspäivä on ennen viimeistä hyväksyntää. Tarkista päivä.',
    'Justeringsdagen är före det sista godkännandet. Kontrollera dagen.',
    'The day of examination is before the last approval. Check the day.',
  ),
  ROUND_CLOSED: s(
    'Tarkastuskierros on päättynyt, eikä sen merkintöjä voi muuttaa.',
    'Justeringsomgången är avslutad och dess anteckningar kan inte ändras.',
    'The round of examination has ended and its entries cannot be changed.',
  ),
  REMARK_KEPT: s(
    'Huomautusta ei voi muuttaa eikä poistaa. Tee tarvittaessa uusi huomautus.',
    'Anmärkningen kan varken ändras eller tas bort. Gör vid behov en ny anmärkning.',
    'The remark can be neither changed nor removed. Make a new remark if needed.',
  ),
  NOT_EXAMINED: s(
    'Oikaisun voi lisätä vasta tarkastettuun pöytäkirjaan. Korjaa teksti suoraan.',
    'En rättelse kan fogas bara till ett justerat protokoll. Rätta texten direkt.',
    'A correction can be added to examined minutes only. Mend the text itself.',
  ),
  CORRECTION_FROZEN: s(
    'Oikaisua ei voi muuttaa eikä poistaa. Lisää uusi oikaisu.',
    'En rättelse kan varken ändras eller tas bort. Lägg till en ny rättelse.',
    'A correction can be neither changed nor removed. Add a new correction.',
  ),
  CORRECTION_ORDER: s(
    'Oikaisun päivä on ennen tarkastusta tai edellistä oikaisua. Tarkista päivä.',
    'Rättelsens dag är före justeringen eller den föregående rättelsen. Kontrollera dagen.',
    'The day of the correction is before the examination or the previous correction. Check the day.',
  ),
  DISPLAYED_BEFORE_EXAMINED: s(
    'Pöytäkirjaa ei voi panna nähtäville ennen tarkastusta. Tarkista päivä.',
    'Protokollet kan inte läggas fram före justeringen. Kontrollera dagen.',
    'The minutes cannot be put on display before they are examined. Check the day.',
  ),
  NO_ADDRESSES: s(
    'Kenelläkään valituista vastaanottajista ei ole sähköpostiosoitetta. Lisää osoite henkilön tietoihin.',
    'Ingen av de valda mottagarna har en e-postadress. Lägg till adressen i personens uppgifter.',
    'None of the chosen recipients has an e-mail address. Add it to the person’s details.',
  ),
  OBJECTIONS_STILL_POSSIBLE: s(
    'Vastausaikaa on {date} asti, ja {asked} paikasta on vastannut {answered}. Odota määräaikaa tai merkitse puuttuvat vastaukset: päätös syntyy vain, jos kukaan ei vastusta.',
    'Svarstiden löper till {date}, och {answered} av {asked} platser har svarat. Vänta tills tiden gått ut eller anteckna de svar som saknas: beslutet fattas endast om ingen motsätter sig.',
    'Answers are awaited until {date}, and {answered} of {asked} seats have answered. Wait for the deadline or record the missing answers: the decision is made only when nobody objects.',
  ),
  MEETING_UNFINISHED: s(
    'Pöytäkirjassa on vielä {count} korjattavaa kohtaa. Katso luettelo ja korjaa kohdat ensin.',
    'Protokollet har ännu {count} punkter att rätta. Se listan och rätta dem först.',
    'There are still {count} things to correct in the minutes. See the list and correct them first.',
  ),
  EXAMINED_BEFORE_MEETING: s(
    'Pöytäkirjaa ei ole voitu tarkastaa ennen kokousta. Tarkista päivä.',
    'Protokollet kan inte ha justerats före mötet. Kontrollera datumet.',
    'The minutes cannot have been examined before the meeting. Check the date.',
  ),
  SECTIONS_MISSING: s(
    'Otteelle ei ole valittu pykäliä. Valitse ainakin yksi.',
    'Inga paragrafer har valts för utdraget. Välj minst en.',
    'No sections have been chosen for the extract. Choose at least one.',
  ),
  SECTION_UNKNOWN: s(
    'Kokouksessa ei ole pykälää {section}. Pykälät: {known}.',
    'Mötet har ingen paragraf {section}. Paragrafer: {known}.',
    'The meeting has no section {section}. Sections: {known}.',
  ),
} as const satisfies Record<string, Sentence>;
