/** Calls past the screen, over the bridge that the window has. */
import type { Page } from '@playwright/test';
import type { MeetingSummary, MeetingView } from '../../db/model/meeting-view.ts';
import type { CallReply } from '../../electron/backend/protocol.ts';

/** @throws when the call is refused, with code and details */
export async function call<Answer>(
  page: Page,
  type: 'query' | 'mutation',
  procedure: string,
  input?: unknown,
): Promise<Answer> {
  const reply = (await page.evaluate((request) => window.pykala.call(request), {
    id: `test:${Math.random()}`,
    type,
    path: procedure,
    input,
  })) as CallReply;
  if (!reply.ok) throw new Error(`${procedure}: ${reply.error.code} ${JSON.stringify(reply.error.details)}`);
  return reply.data as Answer;
}

/**
 * Types a text in one go while another window writes: its write leaves with the first of the input, so that it always
 * comes before what this window saves of the text.
 * @throws when the write of the other window is refused
 */
export async function typeWhileElsewhere(
  page: Page,
  text: string,
  procedure: string,
  input: unknown,
): Promise<void> {
  await page.evaluate(
    (request) => {
      const kept = window as unknown as { elsewhere: Promise<unknown> };
      const { promise, resolve } = Promise.withResolvers<unknown>();
      kept.elsewhere = promise;
      document.addEventListener('beforeinput', () => resolve(window.pykala.call(request)), {
        once: true,
        capture: true,
      });
    },
    { id: `test:${Math.random()}`, type: 'mutation' as const, path: procedure, input },
  );
  await page.keyboard.insertText(text);
  const reply = (await page.evaluate(
    () => (window as unknown as { elsewhere: Promise<unknown> }).elsewhere,
  )) as CallReply;
  if (!reply.ok) throw new Error(`${procedure}: ${reply.error.code} ${JSON.stringify(reply.error.details)}`);
}

/** A meeting of the open board as the backend tells it, by its label, e.g. "4/2026". */
export async function meeting(page: Page, label: string): Promise<MeetingView> {
  const [board] = await call<{ id: string }[]>(page, 'query', 'boards.list');
  const list = await call<MeetingSummary[]>(page, 'query', 'meetings.list', { boardId: board!.id });
  return await call(page, 'query', 'meetings.get', {
    meetingId: list.find((one) => one.label === label)!.id,
  });
}
