import { refusal } from '../refusal.ts';
import { createHash } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import type { Contract } from '../../../src/shared/contract.ts';
import type { FilingOptions } from '../../../src/shared/filings/index.ts';
import type { SectionAForm } from '../../../src/shared/intake/index.ts';
import type { UserPerson } from '../../../src/shared/people/index.ts';
import type { Client } from '../../../src/shared/platform/contract.ts';
import { aUser, admission, sectionAForm, sectionBForm } from '../../support/case-builder.ts';
import { closeCentres, passphrase, startCentre, type TestCentre } from '../../support/start-application.ts';
import { bytesOf, textOf } from '../../support/paper-text.ts';

afterEach(closeCentres);

const street = 'Los Jazmines Inventados 742';
const phone = '987654321';
const email = 'rosa@inventada.example';

const user = aUser({
  contact: { phone, whose: 'ella', mayCall: 'yes', hours: null, whatToSay: null, email, emailIsSafe: true },
  address: {
    streetKind: 'jiron',
    text: street,
    reference: 'frente al molino inventado',
    districtCode: '150132',
    settlement: null,
    isReserved: true,
    reservedReason: 'lo pidió',
  },
});

const decided: Partial<FilingOptions> = {
  addressee: { treatment: 'Señora jueza del', office: 'Juzgado de Familia de turno' },
  measures: [{ code: 'removal-from-home', reason: 'Él volvió a la vivienda.', detail: null }],
  articles: ['l-22'],
};

async function filing(centre: TestCentre, options: Parameters<TestCentre['aCase']>[0] = {}) {
  const { caseId } = await centre.aCase({ user, ...options });
  const lawyer = await centre.as('legal');
  const started = await lawyer.startFiling({ caseId, kind: 3 });
  return { caseId, lawyer, request: { caseId, kind: 3 as const, options: { ...started.options, ...decided } } };
}

async function viewed(
  lawyer: Client<Contract>,
  caseId: string,
  documentId: string,
  again: { password?: string } = {},
): Promise<Buffer> {
  const { file } = await lawyer.viewDocument({ caseId, documentId }, again);
  return bytesOf(lawyer, file);
}

function livingTogether(of: UserPerson, answer: 0 | 1): SectionAForm {
  const form = sectionAForm({ user: of });
  return { ...form, answers: { ...form.answers, aggressorLivesWithUser: answer } };
}

describe('startFiling', () => {
  it('proposes what the record answers and leaves the decisions to the lawyer', async () => {
    const centre = await startCentre();
    const { request } = await filing(centre);
    const { options } = await (await centre.as('legal')).startFiling({ caseId: request.caseId, kind: 3 });
    expect(options).toMatchObject({
      addressee: null,
      writNumber: null,
      measures: [],
      articles: [],
      place: 'San Juan de Lurigancho',
      signedOn: '2026-06-10',
    });
    expect(options.criteria.relation).toBe('Ex conviviente.');
    expect(options.criteria['risk-form']).toContain('moderado');
    expect(options.criteria['disability']).toBeNull();
  });
});

