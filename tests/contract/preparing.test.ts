/** Planning through the same calls as the window makes: validated input, typed errors. */
import { afterAll, describe, expect, test } from 'vitest';
import { temporaryFolder } from '../fixtures/databases.ts';
import { ask, closePublisher, DESKS, openDesk, refused, type DeskKind } from '../fixtures/desk.ts';

const KINDS = Object.keys(DESKS) as DeskKind[];
afterAll(closePublisher);
type Meeting = { id: string; label: string; state: string; heldOn: string };

describe.each(KINDS)('%s', (kind) => {
  test('a series, a cancellation, an idea and a suggestion', async () => {
    const desk = await openDesk(kind, temporaryFolder());
    await ask(desk, 'mutation', 'workspace.openSample');
    const [board] = await ask<{ id: string }[]>(desk, 'query', 'boards.list');
    const boardId = board!.id;
    const { ids } = await ask<{ ids: string[] }>(desk, 'mutation', 'planning.series', {
      boardId,
      meetings: [{ heldOn: '2027-01-19', plannedStart: '13:00' }, { heldOn: '2027-03-16' }],
    });
    const label = async (id: string) =>
      (await ask<Meeting[]>(desk, 'query', 'meetings.list', { boardId })).find((one) => one.id === id)?.label;
    expect([await label(ids[0]!), await label(ids[1]!)]).toEqual(['1/2027', '2/2027']);
    await ask(desk, 'mutation', 'planning.cancel', { meetingId: ids[0] });
    expect([await label(ids[0]!), await label(ids[1]!)]).toEqual(['–/2027', '1/2027']);
    const moved = { meetingId: ids[0], heldOn: '2027-02-02' };
    expect((await refused(desk, 'mutation', 'planning.move', moved)).code).toBe('MEETING_CANCELLED');
    const twice = await refused(desk, 'mutation', 'planning.series', {
      boardId,
      meetings: [{ heldOn: '2027-05-18' }, { heldOn: '2027-05-18' }],
    });
    expect(twice).toMatchObject({
      code: 'INVALID_INPUT',
      fields: { meetings: 'Sama on mukana kahdesti.' },
    });
    const meetingId = ids[1]!;
    await ask(desk, 'mutation', 'planning.prepare', { meetingId, template: 'ordinary' });
    const idea = await ask<{ id: string }>(desk, 'mutation', 'ideas.create', {
      boardId,
      values: { title: 'Järjestötalo' },
    });
    const suggestions = async () =>
      await ask<{ carried: { itemId: string }[]; ideas: { title: string }[] }>(
        desk,
        'query',
        'planning.suggestions',
        { meetingId },
      );
    const before = await suggestions();
    expect(before.ideas.map(({ title }) => title)).toEqual(['Järjestötalo']);
    await ask(desk, 'mutation', 'planning.takeIdea', { meetingId, ideaId: idea.id });
    const carried = { meetingId, itemId: before.carried[0]!.itemId };
    await ask(desk, 'mutation', 'planning.takeCarried', carried);
    expect((await suggestions()).ideas).toEqual([]);
    expect((await refused(desk, 'mutation', 'planning.takeCarried', carried)).code).toBe('ITEM_CONTINUED');
    expect((await refused(desk, 'mutation', 'ideas.remove', { id: idea.id })).code).toBe('IDEA_TAKEN');
  }, 60_000);
});
