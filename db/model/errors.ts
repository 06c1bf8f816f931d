/**
 * The one error that rules and features throw at their callers. The backend turns it into a sentence in the
 * user's language; the code is stable and never translated.
 */
export type ErrorDetails = Record<string, string | number | boolean | null>;

export class AppError extends Error {
  readonly code: string;
  readonly details: ErrorDetails;
  /** Field path (`name.fi`, `businessId`) → message code of that field. */
  readonly fields: Record<string, string>;

  constructor(code: string, details: ErrorDetails = {}, fields: Record<string, string> = {}) {
    super(`${code} ${JSON.stringify(details)}`);
    this.name = 'AppError';
    this.code = code;
    this.details = details;
    this.fields = fields;
  }
}

/** A breach found by a check: the same rule as a write's error, but listed instead of thrown. */
export interface Finding {
  code: string;
  severity: 'error' | 'warning';
  /** What it is about, e.g. `meeting 3/2026 § 30`. */
  subject: string;
  details: ErrorDetails;
}
