/** What the secretary should know of an appointment that was made all the same, in words. */
import type { Outputs } from '../../api/client.ts';
import { translate } from '../../i18n/language.ts';
import { showToast } from '../../ui/toasts.ts';

type Warning = Outputs['boards']['setSeatHolder']['warnings'][number];

function words({ code, seatNumber }: Warning): string {
  switch (code) {
    case 'deputy_rose':
      return translate('boards.warning.deputy_rose');
    case 'deputy_elsewhere':
      return translate('boards.warning.deputy_elsewhere', { seat: seatNumber ?? 0 });
    case 'member_elsewhere':
      return translate('boards.warning.member_elsewhere', { seat: seatNumber ?? 0 });
    case 'not_member':
      return translate('boards.warning.not_member');
  }
}

/** Tells that it was done, and what follows. */
export function tellAppointed(message: string, warnings: readonly Warning[]): void {
  showToast({ kind: 'done', message });
  for (const warning of warnings) showToast({ kind: 'info', message: words(warning) });
}
