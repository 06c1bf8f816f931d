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

/** A meeting of the open board as the backend tells it, by its label, e.g. "4/2026". */
export async function meeting(page: Page, label: string): Promise<MeetingView> {
  const [board] = await call<{ id: string }[]>(page, 'query', 'boards.list');
  const list = await call<MeetingSummary[]>(page, 'query', 'meetings.list', { boardId: board!.id });
  return await call(page, 'query', 'meetings.get', {
    meetingId: list.find((one) => one.label === label)!.id,
  });
}
