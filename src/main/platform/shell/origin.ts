/** The one origin this application answers: its own bundle. */
export const scheme = 'app';
const host = 'registro';
export const startAddress = `${scheme}://${host}/`;

/**
 * True for a page or file of our own bundle. Parsed, never compared by prefix: `app://registro@evil/` starts alike.
 * Node gives a non-special scheme the origin `null`, hence the parts.
 */
export function isOwnAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  return (
    url.protocol === `${scheme}:` && url.host === host && url.username === '' && url.password === '' && url.port === ''
  );
}

/** The window that visitors see: a page of the bundle that is given no bridge. */
export const publicAddress = `${startAddress}public-board.html`;

/** Where the paper in hand stands, in the partition of the printing window alone. */
export const papersAddress = `${scheme}://papel/`;

/** Chromium's own PDF viewer, by the number it has had since 2011. */
const viewer = 'mhjfbmdgcfjbbpaeojofohoefgiehjai';

/** What the printing window may load: the paper, the viewer and what the viewer is made of. Nothing of a network. */
export function mayLoadPaper(address: string): boolean {
  // The frame of the viewer begins empty.
  if (address === 'about:blank') return true;
  if (!URL.canParse(address)) return false;
  const { protocol, host, username, port } = new URL(address);
  if (protocol === `${scheme}:`) return host === 'papel' && username === '' && port === '';
  if (protocol === 'chrome-extension:') return host === viewer;
  return (protocol === 'chrome:' || protocol === 'chrome-untrusted:') && host === 'resources';
}

/** What the page may load at all; `blob:` of our own origin carries page images drawn by our code. */
export function mayLoad(address: string): boolean {
  return isOwnAddress(address.startsWith('blob:') ? address.slice('blob:'.length) : address);
}
