/** Kind 20: the report of a service and the letter that carries it; numbers, who may, what each says, what is kept. */
import { afterEach, describe, expect, it } from 'vitest';
import type { Contract } from '../../../src/shared/contract.ts';
import type { StaffChange } from '../../../src/shared/access/index.ts';
import type { Client } from '../../../src/shared/platform/contract.ts';
import { fetchFile } from '../../../src/renderer/platform/files.ts';
import { aUser } from '../../support/case-builder.ts';
import { bytesOf, textOf } from '../../support/paper-text.ts';
import {
  centreDetails,
  closeCentres,
  passphrase,
  startCentre,
  type TestCentre,
} from '../../support/start-application.ts';
import { sheetOf } from '../register/a-sheet.ts';
import { insideFile } from '../inside-file.ts';
import { refusal } from '../refusal.ts';
import { filled, finding, issue } from './a-report.ts';

afterEach(closeCentres);

const kind = 20 as const;
const user = aUser({
  address: {
    ...aUser().address,
    streetKind: 'jiron',
    text: 'Los Jazmines Inventados 742',
    districtCode: '150132',
    isReserved: false,
    reservedReason: null,
  },
});

async function pagesOf(client: Client<Contract>, caseId: string, documentId: string): Promise<string> {
  const { file } = await client.viewDocument({ caseId, documentId });
  return textOf(Buffer.from(await fetchFile(client, file)));
}

async function started(): Promise<{ centre: TestCentre; caseId: string }> {
  const centre = await startCentre();
  const coordinator = await centre.as('coordina');
  const { version } = await coordinator.getCentre({});
  await coordinator.changeCentre({ version, centre: { ...centreDetails, acronym: 'CEM-INVENTADO' } });
  const { caseId } = await centre.aCase({ user });
  return { centre, caseId };
}

async function approved(centre: TestCentre, staffChange: StaffChange): Promise<void> {
  const { proposalId } = await (await centre.as('coordina')).proposeStaffChange({ staffChange });
  await (await centre.as('legal')).approveStaffChange({ proposalId }, { password: passphrase });
}

describe('who signs the letter', () => {
  const second = {
    login: 'zoe',
    fullName: 'Zoe Inventada Segunda',
    profession: null,
    college: null,
    collegeNumber: null,
  };
  const several = 'Hay más de una persona en Coordinación';

  async function signed(centre: TestCentre, caseId: string) {
    const psychologist = await centre.as('psico');
    const options = await filled(psychologist, caseId, 'psychological');
    const { file, warnings } = await psychologist.previewFiling({ caseId, kind, options });
    const text = textOf(await bytesOf(psychologist, file));
    const names = ['Carmen Inventada Coordina', 'Zoe Inventada Segunda'].filter((one) => text.includes(one));
    return { names, isWarned: warnings.some((one) => one.includes(several)) };
  }

  it('is the first coordinator by name, with a warning where there are several; never one to whom it is closed', async () => {
    const { centre, caseId } = await started();
    expect(await signed(centre, caseId)).toEqual({ names: ['Carmen Inventada Coordina'], isWarned: false });
    await approved(centre, { change: 'create', details: { ...second, roles: ['coordinator'] } });
    expect(await signed(centre, caseId)).toEqual({ names: ['Carmen Inventada Coordina'], isWarned: true });
    await (await centre.as('coordina')).declareConflict({ person: relative });
    expect(await signed(centre, caseId)).toEqual({ names: ['Zoe Inventada Segunda'], isWarned: false });
  });

  it('is who composes, where that is a coordinator', async () => {
    const { centre, caseId } = await started();
    const { staff } = await (await centre.as('coordina')).listStaff({});
    const composer = staff.find(({ login }) => login === 'psico');
    if (composer === undefined) throw new Error('no psychologist');
    const roles = ['coordinator' as const, 'psychologist' as const];
    await approved(centre, { change: 'roles', staffId: composer.id, version: composer.version, roles });
    expect(await signed(centre, caseId)).toEqual({ names: [], isWarned: false });
  });
});

