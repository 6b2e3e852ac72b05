/** Everything a page could ask of Electron, refused (security design §9.1). */
import type { BrowserWindow, BrowserWindowConstructorOptions, Session, WebContents } from 'electron';
import { isOwnAddress, mayLoad } from './origin.ts';

export function guardSession(session: Session, may: (address: string) => boolean = mayLoad): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => {
    answer(false);
  });
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => {
    answer({});
  });
  session.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !may(details.url) });
  });
  session.on('will-download', (event) => {
    event.preventDefault();
  });
  session.setSpellCheckerEnabled(false);
}

export function guardContents(contents: WebContents, may: (address: string) => boolean = isOwnAddress): void {
  const stayInside = (event: { readonly url: string; preventDefault(): void }) => {
    if (!may(event.url)) event.preventDefault();
  };
  contents.on('will-navigate', stayInside);
  contents.on('will-redirect', stayInside);
  contents.on('will-frame-navigate', stayInside);
  contents.on('will-attach-webview', (event) => {
    event.preventDefault();
  });
  contents.on('select-bluetooth-device', (event, _devices, answer) => {
    event.preventDefault();
    answer('');
  });
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

/** Lets a window open one page of ours and nothing else; that page stays where it is and goes with its opener. */
export function openOnly(opener: BrowserWindow, address: string, options: BrowserWindowConstructorOptions): void {
  opener.webContents.setWindowOpenHandler(({ url }) =>
    url === address ? { action: 'allow', overrideBrowserWindowOptions: options } : { action: 'deny' },
  );
  opener.webContents.on('did-create-window', (opened) => {
    guardContents(opened.webContents, (to) => to === address);
    opener.once('closed', () => opened.destroy());
  });
}
