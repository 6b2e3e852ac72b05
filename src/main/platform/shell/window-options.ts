import type { BrowserWindowConstructorOptions, Session, WebPreferences } from 'electron';

/** What every page of this application is kept away from (security design §9.1, items 2–4, 6, 11). */
const closed = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  webviewTag: false,
  devTools: false,
  spellcheck: false,
  navigateOnDragDrop: false,
} as const satisfies WebPreferences;

export function windowOptions(preload: string, session: Session): BrowserWindowConstructorOptions {
  return {
    width: 1366,
    height: 768,
    minWidth: 1024,
    minHeight: 600,
    show: false,
    autoHideMenuBar: true,
    title: 'Registro CEM',
    webPreferences: { ...closed, preload, session },
  };
}

/** The window that visitors see: no preload, so no way to the record. */
export function publicWindowOptions(session: Session): BrowserWindowConstructorOptions {
  return { title: 'Orden de llegada', autoHideMenuBar: true, webPreferences: { ...closed, session } };
}

/** The hidden window of one paper: no preload; the PDF viewer, which Electron counts as a plug-in, here alone. */
export function paperWindowOptions(session: Session): BrowserWindowConstructorOptions {
  return { show: false, webPreferences: { ...closed, session, plugins: true, backgroundThrottling: false } };
}
