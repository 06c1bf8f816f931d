/** A package through the window: made, verified, opened as an archive, searched, compared; a disposal proposal. */
import { generateIdentity, identityToRecipient } from 'age-encryption';
import fs from 'node:fs';
import path from 'node:path';
import { expectAccessible } from './accessibility.ts';
import { call, meeting } from './backend-call.ts';
import { expect, test } from './fixture.ts';
import { StartPage } from './pages/start.ts';

test('a package is made, verified, opened for reading, compared with a later one, and a term of it comes in as a board', async ({
  desk,
  page,
  userData,
}) => {
  const start = new StartPage(page);
  await start.openSample();
  await start.go('Arkisto');
  await expect(page.getByRole('heading', { name: 'Tehdyt paketit' })).toBeVisible();
  await expectAccessible(page);

  const make = async (file: string): Promise<void> => {
    await page.getByRole('button', { name: 'Tee paketti' }).first().press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Tee arkistopaketti' });
    await dialog.getByRole('textbox', { name: 'Yhteyshenkilö' }).fill('Mallimaan liitto, sihteeri');
    await desk.answerDialog({ canceled: false, filePath: file });
    await dialog.getByRole('button', { name: 'Valitse paikka ja tee' }).press('Enter');
    await expect(page.getByText('Paketti on ehjä:')).toBeVisible({ timeout: 60_000 });
  };
  const [first, second] = [path.join(userData, 'eka.zip'), path.join(userData, 'toka.zip')];
  await make(first);
  expect(fs.readdirSync(userData).filter((name) => name.endsWith('.partial'))).toEqual([]);
  await expectAccessible(page);
  const certificate = path.join(userData, 'todistus.pdf');
  await desk.answerDialog({ canceled: false, filePath: certificate });
  await page.getByRole('button', { name: 'Tallenna todistus (PDF)' }).press('Enter');
  await expect
    .poll(() => fs.existsSync(certificate) && fs.readFileSync(certificate).subarray(0, 5).toString())
    .toBe('%PDF-');
  await make(second);

  await desk.answerDialog({ canceled: false, filePaths: [first] });
  await page.getByRole('button', { name: 'Avaa paketti' }).press('Enter');
  await expect(page.getByText('Arkistopaketti – vain luettavana')).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole('heading', { level: 1, name: 'eka.zip' })).toBeVisible();
  await page.getByRole('searchbox', { name: 'Hae paketista' }).fill('pöytäkirja');
  await expect(page.getByRole('heading', { name: /osuma/ })).toBeVisible();
  await page.locator('[aria-pressed]').first().press('Enter');
  await expect(page.getByRole('heading', { name: 'Asiakirjat' })).toBeVisible();
  await expectAccessible(page);

  await desk.answerDialog({ canceled: false, filePaths: [second] });
  await page.getByRole('button', { name: 'Vertaa toiseen pakettiin' }).press('Enter');
  await expect(page.getByText('eka.zip ja toka.zip')).toBeVisible({ timeout: 30_000 });
  const decisions = page.getByRole('region', { name: 'Päätökset' });
  await expect(decisions.getByText('Ei eroja.')).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Tuo toimikausi' }).press('Enter');
  const importing = page.getByRole('dialog', { name: 'Tuo toimikausi paketista' });
  await importing.getByRole('button', { name: 'Tarkastele ensin' }).press('Enter');
  await expect(importing.getByText(/Uusi toimielin/)).toBeVisible({ timeout: 60_000 });
  await importing.getByRole('button', { name: 'Tuo toimikausi' }).press('Enter');
  await expect(importing).toBeHidden({ timeout: 30_000 });
  await page.getByRole('button', { name: 'Sulje paketti' }).press('Enter');
  await page.getByRole('button', { name: /^Poista tuonti/ }).press('Enter');
  await page.getByRole('alertdialog').getByRole('button', { name: 'Poista tuonti' }).press('Enter');
  await expect(page.getByText(/^Poistettu \d/)).toBeVisible({ timeout: 30_000 });

  await page.getByRole('tab', { name: 'Säilytysajat ja hävittäminen' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'Säilytysajat' })).toBeVisible();
  await page.getByRole('button', { name: 'Muuta aikaa: Yhteystiedot' }).press('Enter');
  const rule = page.getByRole('dialog');
  await rule.getByRole('button', { name: 'Tallenna' }).press('Enter');
  await expect(rule.getByText('Täytä tämä kohta.')).toBeVisible();
  await rule.getByRole('textbox', { name: 'Perustelu' }).fill('Tiedonohjaussuunnitelma 4.2');
  await rule.getByRole('button', { name: 'Tallenna' }).press('Enter');
  await expect(page.getByText(/Tiedonohjaussuunnitelma 4\.2/)).toBeVisible();
  await expectAccessible(page);
});

