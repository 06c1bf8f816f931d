/** Errors that arise in the window itself; the backend words its own. */
export const errors = {} as const;
