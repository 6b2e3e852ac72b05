import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { printPaper } from '../../src/main/platform/paper/index.ts';
import { electronPrinter, printingLimits } from '../../src/main/platform/shell/printing.ts';
import { mayLoadPaper } from '../../src/main/platform/shell/origin.ts';
import type { Paper } from '../../src/shared/papers/index.ts';
import { refusal } from '../services/refusal.ts';
import { closedPage } from './closed-page.ts';
import { BrowserWindow, partitions, resetElectron, session, spool, windows } from './fake-electron.ts';
import { eventually } from '../support/eventually.ts';

const hp = 'HP LaserJet (Admisión)';
const fontFolder = join(import.meta.dirname, '../../resources/fonts');
const paperOf = (text: string): Paper => ({
  ...{ title: 'Prueba', number: 'P-1', marks: [], letterhead: [] },
  blocks: [{ kind: 'heading', level: 1, text }],
});
const pdfOf = async (text: string) => (await printPaper(paperOf(text), { fontFolder })).bytes;

const noMain = () => null;
const noUsual = () => Promise.resolve(null);
const printerOf = () => electronPrinter(noMain, noUsual);

beforeEach(resetElectron);
afterEach(() => {
  vi.useRealTimers();
});

describe('printing a paper', () => {
  it('sends its very bytes on A4 to the printer named, from a hidden window that ends with it', async () => {
    const bytes = await pdfOf('Primera');
    await printerOf().print(bytes, hp);
    expect(spool.printed.map(({ bytes: _bytes, ...how }) => how)).toEqual([
      { deviceName: hp, pageSize: 'A4', copies: 1, duplexMode: 'simplex' },
    ]);
    expect(spool.printed[0]?.bytes).toEqual(new Uint8Array(bytes));
    expect(windows.map(({ isGone, options, done }) => [isGone, options.show, done])).toEqual([[true, false, []]]);
  });

  it('turns the sheet at its long edge when both sides are asked for', async () => {
    await printerOf().print(await pdfOf('Una'), hp, true);
    expect(spool.printed.map(({ duplexMode }) => duplexMode)).toEqual(['longEdge']);
  });

  it('keeps its window apart: in memory, without the bridge, without Node', async () => {
    await printerOf().print(await pdfOf('Una'), hp);
    expect([...partitions.values()].map(({ name, options }) => [name, options])).toEqual([
      ['papeles', { cache: false }],
    ]);
    const { session: own, ...preferences } = windows[0]?.options.webPreferences ?? { session: null };
    expect(own).toBe(partitions.get('papeles'));
    expect(preferences).toEqual({ ...closedPage, plugins: true, backgroundThrottling: false });
  });

  it('gives the paper at an address of its own, and no longer than it prints', async () => {
    const addresses: string[] = [];
    vi.spyOn(BrowserWindow.prototype, 'loadURL').mockImplementation(function (this: BrowserWindow, url: string) {
      addresses.push(url);
      return this.webContents.show(url);
    });
    const printer = printerOf();
    const bytes = await pdfOf('Una');
    await printer.print(bytes, hp);
    await printer.print(bytes, hp);
    expect(new Set(addresses).size).toBe(2);
    const pages = session.fromPartition('papeles', {});
    for (const address of [...addresses, 'app://papel/otra.pdf']) expect((await pages.load(address)).status).toBe(404);
  });

  it('gives it to nobody who asks for another address meanwhile', async () => {
    const told: Promise<Response>[] = [];
    spool.answer = (done) => {
      told.push(session.fromPartition('papeles', {}).load('app://papel/otra.pdf'));
      done(true, '');
    };
    await printerOf().print(await pdfOf('Una'), hp);
    expect((await told[0])?.status).toBe(404);
  });

  it('goes nowhere else and opens nothing', async () => {
    await printerOf().print(await pdfOf('Una'), hp);
    const contents = windows[0]!.webContents;
    expect(contents.opener?.()).toEqual({ action: 'deny' });
    for (const name of ['will-navigate', 'will-redirect', 'will-frame-navigate', 'will-attach-webview']) {
      const event = { url: 'https://evil/', preventDefault: vi.fn() };
      contents.emit(name, event);
      expect(event.preventDefault, name).toHaveBeenCalledOnce();
    }
    const pages = partitions.get('papeles')!;
    for (const url of ['https://evil/', 'http://127.0.0.1/', 'file:///etc/passwd', 'chrome-extension://other/x'])
      expect(pages.mayLoad(url), url).toBe(false);
  });

  it.each([
    'app://registro/',
    'app://papel@evil/',
    'app://papel:8/',
    'app://x@papel/',
    'chrome://gpu/',
    'ws://papel/',
    'papel',
  ])('does not load %s', (address) => {
    expect(mayLoadPaper(address)).toBe(false);
  });
});

