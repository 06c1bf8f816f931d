/** Attachments through the real window: chosen, dropped, shown, moved, replaced, removed and taken back. */
import fs from 'node:fs';
import path from 'node:path';
import { expectAccessible } from './accessibility.ts';
import { expect, test } from './fixture.ts';
import { AgendaPage } from './pages/agenda.ts';
import { AttachmentsPart } from './pages/attachments.ts';
import { MeetingsPage } from './pages/meetings.ts';
import { StartPage } from './pages/start.ts';

/** A PDF of two pages with a line of text on each. */
function smallPdf(): Buffer {
  const stream = (text: string) => {
    const body = `BT /F1 24 Tf 72 700 Td (${text}) Tj ET`;
    return `<< /Length ${body.length} >>\nstream\n${body}\nendstream`;
  };
  const page = (contents: number) =>
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 7 0 R >> >> /Contents ${contents} 0 R >>`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 >>',
    page(5),
    page(6),
    stream('Ensimmainen sivu'),
    stream('Toinen sivu'),
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let text = '%PDF-1.4\n';
  const offsets = objects.map((body, index) => {
    const at = text.length;
    text += `${index + 1} 0 obj\n${body}\nendobj\n`;
    return at;
  });
  const start = text.length;
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  for (const at of offsets) text += `${String(at).padStart(10, '0')} 00000 n \n`;
  text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}

test('files are chosen, dropped, looked at, moved, replaced and removed; undo brings them back', async ({
  desk,
  page,
  userData,
}) => {
  const start = new StartPage(page);
  const agenda = new AgendaPage(page);
  const attachments = new AttachmentsPart(page);
  const pdf = path.join(userData, 'Hakemus_2026.pdf');
  const note = path.join(userData, 'muistio.txt');
  fs.writeFileSync(pdf, smallPdf());
  fs.writeFileSync(note, 'Muistio kuntakierrokselta.\nTiedoksi.');

  await start.openSample();
  await start.go('Kokoukset');
  await new MeetingsPage(page).open('4/2026');
  const [first, second] = (await agenda.items()).slice(4, 6);
  await agenda.item(second!.replace(/^\S+ § /, '')).click();

  await test.step('two at once from the dialog, by keyboard', async () => {
    await desk.answerDialog({ canceled: false, filePaths: [pdf, note] });
    await attachments.choose.focus();
    await page.keyboard.press('Enter');
    await expect(attachments.rows).toHaveCount(2);
    await expect(attachments.title(1)).toHaveValue('Hakemus 2026');
    await expect(attachments.title(2)).toHaveValue('muistio');
  });

  await test.step('the pages of the PDF, turned by keys', async () => {
    await attachments.act(1, 'Katso tässä');
    const pages = attachments.preview.getByRole('region', { name: 'Hakemus 2026' });
    await expect(pages.getByText('Ensimmainen sivu')).toBeAttached();
    const drawn = () =>
      attachments.preview.locator('canvas').evaluate((canvas: HTMLCanvasElement) => {
        const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
        return data.some((value, index) => index % 4 === 0 && value < 100 && data[index + 3] === 255);
      });
    await expect.poll(drawn).toBe(true);
    await expectAccessible(page);
    await pages.focus();
    await page.keyboard.press('PageDown');
    await expect(attachments.preview.getByText('Sivu 2 / 2')).toBeVisible();
    await expect(pages.getByText('Toinen sivu')).toBeAttached();
    await page.keyboard.press('Escape');
    await expect(attachments.preview).toBeHidden();
  });

  await test.step('dropped ones: a picture that is shown, a script that is not', async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" onload="document.title=\'ajettu\'"/>';
    await attachments.drop([
      { name: 'kuva.svg', type: 'image/svg+xml', text: svg },
      { name: 'huomio.txt', type: 'text/plain', text: 'Ääkköset näkyvät.' },
    ]);
    await expect(attachments.rows).toHaveCount(4);
    await attachments.region.getByRole('button', { name: 'Liitteen 3 toiminnot' }).click();
    await expect(page.getByRole('menuitem', { name: 'Katso tässä' })).toHaveCount(0);
    await expect(page.getByRole('menuitem', { name: 'Avaa kopio toisessa ohjelmassa' })).toHaveCount(0);
    await page.keyboard.press('Escape');
    await attachments.act(4, 'Katso tässä');
    await expect(attachments.preview.getByText('Ääkköset näkyvät.')).toBeVisible();
    await page.keyboard.press('Escape');
    expect(await page.title()).not.toContain('ajettu');
  });

  await test.step('an empty one is refused in words, and the same one twice', async () => {
    await attachments.drop([
      { name: 'tyhjä.txt', type: 'text/plain', text: '' },
      { name: 'sama.txt', type: 'text/plain', text: 'Ääkköset näkyvät.' },
    ]);
    await expect(page.getByText('Tiedosto tyhjä.txt on tyhjä.', { exact: false })).toBeVisible();
    await expect(
      page.getByText('Tiedosto sama.txt on jo tämän asian liite 4', { exact: false }),
    ).toBeVisible();
    await expect(attachments.rows).toHaveCount(4);
  });

  await test.step('removed and taken back in its place', async () => {
    await attachments.act(2, 'Poista liite 2');
    await expect(attachments.title(2)).toHaveValue('kuva');
    await page.getByRole('button', { name: 'Kumoa' }).click();
    await expect(attachments.title(2)).toHaveValue('muistio');
    await expect(attachments.title(3)).toHaveValue('kuva');
  });

  await test.step('moved to an earlier item, its number follows', async () => {
    await attachments.act(4, 'Siirrä toiseen asiaan…');
    await attachments.preview.getByRole('button', { name: /Asia/ }).click();
    await page.getByRole('option', { name: first! }).click();
    await attachments.preview.getByRole('button', { name: 'Siirrä', exact: true }).click();
    await expect(attachments.rows).toHaveCount(3);
    await agenda.item(first!.replace(/^\S+ § /, '')).click();
    await expect(attachments.title(1)).toHaveValue('huomio');
  });

  await test.step('a copy is saved, and a safe one opened in the system', async () => {
    const copy = path.join(userData, 'kopio.txt');
    await desk.answerDialog({ canceled: false, filePath: copy });
    await attachments.act(1, 'Tallenna kopio…');
    await expect.poll(() => fs.existsSync(copy) && fs.readFileSync(copy, 'utf8')).toBe('Ääkköset näkyvät.');
    await attachments.act(1, 'Avaa kopio toisessa ohjelmassa');
    await expect
      .poll(async () => (await desk.desktop()).opened.map((file) => path.basename(file)))
      .toContain('huomio.txt');
  });

  await test.step('the item goes with its attachment and comes back with it', async () => {
    await agenda.item(first!.replace(/^\S+ § /, '')).focus();
    await page.keyboard.press('Delete');
    await expect(page.getByText('poistettiin').last()).toBeVisible();
    await page.getByRole('button', { name: 'Kumoa' }).last().click();
    await expect(agenda.item(first!.replace(/^\S+ § /, ''))).toBeVisible();
    await expect(attachments.title(1)).toHaveValue('huomio');
  });
});

test('a picture and a locked meeting: looked at, not changed', async ({ page }) => {
  const start = new StartPage(page);
  const agenda = new AgendaPage(page);
  const attachments = new AttachmentsPart(page);
  await start.openSample();
  await start.go('Kokoukset');
  await new MeetingsPage(page).open('3/2026');
  await agenda.item('vapaaehtoistoiminnan tilannekatsaus').click();
  await attachments.region.getByRole('button', { name: /katso liite 1$/ }).click();
  const picture = attachments.preview.getByRole('img', { name: 'Vapaaehtoistoiminnan tilannekatsaus' });
  await expect
    .poll(() => picture.evaluate((image: HTMLImageElement) => [image.naturalWidth, image.naturalHeight]))
    .toEqual([320, 180]);
  await page.keyboard.press('Escape');
  await expectAccessible(page);
});
