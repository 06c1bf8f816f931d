/** The last day for notice of an agreement, as a task of the board's year clock (vuosikello). */
import type { Kysely } from 'kysely';
import type { Database } from '../core/schema.ts';
import { clockSpan } from '../model/clock.ts';
import { AppError } from '../model/errors.ts';
import type { Language } from '../model/language.ts';
import { agreementCard } from './agreement-views.ts';
import { addClockTask } from './clocks.ts';

const TITLE: Record<Language, string> = {
  fi: 'Sopimuksen irtisanominen tai jatko',
  sv: 'Uppsägning eller förlängning av avtal',
  en: 'Notice or renewal of an agreement',
};

/**
 * Adds the task to the clock whose year the day falls in.
 * @param today ISO date
 * @throws AppError NOT_FOUND, AGREEMENT_WITHOUT_DAYS, AGREEMENT_NO_CLOCK
 */
export async function agreementToClock(
  trx: Kysely<Database>,
  input: { id: string; language: Language },
  today: string,
): Promise<{ clockId: string; day: string }> {
  const agreement = await agreementCard(trx, input.id, today);
  if (agreement.days === null) throw new AppError('AGREEMENT_WITHOUT_DAYS');
  const day = agreement.days.noticeBy;
  const clocks = await trx
    .selectFrom('clock')
    .select(['id', 'kind', 'first_month as firstMonth'])
    .where('board_id', '=', agreement.boardId)
    .where('kind', '=', 'year')
    .execute();
  const clock = clocks.find((one) => {
    const { startsOn, endsOn } = clockSpan(one);
    return startsOn <= day && day <= endsOn;
  });
  if (clock === undefined) throw new AppError('AGREEMENT_NO_CLOCK', { year: day.slice(0, 4) });
  const month = Number(day.slice(5, 7));
  await addClockTask(trx, clock.id, {
    title: `${TITLE[input.language]}: ${agreement.name}`.slice(0, 300),
    text: '',
    responsible: '',
    responsiblePersonId: null,
    source: agreement.code,
    termYear: 1,
    fromMonth: month,
    toMonth: month,
    day: Number(day.slice(8)),
    step: null,
    isUncertain: false,
    repeats: false,
  });
  return { clockId: clock.id, day };
}