describe('previewFiling', () => {
  it('shows the facts of the record as a draft, says what is in reserve and prints none of it', async () => {
    const centre = await startCentre();
    const { lawyer, request } = await filing(centre);
    const preview = await lawyer.previewFiling(request);
    const text = textOf(await bytesOf(lawyer, preview.file));
    expect(text).toContain('BORRADOR');
    expect(text).toContain('ROSA INVENTADA QUISPE FICTICIA');
    expect(text).toContain('00112233');
    expect(text).toContain('34 años');
    expect(text).toContain('PEDRO IMAGINARIO CONDORI');
    expect(text).toContain('ex conviviente');
    expect(text).toContain('8 de junio de 2026');
    expect(text).toContain('discutieron por la noche');
    expect(text).toContain('MODERADO');
    expect(text).toContain('Luz Inventada Legal');
    expect(text).toContain('EN RESERVA');
    for (const secret of [street, 'Jazmines', 'molino', phone, email]) expect(text).not.toContain(secret);
    expect(preview.reserved).toEqual(['domicilio', 'teléfono seguro', 'correo']);
    expect(preview.missing.filter((fact) => fact.weight === 'required')).toEqual([]);
    expect((await lawyer.listDocuments({ caseId: request.caseId })).documents).toEqual([]);
  });

  it('keeps the address in reserve when the accused lives elsewhere, also without the mark', async () => {
    const centre = await startCentre();
    const open = aUser({ ...user, address: { ...user.address, isReserved: false, reservedReason: null } });
    const { lawyer, request } = await filing(centre, {
      user: open,
      a: livingTogether(open, 0),
    });
    const preview = await lawyer.previewFiling(request);
    expect(textOf(await bytesOf(lawyer, preview.file))).not.toContain('Jazmines');
    expect(preview.reserved).toContain('domicilio');
    expect(preview.warnings.join(' ')).toContain('se pone en reserva');
  });

  it('prints the address when they live together and nobody asked for reserve', async () => {
    const centre = await startCentre();
    const open = aUser({ ...user, address: { ...user.address, isReserved: false, reservedReason: null } });
    const { lawyer, request } = await filing(centre, {
      user: open,
      a: livingTogether(open, 1),
    });
    const preview = await lawyer.previewFiling(request);
    expect(textOf(await bytesOf(lawyer, preview.file))).toContain(`Jirón ${street}`);
    expect(preview.reserved).not.toContain('domicilio');
  });

  it('is not for other services', async () => {
    const centre = await startCentre();
    const { request } = await filing(centre);
    await expect((await centre.as('psico')).previewFiling(request)).rejects.toMatchObject({
      failure: { code: 'forbidden' },
    });
  });
});