test('what is due is proposed, printed, approved by somebody and only then disposed of', async ({
  desk,
  page,
  userData,
}) => {
  const start = new StartPage(page);
  await start.openSample();
  const { id: meetingId } = await meeting(page, '4/2026');
  const { rows } = await call<{ rows: { id: string }[] }>(page, 'query', 'persons.list', {});
  await call(page, 'mutation', 'calls.reply', {
    meetingId,
    personId: rows[0]!.id,
    reply: 'coming',
    repliedOn: '2026-08-20',
    note: 'Gluteeniton ruokavalio',
  });
  await start.go('Arkisto');
  await page.getByRole('tab', { name: 'Säilytysajat ja hävittäminen' }).press('Enter');
  await page.getByRole('button', { name: 'Muuta aikaa: Vastausten lisätiedot' }).press('Enter');
  const rule = page.getByRole('dialog');
  await rule.getByRole('textbox', { name: 'Kuukautta' }).fill('1');
  await rule.getByRole('textbox', { name: 'Perustelu' }).fill('Tiedonohjaussuunnitelma 4.3');
  await rule.getByRole('button', { name: 'Tallenna' }).press('Enter');
  await expect(page.getByText('1 hävitettävä')).toBeVisible();

  await page.getByRole('button', { name: 'Tee hävitysesitys' }).press('Enter');
  const proposing = page.getByRole('dialog', { name: 'Tee hävitysesitys' });
  // Minutes are not even offered.
  await expect(proposing.getByRole('checkbox')).toHaveCount(1);
  await expectAccessible(page);
  await proposing.getByRole('button', { name: 'Tee esitys' }).press('Enter');
  await expect(page.getByText('Odottaa hyväksyntää')).toBeVisible();
  const paper = path.join(userData, 'havitysesitys.pdf');
  await desk.answerDialog({ canceled: false, filePath: paper });
  await page.getByRole('button', { name: /^Tallenna PDF: Hävitysesitys/ }).press('Enter');
  await expect
    .poll(() => fs.existsSync(paper) && fs.readFileSync(paper).subarray(0, 5).toString())
    .toBe('%PDF-');

  await page.getByRole('button', { name: 'Kirjaa hyväksyntä' }).press('Enter');
  const approving = page.getByRole('dialog', { name: /^Hyväksytty hävitysesitys/ });
  await approving.getByRole('button', { name: 'Kirjaa hyväksyntä' }).press('Enter');
  await expect(approving.getByText('Täytä tämä kohta.')).toBeVisible();
  await approving.getByRole('textbox', { name: 'Hyväksyjä' }).fill('Anni Arkistovastaava');
  await approving.getByRole('textbox', { name: 'Päätöksen tunniste' }).fill('§ 12/2026');
  await approving.getByRole('button', { name: 'Kirjaa hyväksyntä' }).press('Enter');
  await expect(page.getByText(/Anni Arkistovastaava/)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Hävitä hyväksytyt' }).press('Enter');
  await page.getByRole('alertdialog').getByRole('button', { name: 'Hävitä hyväksytyt' }).press('Enter');
  await expect(page.getByText('Toteutettu', { exact: true })).toBeVisible();
  await expect(page.getByText('Vastausten lisätiedot: 1 / 1')).toBeVisible();
});

test('a package is cancelled, made for a recipient, listed with the right key alone, unpacked, and its minutes saved as text', async ({
  desk,
  page,
  userData,
}) => {
  const start = new StartPage(page);
  await start.openSample();
  await start.go('Arkisto');
  const dialog = page.getByRole('dialog', { name: 'Tee arkistopaketti' });
  const partial = (): string[] => fs.readdirSync(userData).filter((name) => /zip|partial/.test(name));

  // A passphrase has to be strong enough to be said so, the same twice, and kept.
  await page.getByRole('button', { name: 'Tee paketti' }).first().press('Enter');
  await dialog.getByRole('radio', { name: /^Salalause/ }).press('Space');
  await dialog.getByRole('textbox', { name: 'Salalause', exact: true }).fill('kissa1');
  await expect(dialog.getByRole('status', { name: 'Salalauseen vahvuus' })).toContainText('Heikko');
  await dialog
    .getByRole('textbox', { name: 'Salalause', exact: true })
    .fill('kolme sinistä ruukkua ja vanha polkupyörä');
  await expect(dialog.getByRole('status', { name: 'Salalauseen vahvuus' })).toContainText(/Hyvä|Vahva/);
  await dialog.getByRole('textbox', { name: 'Salalause uudelleen' }).fill('kolme sinistä ruukkua');
  await expect(dialog.getByText('Salalauseet eroavat toisistaan.')).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Valitse paikka ja tee' })).toBeDisabled();
  await expectAccessible(page);
  await dialog
    .getByRole('textbox', { name: 'Salalause uudelleen' })
    .fill('kolme sinistä ruukkua ja vanha polkupyörä');
  await dialog.getByRole('checkbox', { name: /Salalause on tallessa/ }).press('Space');
  await desk.answerDialog({ canceled: false, filePath: path.join(userData, 'peruttu.zip.age') });
  await dialog.getByRole('button', { name: 'Valitse paikka ja tee' }).press('Enter');
  await page.getByRole('button', { name: 'Peruuta', exact: true }).press('Enter');
  await expect(page.getByText('Keskeytettiin. Keskeneräiset tiedostot poistettiin.')).toBeVisible();
  await expect.poll(partial).toEqual([]);
  await expectAccessible(page);

  // For a recipient: only their key opens it.
  const identity = await generateIdentity();
  const file = path.join(userData, 'kuori.zip.age');
  await page.getByRole('button', { name: 'Tee paketti' }).first().press('Enter');
  await dialog.getByRole('radio', { name: /^Vastaanottajan avain/ }).press('Space');
  await dialog
    .getByRole('textbox', { name: 'Vastaanottajien julkiset avaimet' })
    .fill(await identityToRecipient(identity));
  await desk.answerDialog({ canceled: false, filePath: file });
  await dialog.getByRole('button', { name: 'Valitse paikka ja tee' }).press('Enter');
  await expect(page.getByText('Paketti on valmis: kuori.zip.age')).toBeVisible({ timeout: 60_000 });

  const other = async (action: string): Promise<void> => {
    await page.getByRole('button', { name: 'Muut toiminnot' }).press('Enter');
    await page.getByRole('menuitem', { name: action }).press('Enter');
  };
  const key = page.getByRole('dialog', { name: 'Paketti on kuoressa' });
  await desk.answerDialog({ canceled: false, filePaths: [file] });
  await other('Luettele sisältö');
  const wrong = await generateIdentity();
  await key.getByRole('textbox', { name: 'Avaintiedoston sisältö' }).fill(wrong);
  await key.getByRole('button', { name: 'Avaa kuori' }).press('Enter');
  await expect(key.getByRole('alert')).toContainText('kuori.zip.age');
  // What was tried is still there: one letter of it may be wrong.
  await expect(key.getByRole('textbox', { name: 'Avaintiedoston sisältö' })).toHaveValue(wrong);
  await expectAccessible(page);
  await key.getByRole('textbox', { name: 'Avaintiedoston sisältö' }).fill(identity);
  await key.getByRole('button', { name: 'Avaa kuori' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'Sisältö: kuori.zip.age' })).toBeVisible({
    timeout: 30_000,
  });
  await expect(page.getByText('data/siard/tietokanta.siard')).toBeVisible();
  await expectAccessible(page);

  const target = path.join(userData, 'purettu');
  fs.mkdirSync(target);
  await desk.answerDialog({ canceled: false, filePaths: [file] });
  await other('Pura paketti');
  await key.getByRole('textbox', { name: 'Avaintiedoston sisältö' }).fill(wrong);
  await desk.answerDialog({ canceled: false, filePaths: [target] });
  await key.getByRole('button', { name: 'Avaa kuori' }).press('Enter');
  await expect(key.getByRole('alert')).toContainText('kuori.zip.age');
  // The folder is not asked for again.
  await key.getByRole('textbox', { name: 'Avaintiedoston sisältö' }).fill(identity);
  await key.getByRole('button', { name: 'Avaa kuori' }).press('Enter');
  await expect(page.getByText(/^Paketti purettiin: /)).toBeVisible({ timeout: 30_000 });
  const [bag = ''] = fs.readdirSync(target);
  expect(fs.readdirSync(path.join(target, bag))).toContain('manifest-sha512.txt');
  await expectAccessible(page);

  await desk.answerDialog({ canceled: false, filePaths: [file] });
  await page.getByRole('button', { name: 'Avaa paketti' }).press('Enter');
  await key.getByRole('textbox', { name: 'Avaintiedoston sisältö' }).fill(identity);
  await key.getByRole('button', { name: 'Avaa kuori' }).press('Enter');
  await page.getByRole('button', { name: 'Tallenna muussa muodossa…' }).press('Enter');
  const saving = page.getByRole('dialog', { name: /^Tallenna pöytäkirja/ });
  await saving.getByRole('radio', { name: /^Pelkkä teksti/ }).press('Space');
  await expectAccessible(page);
  const text = path.join(userData, 'poytakirja.txt');
  await desk.answerDialog({ canceled: false, filePath: text });
  await saving.getByRole('button', { name: 'Tallenna…' }).press('Enter');
  await expect.poll(() => fs.existsSync(text) && fs.readFileSync(text, 'utf8')).toContain('Pöytäkirja');
});