describe('two papers at once', () => {
  it('come out one after the other, also when the first fails', async () => {
    const answers: ((isTaken: boolean, reason: string) => void)[] = [];
    spool.answer = (done) => answers.push(done);
    const printer = printerOf();
    const [one, two] = [await pdfOf('Primera'), await pdfOf('Segunda')];
    const first = refusal(() => printer.print(one, hp));
    const second = printer.print(two, hp);
    await eventually(() => expect(answers).toHaveLength(1));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect([windows.length, answers.length]).toEqual([1, 1]);
    answers[0]?.(false, 'Print job failed');
    expect(await first).toBe('storage/print-failed');
    await eventually(() => expect(answers).toHaveLength(2));
    expect(windows.map(({ isGone }) => isGone)).toEqual([true, false]);
    answers[1]?.(true, '');
    await second;
    expect(spool.printed.map(({ bytes }) => bytes)).toEqual([new Uint8Array(two)]);
    expect(windows.every(({ isGone }) => isGone)).toBe(true);
  });
});

describe('a paper that does not come out', () => {
  it.each([
    ['Print job canceled', 'cancelled/print-cancelled'],
    ['Print job failed', 'storage/print-failed'],
    ['Invalid printer settings', 'storage/print-failed'],
    ['Invalid deviceName provided', 'storage/printer-gone'],
    ['No printers available on the network', 'storage/printer-gone'],
    ['Failed to enumerate printers', 'storage/printer-gone'],
    ['', 'storage/print-failed'],
  ])('is told: %j', async (reason, told) => {
    spool.answer = (done) => {
      done(false, reason);
    };
    expect(await refusal(async () => printerOf().print(await pdfOf('Una'), hp))).toBe(told);
    expect([windows.map(({ isGone }) => isGone), spool.printed]).toEqual([[true], []]);
  });

  it('is told when its printer was taken away meanwhile', async () => {
    expect(await refusal(async () => printerOf().print(await pdfOf('Una'), 'Otra'))).toBe('storage/printer-gone');
  });

  it('is told when Electron throws, and when the page cannot be shown', async () => {
    spool.answer = () => {
      throw new TypeError('pageSize');
    };
    expect(await refusal(async () => printerOf().print(await pdfOf('Una'), hp))).toBe('storage/print-failed');
    vi.spyOn(BrowserWindow.prototype, 'loadURL').mockRejectedValue(new Error('ERR_ABORTED'));
    resetElectron();
    expect(await refusal(async () => printerOf().print(await pdfOf('Una'), hp))).toBe('storage/print-failed');
    expect(windows.map(({ isGone }) => isGone)).toEqual([true]);
  });

  it('is told when its window dies', async () => {
    spool.answer = () => windows[0]?.webContents.forcefullyCrashRenderer();
    expect(await refusal(async () => printerOf().print(await pdfOf('Una'), hp))).toBe('storage/print-failed');
    expect(windows.map(({ isGone }) => isGone)).toEqual([true]);
  });

  it('is told when the printer does not answer in time, and not before', async () => {
    const bytes = await pdfOf('Una');
    vi.useFakeTimers();
    spool.answer = () => undefined;
    let told = '';
    void refusal(() => printerOf().print(bytes, hp)).then((words) => (told = words));
    await vi.advanceTimersByTimeAsync(printingLimits.print);
    expect(told).toBe('');
    await vi.advanceTimersByTimeAsync(1);
    expect(told).toBe('storage/printer-no-answer');
    expect(windows.map(({ isGone }) => isGone)).toEqual([true]);
  });

  it('is told when the viewer never shows the pages: blank paper is not printed', async () => {
    const bytes = await pdfOf('Una');
    vi.useFakeTimers();
    vi.spyOn(BrowserWindow.prototype, 'loadURL').mockResolvedValue(undefined);
    const told = refusal(() => printerOf().print(bytes, hp));
    await vi.advanceTimersByTimeAsync(printingLimits.show);
    expect(await told).toBe('storage/printer-no-answer');
    expect([windows.map(({ isGone }) => isGone), spool.printed]).toEqual([[true], []]);
  });
});

describe('the printers of the computer', () => {
  it('are those Electron lists, with the one Windows calls usual', async () => {
    const main = new BrowserWindow({ webPreferences: { session: session.fromPartition('registro', {}) } });
    const printer = electronPrinter(
      () => main as never,
      () => Promise.resolve('Microsoft Print to PDF'),
    );
    expect(await printer.list()).toEqual([
      { name: hp, isDefault: false },
      { name: 'Microsoft Print to PDF', isDefault: true },
    ]);
  });

  it('are none while there is no window', async () => {
    expect(await printerOf().list()).toEqual([]);
  });

  it('are not waited for without end', async () => {
    const main = new BrowserWindow({ webPreferences: { session: session.fromPartition('registro', {}) } });
    vi.spyOn(main.webContents, 'getPrintersAsync').mockReturnValue(new Promise(() => undefined));
    vi.useFakeTimers();
    const told = refusal(() => electronPrinter(() => main as never, noUsual).list());
    await vi.advanceTimersByTimeAsync(printingLimits.list);
    expect(await told).toBe('storage/printer-no-answer');
  });
});
