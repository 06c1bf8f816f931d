/** Pages of a PDF in the window. */
export const pdf = {
  tools: 'Sivujen selaus',
  page: 'Sivu {page} / {count}',
  previous: 'Edellinen sivu',
  next: 'Seuraava sivu',
  smaller: 'Pienennä',
  larger: 'Suurenna',
  locked:
    'PDF on suojattu salasanalla, joten sitä ei voi näyttää. Poista suojaus ja liitä tiedosto uudelleen.',
  broken: 'PDF-tiedostoa ei voi näyttää: se on vioittunut. Tallenna kopio ja kokeile toisella ohjelmalla.',
  pageBroken: 'Tätä sivua ei voi piirtää. Tallenna kopio ja kokeile toisella ohjelmalla.',
} as const;
