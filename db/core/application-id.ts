/** "PYKL": marks a file as ours, so that a foreign database is refused before anything is written. */
export const APPLICATION_ID = 0x50594b4c;