describe('issueFiling', () => {
  it('freezes the same bytes that are viewed later, under their hash and the number on the paper', async () => {
    const centre = await startCentre();
    const { caseId, lawyer, request } = await filing(centre);
    const { document } = await lawyer.issueFiling({ ...request, missingReason: null });
    expect(document).toMatchObject({
      kind: 'filing',
      number: 'Escrito N.º 1 · E-2026-000001',
      issuedBy: 'Luz Inventada Legal',
    });
    const first = await viewed(lawyer, caseId, document.id);
    expect(createHash('sha256').update(first).digest('hex')).toBe(document.contentHash);
    const text = textOf(first);
    expect(text).toContain('N.º E-2026-000001');
    expect(text).not.toContain('BORRADOR');
    for (const secret of ['Jazmines', 'molino', phone, email]) expect(text).not.toContain(secret);
    // A change of the record does not reach what was issued.
    centre.clock.advance(1000);
    const psychologist = await centre.as('psico');
    const { version, form } = await psychologist.getSectionA({ caseId });
    await psychologist.saveSectionA({
      caseId,
      version,
      form: { ...form, user: { ...form.user, givenNames: 'Otra Inventada' } },
      reason: { code: 'typing', text: null },
    });
    expect((await viewed(lawyer, caseId, document.id)).equals(first)).toBe(true);
  });

  it('puts the address in a sheet of its own that asks for its own permission and the password again', async () => {
    const centre = await startCentre();
    const { caseId, lawyer, request } = await filing(centre);
    await lawyer.issueFiling({ ...request, missingReason: null });
    const { documents } = await lawyer.listDocuments({ caseId });
    const sheet = documents.find((document) => document.kind === 'reserved-sheet');
    expect(documents).toHaveLength(2);
    const sheetId = sheet?.id ?? '';
    await expect(viewed(lawyer, caseId, sheetId)).rejects.toMatchObject({ failure: { reason: 'password-again' } });
    const text = textOf(await viewed(lawyer, caseId, sheetId, { password: passphrase }));
    expect(text).toContain(street);
    expect(text).not.toContain(phone);
    await expect(
      (await centre.as('psico')).viewDocument({ caseId, documentId: sheetId }, { password: passphrase }),
    ).rejects.toMatchObject({ failure: { code: expect.stringMatching(/forbidden|not-found/) as string } });
  });

  it('asks why a required fact is missing, names it, and issues with the reason', async () => {
    const centre = await startCentre();
    const blank = sectionBForm().incident;
    const { lawyer, caseId, request } = await filing(centre, {
      b: { incident: { ...blank, occurredOn: null } },
      isValidated: false,
    });
    await expect(lawyer.issueFiling({ ...request, missingReason: null })).rejects.toMatchObject({
      failure: {
        code: 'rule-broken',
        reason: 'missing-fact-reason-needed',
        issues: [{ path: 'hecho.fecha', message: expect.stringContaining('fecha o período') as string }],
      },
    });
    const { document } = await lawyer.issueFiling({ ...request, missingReason: 'does-not-remember' });
    expect(textOf(await viewed(lawyer, caseId, document.id))).toContain('FALTA');
  });

  it('refuses without a measure and with a reserved text in any field, and takes no number for it', async () => {
    const centre = await startCentre();
    const { lawyer, request } = await filing(centre);
    const { options } = request;
    await expect(
      lawyer.issueFiling({ ...request, options: { ...options, measures: [] }, missingReason: 'urgency' }),
    ).rejects.toMatchObject({ failure: { reason: 'filing-measure-needed' } });
    const leaking = { ...options, otherRequests: [`Que se notifique en Jr. ${street.toUpperCase()}.`] };
    const preview = await lawyer.previewFiling({ ...request, options: leaking });
    expect(preview.warnings.join(' ')).toContain('dato en reserva');
    expect(textOf(await bytesOf(lawyer, preview.file))).not.toContain('JAZMINES');
    await expect(lawyer.issueFiling({ ...request, options: leaking, missingReason: 'urgency' })).rejects.toMatchObject({
      failure: { code: 'rule-broken', reason: 'reserved-place-in-text' },
    });
    const { document } = await lawyer.issueFiling({ ...request, missingReason: null });
    expect(document.number).toBe('Escrito N.º 1 · E-2026-000001');
  });

  it('tells the words of a draft only to the session that began it, as its entry in the audit says', async () => {
    const centre = await startCentre();
    const { request } = await filing(centre);
    const { caseId, kind } = request;
    const later = await (await centre.restart()).as('legal');
    const compose = () => later.composeDraft(request);
    expect(await refusal(compose)).toBe('rule-broken/paper-not-begun');
    await later.startFiling({ caseId, kind: 4 });
    expect(await refusal(compose)).toBe('rule-broken/paper-not-begun');
    await later.startFiling({ caseId, kind });
    expect((await compose()).blocks.length).toBeGreaterThan(0);
  });

  it('leaves a reserved text out of an account that nobody can change any more, and says so', async () => {
    const centre = await startCentre();
    const account = `Contó que se mudó a jirón ${street} por miedo.`;
    const { lawyer, request } = await filing(centre, { b: { account } });
    const issue = () => lawyer.issueFiling({ ...request, missingReason: 'urgency' });
    // While it is open, it is mended where it stands.
    expect(await refusal(issue)).toBe('rule-broken/reserved-place-in-text');
    centre.clock.advance(25 * 3_600_000);
    const later = await (await centre.restart()).as('legal');
    const { caseId, kind } = request;
    await later.startFiling({ caseId, kind });
    const { warnings } = await later.composeDraft(request);
    expect(warnings.join(' ')).toContain('El relato ya no se puede cambiar y menciona un dato en reserva');
    const { document } = await later.issueFiling({ ...request, missingReason: 'urgency' });
    const text = textOf(await viewed(later, request.caseId, document.id));
    expect(text).toContain('se mudó a');
    expect(text).toContain('[dato en reserva] por miedo');
    expect(text).not.toContain('Jazmines');
    // What is typed into the writ itself still refuses it.
    const typed = { ...request.options, otherRequests: [`Que se notifique en ${street}.`] };
    const leaking = () => later.issueFiling({ ...request, options: typed, missingReason: 'urgency' });
    expect(await refusal(leaking)).toBe('rule-broken/reserved-place-in-text');
  });

  it('gives two filings issued at once two numbers, the loser told to issue again', async () => {
    const centre = await startCentre();
    const { lawyer, request } = await filing(centre);
    const issue = (writNumber: number) =>
      lawyer.issueFiling({ ...request, options: { ...request.options, writNumber }, missingReason: null });
    const results = await Promise.allSettled([issue(1), issue(2)]);
    const numbers = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value.document.number] : []));
    for (const [at, result] of results.entries()) {
      if (result.status === 'rejected') {
        expect(result.reason).toMatchObject({ failure: { code: 'conflict', reason: 'number-taken' } });
        numbers.push((await issue(at + 1)).document.number);
      }
    }
    expect(numbers.map((number) => number.replace(/^Escrito N.º [12]/, '')).sort()).toEqual([
      ' · E-2026-000001',
      ' · E-2026-000002',
    ]);
  });

  it('gives no number of a writ twice in one proceeding, whichever ficha of the event it is of', async () => {
    const centre = await startCentre();
    const { lawyer, request } = await filing(centre);
    const stranger = await centre.aCase();
    const child = aUser({ givenNames: 'Nina Inventada', document: { kind: 'dni', state: 'notAsked', number: null } });
    const linking = { caseId: request.caseId, admission, user: child, userLink: { kind: 'new' as const } };
    const other = await lawyer.openLinkedCase(linking);
    const file = (courtFileNumber: string | null, caseId: string = request.caseId) => ({
      ...request,
      caseId,
      options: { ...request.options, courtFileNumber, writNumber: 1 },
      missingReason: 'urgency' as const,
    });
    await lawyer.issueFiling(file('00012-2026-0-0000'));
    const { warnings } = await lawyer.previewFiling({ ...request, options: file('00012-2026-0-0000').options });
    expect(warnings.join(' ')).toContain('ya tiene ese número');
    for (const again of [file('00012 - 2026-0-0000'), file(null), file('00012-2026-0-0000', other.caseId)]) {
      expect(await refusal(() => lawyer.issueFiling(again))).toBe('rule-broken/writ-number-used');
    }
    // The file of the prosecutor is another proceeding, and so is the file of another case.
    const { document } = await lawyer.issueFiling(file('77-2026'));
    expect(document.number).toBe('Escrito N.º 1 · E-2026-000002');
    await lawyer.issueFiling(file(null, other.caseId));
    // Nobody learns from a number that the centre works in a proceeding of a ficha of another event.
    const elsewhere = file('00012-2026-0-0000', stranger.caseId);
    const unasked = await lawyer.previewFiling({ ...request, caseId: stranger.caseId, options: elsewhere.options });
    expect(unasked.warnings.join(' ')).not.toContain('ya tiene ese número');
    await lawyer.issueFiling(elsewhere);
  });
});

