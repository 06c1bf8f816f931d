/** What is known about the frame that sent a message. */
export interface SenderFacts {
  /** Address of the frame; `undefined` when the frame is already gone. */
  frameUrl: string | undefined;
  /** Whether the frame is the top frame of its window. */
  isMainFrame: boolean;
  /** Origin of the product's own pages, e.g. `app://pykala`. */
  expectedOrigin: string;
  /** Address of the development server; `undefined` in the packaged product. */
  devServerUrl?: string | undefined;
}

/** `scheme://host` of an address; works for custom schemes, whose `URL.origin` is the string "null". */
function originOf(address: string): string | undefined {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return undefined;
  }
  if (url.username !== '' || url.password !== '' || url.host === '') return undefined;
  return `${url.protocol}//${url.host}`;
}

/**
 * Whether a message from a frame may be answered: only the top frame of a window that shows the product's own
 * page (or, in development, the development server's).
 */
export function isTrustedSender(facts: SenderFacts): boolean {
  if (!facts.isMainFrame || facts.frameUrl === undefined) return false;
  const origin = originOf(facts.frameUrl);
  if (origin === undefined) return false;
  if (origin === facts.expectedOrigin) return true;
  return facts.devServerUrl !== undefined && origin === originOf(facts.devServerUrl);
}
