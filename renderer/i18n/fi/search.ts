/** Full-text search (haku). */
export const search = {
  title: 'Haku',
  prompt: 'Hae järjestöistä, henkilöistä, kokouksista ja pykälistä',
} as const;