describe('copies of a filing', () => {
  it('are registered before they leave, and a failed one keeps its number', async () => {
    let isWorking = false;
    const seen: string[] = [];
    const saver = {
      save: (name: string) => {
        seen.push(name);
        return isWorking
          ? Promise.resolve({ path: '/tmp/escrito.pdf', place: 'computer' as const })
          : Promise.reject(new Error('no folder'));
      },
    };
    const centre = await startCentre({ ports: { saver } });
    const { caseId, lawyer, request } = await filing(centre);
    const { document } = await lawyer.issueFiling({ ...request, missingReason: null });
    const copy = {
      caseId,
      documentId: document.id,
      way: 'save' as const,
      recipient: 'Juzgado',
      purpose: 'Presentación',
    };
    await expect(lawyer.releaseCopy(copy)).rejects.toMatchObject({ failure: { reason: 'copy-not-delivered' } });
    isWorking = true;
    const released = await lawyer.releaseCopy(copy);
    expect(released.copy).toMatchObject({ number: 'CEM-2026-000002', state: 'sent' });
    const { documents } = await lawyer.listDocuments({ caseId });
    const copies = documents.find((one) => one.id === document.id)?.copies ?? [];
    expect(copies.map(({ number, state }) => [number, state])).toEqual([
      ['CEM-2026-000001', 'failed'],
      ['CEM-2026-000002', 'sent'],
    ]);
    expect(seen.join(' ')).not.toMatch(/rosa|quispe/i);
  });
});
