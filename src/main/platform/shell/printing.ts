/**
 * Prints PDF bytes held in memory (decision 0048): a hidden window of a partition of its own shows them in Chromium's
 * PDF viewer, which hands them to the printer. No temporary file; the window of the record has no plug-ins.
 */
import { randomUUID } from 'node:crypto';
import { once, type EventEmitter } from 'node:events';
import { BrowserWindow, session, type Session, type WebContents } from 'electron';
import { ExpectedFailure, fail } from '../../../shared/platform/failures.ts';
import { isDefaultPrinter, systemDefaultPrinter } from '../default-printer.ts';
import type { Printer, SheetSize } from '../ports.ts';
import { guardContents, guardSession } from './guards.ts';
import { mayLoadPaper, papersAddress, scheme } from './origin.ts';
import { paperWindowOptions } from './window-options.ts';

/** Milliseconds for the viewer to show a paper, and for the system to take it; a spooler may be busy. */
export const printingLimits = { list: 15_000, show: 30_000, print: 120_000 } as const;

async function within<Value>(limit: number, work: Promise<Value>): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(fail('storage', 'printer-no-answer'));
    }, limit);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Electron gives English sentences; an unknown one is a failure all the same. */
function refusalOf(reason: string): ExpectedFailure {
  if (/cancel/i.test(reason)) return fail('cancelled', 'print-cancelled');
  if (/deviceName|no printers|enumerate printers/i.test(reason)) return fail('storage', 'printer-gone');
  return fail('storage', 'print-failed');
}

type Target = { readonly printer: string; readonly bothSides: boolean; readonly size: SheetSize };

function handOver(contents: WebContents, { printer, bothSides, size }: Target): Promise<void> {
  return new Promise((resolve, reject) => {
    const how = { silent: true, deviceName: printer, copies: 1, pageSize: size } as const;
    const duplexMode = bothSides ? 'longEdge' : 'simplex';
    contents.print({ ...how, duplexMode }, (isTaken, reason) => {
      if (isTaken) resolve();
      else reject(refusalOf(reason));
    });
  });
}

/** Shows one paper and prints it. The window ends with it, however it went. */
async function printInWindow(pages: Session, address: string, to: Target): Promise<void> {
  const window = new BrowserWindow(paperWindowOptions(pages));
  const { webContents: contents } = window;
  guardContents(contents, mayLoadPaper);
  const died = once(contents, 'render-process-gone').then(() => {
    throw fail('storage', 'print-failed');
  });
  died.catch(() => undefined);
  try {
    // The only sign that the pages are there: printed at `did-finish-load` they come out blank (electron#43309).
    const shown = once(contents as EventEmitter, '-pdf-ready-to-print');
    await within(printingLimits.show, Promise.race([died, Promise.all([shown, window.loadURL(address)])]));
    await within(printingLimits.print, Promise.race([died, handOver(contents, to)]));
  } catch (error) {
    throw error instanceof ExpectedFailure ? error : fail('storage', 'print-failed');
  } finally {
    window.destroy();
  }
}

/** @param current the window whose printers are asked for; none are known without one */
export function electronPrinter(current: () => BrowserWindow | null, usual = systemDefaultPrinter): Printer {
  let pages: Session | null = null;
  let paper: { readonly address: string; readonly bytes: Uint8Array } | null = null;
  let turn: Promise<unknown> = Promise.resolve();

  const serve = ({ method, url }: Request) =>
    paper !== null && method === 'GET' && url === paper.address
      ? new Response(new Uint8Array(paper.bytes), { headers: { 'content-type': 'application/pdf' } })
      : new Response(null, { status: 404 });
  const partition = () => {
    if (pages !== null) return pages;
    // Without `persist:` it lives in memory only.
    pages = session.fromPartition('papeles', { cache: false });
    guardSession(pages, mayLoadPaper);
    pages.protocol.handle(scheme, serve);
    return pages;
  };
  const printOne = async (bytes: Uint8Array, to: Target) => {
    paper = { address: `${papersAddress}${randomUUID()}.pdf`, bytes };
    try {
      await printInWindow(partition(), paper.address, to);
    } finally {
      paper = null;
    }
  };
  return {
    list: async () => {
      const window = current();
      if (window === null) return [];
      const asked = Promise.all([window.webContents.getPrintersAsync(), usual()]);
      const [printers, name] = await within(printingLimits.list, asked);
      return printers.map((one) => ({ name: one.name, isDefault: isDefaultPrinter(one.name, name) }));
    },
    // One after the other: a printer gets whole papers, and there is one hidden window at most.
    print: (bytes, printer, bothSides = false, size = 'A4') => {
      const mine = turn.then(() => printOne(bytes, { printer, bothSides, size }));
      turn = mine.catch(() => undefined);
      return mine;
    },
  };
}
