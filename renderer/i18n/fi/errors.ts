/** Errors that arise in the window itself; the backend words its own. */
export const errors = {
  unreachable: 'Tietokantaan ei saada yhteyttä. Yritä hetken kuluttua uudelleen.',
  unexpected: 'Tapahtui odottamaton virhe.',
  loadFailed: 'Tietoja ei voitu ladata.',
} as const;
