import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dialogSaver } from '../../../src/main/platform/saving.ts';
import { closeCentres, startCentre, type TestCentre } from '../../support/start-application.ts';
import { refusal } from '../refusal.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'registro-outside-'));
  for (const name of ['documentos', 'usb', 'red']) mkdirSync(join(root, name));
});
afterEach(async () => {
  await closeCentres();
  rmSync(root, { recursive: true, force: true });
});

/** A centre that saves where `chosen.path` says, with one issued writ. */
async function saving() {
  const chosen = { path: join(root, 'documentos', 'a.pdf') };
  const saveFile = () => Promise.resolve(chosen.path);
  const drives = {
    isNetwork: (path: string) => path.startsWith(join(root, 'red')),
    isRemovable: (path: string) => Promise.resolve(path.startsWith(join(root, 'usb'))),
    syncFolders: () => [],
  };
  const saver = dialogSaver({ saveFile, chooseFolder: () => Promise.resolve(null) });
  const centre = await startCentre({ ports: { saver, drives } });
  const { caseId } = await centre.aCase();
  const lawyer = await centre.as('legal');
  const { options } = await lawyer.startFiling({ caseId, kind: 3 });
  const filled = {
    ...options,
    addressee: { treatment: 'SEÑORA JUEZA', office: 'del Juzgado de Familia de Villa Inventada' },
    measures: [{ code: 'no-contact' as const, reason: 'Motivo inventado', detail: null }],
  };
  const { document } = await lawyer.issueFiling({ caseId, kind: 3, options: filled, missingReason: 'urgency' });
  const save = (path: string) => {
    chosen.path = path;
    const { id: documentId } = document;
    return lawyer.releaseCopy({ caseId, documentId, way: 'save', recipient: 'Juzgado', purpose: 'Presentar' });
  };
  const releaseMany = (copies: number) => {
    chosen.path = join(root, 'documentos', `${crypto.randomUUID()}.pdf`);
    return lawyer.releaseCopies({
      ...{ caseId, batchId: crypto.randomUUID(), documentIds: [document.id], way: 'save', courtCopies: copies },
      ...{ officeCopies: 0, recipient: null, purpose: null, printer: null, reprintOf: null },
    });
  };
  return { centre, caseId, lawyer, document, save, releaseMany };
}

const all = { from: null, to: null, state: null, way: null } as const;
/** The partner of the invented person: the ficha is closed to who declares it. */
const relative = {
  ...({ kinship: 'partner', documentKind: 'dni', documentNumber: '00112233' } as const),
  ...{ givenNames: null, firstSurname: null, secondSurname: null },
};

const at = (...parts: string[]) => join(root, ...parts);

async function register(centre: TestCentre) {
  const { lines } = await (await centre.as('legal')).readPrintRegister(all);
  return lines.map(({ number, state, savedTo, savedPlace }) => [number, state, savedTo, savedPlace]).reverse();
}