const relative = {
  ...{ kinship: 'siblingOrGrandparent' as const, documentKind: 'dni' as const, documentNumber: '00112233' },
  ...{ givenNames: null, firstSurname: null, secondSurname: null },
};

describe('a report of the centre', () => {
  it('goes out with its letter: the letter says who asks and never what was found', async () => {
    const { centre, caseId } = await started();
    const psychologist = await centre.as('psico');
    const { letter, report } = await issue(psychologist, caseId, 'psychological');
    expect(letter).toMatchObject({ kind: 'official-letter', number: 'Oficio N.º 001-2026-CEM-INVENTADO' });
    expect(report).toMatchObject({
      kind: 'psychological-report',
      number: 'Informe psicológico N.º 001-2026-CEM-INVENTADO',
    });
    for (const { id } of [letter, report]) {
      const copy = {
        caseId,
        documentId: id,
        way: 'save',
        format: 'docx',
        recipient: 'Juzgado',
        purpose: 'Prueba',
      } as const;
      const { file } = await psychologist.releaseCopy(copy);
      expect(file).not.toBeNull();
    }
    const letterText = await pagesOf(psychologist, caseId, letter.id);
    expect(letterText).toContain('informe psicológico N.º 001-2026');
    expect(letterText).toContain('Oficio N.º 120-2026 del juzgado inventado');
    expect(letterText).toContain('Coordinación');
    for (const words of [finding, 'Conclusión inventada', 'Entrevista del 3', 'Constancia', 'Rosa']) {
      expect(letterText).not.toContain(words);
    }
    const reportText = await pagesOf(psychologist, caseId, report.id);
    for (const words of [finding, 'Conclusión inventada', 'Entrevista del 3', 'Estado emocional', 'Reg. ']) {
      expect(reportText).toContain(words);
    }
    expect(`${letterText}${reportText}`).not.toContain('Jazmines');
  });

  it('is refused when a text says where she lives, though another paper might print it', async () => {
    const { centre, caseId } = await started();
    const psychologist = await centre.as('psico');
    const options = await filled(psychologist, caseId, 'psychological', {
      informe_hallazgos: 'Vive en Los Jazmines Inventados 742.',
    });
    const preview = await psychologist.previewFiling({ caseId, kind, options });
    expect(preview.warnings.join(' ')).toContain('dato en reserva');
    expect(textOf(await bytesOf(psychologist, preview.file))).not.toContain('Jazmines');
    const send = () => psychologist.issueFiling({ caseId, kind, options, missingReason: 'urgency' });
    expect(await refusal(send)).toBe('rule-broken/reserved-place-in-text');
  });

  it('is of its service: written, read and printed by that one; the letter by the team', async () => {
    const { centre, caseId } = await started();
    const [psychologist, social, lawyer] = [
      await centre.as('psico'),
      await centre.as('social'),
      await centre.as('legal'),
    ];
    expect((await psychologist.listFilings({ caseId })).kinds.map((one) => one.kind)).toEqual([20]);
    expect((await lawyer.listFilings({ caseId })).kinds.map((one) => one.kind)).not.toContain(20);
    for (const of of ['social', 'followUp', 'supervision'] as const) {
      const options = await filled(psychologist, caseId, of);
      const send = () => psychologist.issueFiling({ caseId, kind, options, missingReason: null });
      expect([of, await refusal(send)]).toEqual([of, 'forbidden/']);
    }
    const options = await filled(social, caseId, 'psychological');
    expect(await refusal(() => social.previewFiling({ caseId, kind, options }))).toBe('forbidden/');
    expect(await refusal(() => lawyer.startFiling({ caseId, kind }))).toBe('forbidden/');
    expect(await refusal(() => psychologist.startFiling({ caseId, kind: 3 }))).toBe('forbidden/');

    const { letter, report } = await issue(psychologist, caseId, 'psychological');
    for (const client of [social, lawyer]) {
      expect(await refusal(() => client.viewDocument({ caseId, documentId: report.id }))).toBe('not-found/');
      expect(await pagesOf(client, caseId, letter.id)).toContain('OFICIO');
    }
    const line = (await lawyer.listPresenting({ caseId })).filings.find((one) => one.documentId === letter.id);
    expect(line).toMatchObject({ kind: 20, writNumber: 0, state: 'issued' });
  });

  it('takes numbers of the centre and of the service, in order and without gap; no writ of a proceeding', async () => {
    const { centre, caseId } = await started();
    const [psychologist, social] = [await centre.as('psico'), await centre.as('social')];
    const papers = [];
    for (const [client, of] of [
      [psychologist, 'psychological'],
      [social, 'social'],
      [social, 'supervision'],
    ] as const) {
      papers.push(await issue(client, caseId, of));
      centre.clock.advance(60_000);
    }
    expect(papers.map(({ letter }) => letter.number.slice(0, 21))).toEqual([
      'Oficio N.º 001-2026-C',
      'Oficio N.º 002-2026-C',
      'Oficio N.º 003-2026-C',
    ]);
    expect(papers.map(({ report }) => report.number.replace('-CEM-INVENTADO', ''))).toEqual([
      'Informe psicológico N.º 001-2026',
      'Informe social N.º 001-2026',
      'Informe de supervisión por encargo judicial N.º 002-2026',
    ]);
    const lawyer = await centre.as('legal');
    const { options } = await lawyer.startFiling({ caseId, kind: 4 });
    const addressee = { treatment: 'Señora Jueza', office: 'del Juzgado de Familia Inventado' };
    const writ = { caseId, kind: 4 as const, options: { ...options, addressee }, missingReason: 'urgency' as const };
    expect((await lawyer.issueFiling(writ)).document.number).toContain('Escrito N.º 1 ·');
  });

  it('is of a class that somebody chose', async () => {
    const { centre, caseId } = await started();
    const psychologist = await centre.as('psico');
    const options = await filled(psychologist, caseId, 'psychological', { informe_clase: null });
    const issued = () => psychologist.issueFiling({ caseId, kind, options, missingReason: 'urgency' });
    expect(await refusal(issued)).toBe('rule-broken/report-class-needed');
    expect((await psychologist.listDocuments({ caseId })).documents).toEqual([]);
  });

  it('keeps of its form only what the letter may say', async () => {
    const { centre, caseId } = await started();
    await issue(await centre.as('psico'), caseId, 'psychological');
    await centre.close();
    const kept = await insideFile(
      centre.folder,
      (db) => db.prepare('select options from filing').get() as { options: string },
    );
    expect(kept.options).toContain('informe_referencia');
    expect(kept.options).not.toContain(finding);
    expect(kept.options).not.toContain('Conclusión');
  });

  it('sets its indicator by the day it was presented, and annulling unsets it', async () => {
    const { centre, caseId } = await started();
    const [psychologist, social, lawyer] = [
      await centre.as('psico'),
      await centre.as('social'),
      await centre.as('legal'),
    ];
    const both = ['CASOS_INFORME_PSICO', 'CASOS_INFORME_SOCIAL'] as const;
    const values = async () => {
      const sheet = await sheetOf(lawyer, caseId);
      return both.map((id) => sheet.line(id).value);
    };
    await issue(psychologist, caseId, 'psychological');
    centre.clock.advance(60_000);
    await issue(social, caseId, 'social');
    expect(await values()).toEqual(['0', '0']);
    const { filings } = await lawyer.listPresenting({ caseId });
    const made = [];
    for (const { filingId } of filings) {
      made.push(await lawyer.presentFiling({ caseId, filingId, form: cargo }));
    }
    expect(await values()).toEqual(['1', '1']);
    for (const { id, version } of made) {
      await lawyer.annulPresentation({ caseId, presentationId: id, version, reason: 'wrongData', words: null });
    }
    expect(await values()).toEqual(['0', '0']);
  });
});

const cargo = {
  presentedOn: '2026-06-10',
  presentedTime: '08:20',
  desk: 'Juzgado de Familia de Villa Inventada',
  instance: 'court',
  entryNumber: '4521-2026',
  folios: 8,
  signedId: null,
  cargoId: null,
  acceptsChanges: false,
} as never;
