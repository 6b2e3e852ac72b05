/** Papers are composed where the record is, and come out where the person sits (issue 19, 7). */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { PlacePorts } from '../../../src/main/platform/connection.ts';
import { DistantPorts } from '../../../src/main/platform/distant/distant-ports.ts';
import { openComputer, pair, startKeeping, type Computer } from '../../support/computers.ts';
import { eventually } from '../../support/eventually.ts';
import { fixedClock } from '../../support/fixed-clock.ts';
import { closeNetwork, startWire } from '../../support/lan.ts';
import { closeCentres, testPorts } from '../../support/start-application.ts';
import { newFolder, removeFolders } from '../../support/temporary-folder.ts';
import { dialogAt } from '../papers/files-outside.ts';
import { batch, twoWrits } from '../papers/two-writs.ts';
import { refusal } from '../refusal.ts';

const open: Computer[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
  await closeNetwork();
  await closeCentres();
  removeFolders();
});

const all = { from: null, to: null, state: null, way: null } as const;

/** The lawyer's computer, with what it has of its own. */
async function lawyersRoom(ports: Partial<PlacePorts>) {
  const keeping = await startKeeping();
  const { caseId, documentIds } = await twoWrits(keeping.centre);
  const own = { ...testPorts(fixedClock()), ...ports };
  const wire = await startWire({ host: { port: keeping.port() } });
  const room = openComputer(await pair(keeping, 'LEGAL-PC'), { port: wire.port }, { ports: own });
  open.push(room);
  await eventually(() => expect(room.link.state().kind).toBe('up'));
  await room.signIn('legal', true);
  return { ...keeping, room, caseId, documentIds, wire };
}

/** A copy is at the printer when the line is cut; `end` lets the printer end. */
async function printingOverACut() {
  let printed = 0;
  const begun = Promise.withResolvers<undefined>();
  const release = Promise.withResolvers<undefined>();
  const printer = {
    list: () => Promise.resolve([{ name: 'Sala legal', isDefault: true }]),
    print: async () => {
      printed += 1;
      begun.resolve(undefined);
      await release.promise;
    },
  };
  const { room, caseId, documentIds, wire } = await lawyersRoom({ printer });
  const printing = room.client.releaseCopies(batch({ caseId, documentIds: documentIds.slice(1) }));
  await begun.promise;
  wire.cut();
  await eventually(() => expect(room.link.state().kind).toBe('down'));
  expect(room.heard.at(-1)).toMatchObject({ kind: 'line', state: 'down', keeper: 'ADMISION-PC', unsent: 1 });
  const end = async () => {
    release.resolve(undefined);
    const { copies } = await printing;
    return { printed, states: copies.map(({ state }) => state) };
  };
  return { room, wire, end };
}

describe('a paper at a companion', () => {
  it('is printed there, and its outcome stands in the register', async () => {
    const printed: { name: string; size: number }[] = [];
    const printer = {
      list: () => Promise.resolve([{ name: 'Sala legal', isDefault: true }]),
      print: (bytes: Uint8Array, name: string) => Promise.resolve(void printed.push({ name, size: bytes.byteLength })),
    };
    const { room, caseId, documentIds } = await lawyersRoom({ printer });
    const { copies } = await room.client.releaseCopies(batch({ caseId, documentIds }));
    expect(copies.map(({ state }) => state)).toEqual(['sent', 'sent']);
    expect(printed.map(({ name }) => name)).toEqual(['Sala legal', 'Sala legal']);
    expect(printed.every(({ size }) => size > 10_000)).toBe(true);
  });

  it('says in the words of that computer why it did not come out', async () => {
    const printer = {
      list: () => Promise.resolve([{ name: 'Sala legal', isDefault: true }]),
      print: () => Promise.reject(new Error('paper jam')),
    };
    const { room, caseId, documentIds } = await lawyersRoom({ printer });
    const release = () => room.client.releaseCopies(batch({ caseId, documentIds }));
    expect(await refusal(release)).toBe('storage/copy-not-delivered');
    const { lines } = await room.client.readPrintRegister(all);
    expect(lines.map(({ state }) => state)).toEqual(['failed', 'failed']);
  });

  it('is saved where the person chooses there, never among what a companion keeps', async () => {
    const folder = newFolder();
    const chosen = { path: join(folder, 'copias.pdf') };
    const { room, caseId, documentIds } = await lawyersRoom({ saver: dialogAt(chosen) });
    const request = { ...batch({ caseId, documentIds }), way: 'save' as const, printer: null };
    const { copies } = await room.client.releaseCopies(request);
    expect(copies.map(({ state }) => state)).toEqual(['sent', 'sent']);
    expect(readFileSync(chosen.path).subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('does not stand in the register at a place that no system has', async () => {
    const said = [`C:\\${'a'.repeat(600)}`, 'C:\\copias\u202Efdp.exe'];
    const saver = { save: () => Promise.resolve({ path: said.shift() ?? '', place: 'computer' as const }) };
    const { room, caseId, documentIds } = await lawyersRoom({ saver });
    const request = { ...batch({ caseId, documentIds }), way: 'save' as const, printer: null };
    expect(await refusal(() => room.client.releaseCopies(request))).toBe('storage/copy-not-delivered');
    expect(await refusal(() => room.client.releaseCopies(request))).toBe('storage/copy-not-delivered');
    expect(said).toEqual([]);
  });

  it('that is never answered for does not fill the memory of the keeper', async () => {
    const ordered: unknown[] = [];
    const distant = new DistantPorts((order) => void ordered.push(order));
    const print = () => refusal(() => distant.ports.printer.print(new Uint8Array(10), 'Sala legal', false));
    const waiting = Array.from({ length: 24 }, print);
    expect(await print()).toBe('storage/copy-not-delivered');
    expect(ordered).toHaveLength(24);
    distant.end();
    expect(new Set(await Promise.all(waiting))).toEqual(new Set(['storage/line-cut']));
  });

  it('printed while the line breaks is printed once, and its outcome is not lost', async () => {
    const { room, wire, end } = await printingOverACut();
    wire.mend();
    await eventually(() => expect(room.link.state().kind).toBe('up'));
    expect(await end()).toEqual({ printed: 1, states: ['sent'] });
    expect(room.heard.at(-1)).toMatchObject({ kind: 'line', state: 'up', unsent: 0 });
  });

  it('printed while the line breaks and the screen is locked ends as it would have, and then is locked there', async () => {
    const { room, wire, end } = await printingOverACut();
    await room.companion.lock('system');
    wire.mend();
    await eventually(() => expect(room.link.state().kind).toBe('up'));
    // It still works there: the lock waits behind it.
    for (let calls = 0; calls < 8; calls += 1) expect(await refusal(() => room.client.keepSession({}))).toBe('none');
    expect(await end()).toEqual({ printed: 1, states: ['sent'] });
    await eventually(async () => expect(await refusal(() => room.client.keepSession({}))).toBe('locked/'));
  });
});