describe('files saved outside', () => {
  it('say where they went; what was refused left nothing and says that it did not leave', async () => {
    const { centre, save } = await saving();
    expect((await save(at('documentos', 'a.pdf'))).copy.savedTo).toBe(at('documentos', 'a.pdf'));
    await save(at('usb', 'b.pdf'));
    writeFileSync(at('documentos', 'c.pdf'), 'de antes');
    expect(await refusal(() => save(at('documentos', 'c.pdf')))).toBe('storage/save-exists');
    expect(await refusal(() => save(at('red', 'd.pdf')))).toBe('storage/save-network');
    expect(await register(centre)).toEqual([
      ['CEM-2026-000001', 'sent', at('documentos', 'a.pdf'), 'computer'],
      ['CEM-2026-000002', 'sent', at('usb', 'b.pdf'), 'removable'],
      ['CEM-2026-000003', 'failed', null, null],
      ['CEM-2026-000004', 'failed', null, null],
    ]);
    expect(readdirSync(at('red'))).toEqual([]);
  });

  it('go to a folder of the network only after Coordinación allowed it, and no longer when it took that back', async () => {
    const { centre, lawyer, save } = await saving();
    const coordinator = await centre.as('coordina');
    expect(await refusal(() => lawyer.allowFolder({ path: at('red'), isAllowed: true }))).toBe('forbidden/');
    expect(await refusal(() => coordinator.allowFolder({ path: 'red', isAllowed: true }))).toBe('invalid/');
    for (const path of ['C:\\CEM\\escaneos', '\\\\servidor\\cem']) {
      expect((await coordinator.allowFolder({ path, isAllowed: true })).folders).toContain(path);
      await coordinator.allowFolder({ path, isAllowed: false });
    }
    for (const path of ['\\\\servidor', '\\cem', 'Z:\\', 'Z:\\cem\\..', '\\\\?\\C:\\cem', '/'])
      expect([path, await refusal(() => coordinator.allowFolder({ path, isAllowed: true }))]).toEqual([
        path,
        'invalid/',
      ]);
    expect((await coordinator.allowFolder({ path: at('red'), isAllowed: true })).folders).toEqual([at('red')]);
    expect((await save(at('red', 'a.pdf'))).copy).toMatchObject({ savedPlace: 'allowed' });
    expect((await coordinator.allowFolder({ path: at('red'), isAllowed: false })).folders).toEqual([]);
    expect(await refusal(() => save(at('red', 'b.pdf')))).toBe('storage/save-network');
  });

  it('know one folder by each of its spellings, and are refused by each once it is no longer allowed', async () => {
    const { centre, save } = await saving();
    const coordinator = await centre.as('coordina');
    const allow = async (path: string, isAllowed = true) =>
      (await coordinator.allowFolder({ path, isAllowed })).folders;
    expect(await allow('//Servidor/cem/')).toEqual(['\\\\Servidor\\cem']);
    for (const path of ['\\\\servidor\\CEM\\', '\\\\Servidor\\cem\\otra\\..'])
      expect(await allow(path)).toEqual(['\\\\Servidor\\cem']);
    expect(await allow('\\\\SERVIDOR\\CEM', false)).toEqual([]);
    expect(await allow('c:/Cem/./escaneos//')).toEqual(['C:\\Cem\\escaneos']);
    expect(await allow('C:\\CEM\\Escaneos\\', false)).toEqual([]);
    expect(await allow(`${at('red')}/`)).toEqual([at('red')]);
    expect((await save(at('red', 'a.pdf'))).copy).toMatchObject({ savedPlace: 'allowed' });
    expect(await allow(at('documentos', '..', 'red'), false)).toEqual([]);
    expect(await refusal(() => save(at('red', 'b.pdf')))).toBe('storage/save-network');
  });

  it('stay listed until they are deleted, the oldest first, and are reminded of from the next day on', async () => {
    const { centre, save } = await saving();
    await save(at('documentos', 'a.pdf'));
    await save(at('usb', 'b.pdf'));
    expect(await (await centre.as('legal')).countSavedOutside({})).toEqual({ files: 0, oldestAt: null });
    centre.clock.set('2026-06-11T14:00:00.000Z');
    const next = await centre.restart();
    const lawyer = await next.as('legal');
    expect(await lawyer.countSavedOutside({})).toEqual({ files: 2, oldestAt: '2026-06-10T14:00:00.000Z' });
    const own = await lawyer.listSavedOutside({});
    expect(own.lines.map(({ number }) => number)).toEqual(['CEM-2026-000001', 'CEM-2026-000002']);
    expect(own).toMatchObject({ isWhole: false, asOf: '2026-06-11T14:00:00.000Z' });
    const [first, second] = own.lines;
    const social = await next.as('social');
    expect((await social.listSavedOutside({})).lines).toEqual([]);
    expect(await refusal(() => social.removeCopy({ copyId: first?.id ?? '' }))).toBe('not-found/');
    await lawyer.removeCopy({ copyId: first?.id ?? '' });
    expect((await lawyer.countSavedOutside({})).files).toBe(1);
    const coordinator = await next.as('coordina');
    const whole = await coordinator.listSavedOutside({});
    expect([whole.isWhole, whole.lines.length]).toEqual([true, 1]);
    await coordinator.removeCopy({ copyId: second?.id ?? '' });
    expect(await lawyer.countSavedOutside({})).toEqual({ files: 0, oldestAt: null });
  });

  it('are known to the auditor by the words of the program, not by what a person wrote on them', async () => {
    const { centre, caseId, lawyer, document, releaseMany } = await saving();
    const typed = { recipient: 'Hermana de Rosa Inventada', purpose: 'La recoge en su casa' };
    await lawyer.releaseCopy({ caseId, documentId: document.id, way: 'save', ...typed });
    centre.clock.advance(2000);
    await releaseMany(1);
    const auditor = await centre.as('visita');
    const told = (await auditor.readPrintRegister(all)).lines.map((line) =>
      line.sort === 'copy' ? [line.recipient, line.purpose] : [],
    );
    expect(told).toEqual([
      ['(consta en la ficha)', 'Presentar el escrito'],
      ['(consta en la ficha)', '(consta en la ficha)'],
    ]);
    const known = (await lawyer.readPrintRegister(all)).lines;
    expect(known).toMatchObject([{ purpose: 'Presentar el escrito' }, typed]);
  });

  it('are read by the auditor, who marks none of others, and sees no path that may name somebody', async () => {
    const { centre, lawyer, save } = await saving();
    const { copy } = await save(at('documentos', 'Rosa Inventada.pdf'));
    const auditor = await centre.as('visita');
    const seen = await auditor.listSavedOutside({});
    expect(seen.lines).toMatchObject([
      { number: copy.number, savedTo: null, savedPlace: 'computer', mayRemove: false },
    ]);
    const register = await auditor.readPrintRegister(all);
    expect(register.lines).toMatchObject([{ savedTo: null, savedPlace: 'computer', mayRemove: false }]);
    expect(JSON.stringify([seen, register])).not.toContain('Rosa Inventada');
    expect(await refusal(() => auditor.removeCopy({ copyId: copy.id }))).toBe('not-found/');
    const coordinator = await centre.as('coordina');
    for (const one of [lawyer, coordinator])
      expect((await one.listSavedOutside({})).lines).toMatchObject([{ savedTo: copy.savedTo, mayRemove: true }]);
    await coordinator.removeCopy({ copyId: copy.id });
    expect((await lawyer.listSavedOutside({})).lines).toEqual([]);
  });

  it('of a ficha closed since stay with who saved them, by place and date alone', async () => {
    const { centre, lawyer, save } = await saving();
    const path = at('documentos', 'a.pdf');
    const { copy } = await save(path);
    // Named as the program proposes: the number would say through «Verificar código» what it is.
    const named = await save(at('documentos', 'copias-CEM-2026-000002.pdf'));
    expect(named.copy.number).toBe('CEM-2026-000002');
    await lawyer.declareConflict({ person: relative });
    const { id, staffName, requestedAt } = copy;
    const line = {
      id,
      number: null,
      staffName,
      requestedAt,
      savedTo: path,
      savedPlace: 'computer',
      document: null,
      sort: 'copy',
    };
    const { lines } = await lawyer.listSavedOutside({});
    expect(lines).toContainEqual({ ...line, mayRemove: true });
    expect(lines).toHaveLength(2);
    expect(lines.find((one) => one.id === named.copy.id)?.savedTo).toMatch(/documentos[\\/]$/);
    expect(JSON.stringify(lines)).not.toMatch(/CEM-2026-/);
    centre.clock.set('2026-06-11T14:00:00.000Z');
    const next = await (await centre.restart()).as('legal');
    expect((await next.countSavedOutside({})).files).toBe(2);
    for (const copyId of [id, named.copy.id]) await next.removeCopy({ copyId });
    expect((await next.countSavedOutside({})).files).toBe(0);
    expect((await next.listSavedOutside({})).lines).toEqual([]);
  });

  it('say when there are more than are shown', async () => {
    const { lawyer, save, releaseMany } = await saving();
    for (let batch = 0; batch < 25; batch += 1) await releaseMany(20);
    expect(await lawyer.listSavedOutside({})).toMatchObject({ isCut: false, lines: { length: 500 } });
    await save(at('documentos', 'a.pdf'));
    expect(await lawyer.listSavedOutside({})).toMatchObject({ isCut: true, lines: { length: 500 } });
  });
});
