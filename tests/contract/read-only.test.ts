/**
 * A closed ficha is only read: every procedure that changes something, asked by everybody with the ids of one, is refused
 * with the same words and leaves no trace in it, but for the listed ones.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contract } from '../../src/shared/contract.ts';
import type { Envelope, ProcedureSpec } from '../../src/shared/platform/contract.ts';
import { close } from '../services/closing/closing.ts';
import { aHearing } from '../services/proceedings/a-proceeding.ts';
import { sectionAForm, sectionBForm } from '../support/case-builder.ts';
import { insideFile } from '../services/inside-file.ts';
import { blankLines } from '../../src/shared/safety/index.ts';
import { validInput, type Named } from '../support/valid-inputs.ts';
import { closeCentres, passphrase, startCentre, type Login, type TestCentre } from '../support/start-application.ts';

/** What a closed ficha takes at any time: who may open it, what leaves of it, what comes back, what she asks for or withdraws. */
const always = [
  'acknowledgeAlert',
  'answerDataRequest',
  'choosePassage',
  'closeHandOver',
  'correctEvent',
  'deliverCustody',
  'discardNoteDraft',
  'dismissConflict',
  'endCall',
  'giveSealKey',
  'handOverCase',
  'issueOwnCopy',
  'issueRegisterSheet',
  'moveReferral',
  'openCaseAgainstAnother',
  'openCaseSeal',
  'openDraft',
  'openLinkedCase',
  'passRegisterLines',
  'proposeAttachmentExport',
  'proposeCaseAnnulment',
  'proposeCaseSeal',
  'proposeOwnCopy',
  'proposeSealMembers',
  'recordDataRequest',
  'recordSlip',
  'registerCase',
  'releaseCopies',
  'releaseCopy',
  'releaseSafetyCard',
  'reopenCase',
  'repeatCopies',
  'reportNovelty',
  'settleCopies',
  'settleDeadline',
  'takeAttachmentOriginal',
  'verifyRequester',
  'withdrawConsent',
];
/** As long as measures of it are in force. */
const withMeasures = [
  'addAttachment',
  'annulAttachment',
  'answerFiling',
  'describeAttachment',
  'endHearing',
  'recordEvent',
  'releaseHearingPaper',
  'saveHearing',
];

const changes = (Object.entries(contract) as [string, ProcedureSpec][]).filter(([, spec]) => spec.changes);
const ofCases = changes.filter(([, spec]) => spec.subject === 'case');
const refused = ofCases.filter(([name]) => !always.includes(name));
const named = (kept: ProcedureSpec['whileClosed']) =>
  ofCases.filter(([, spec]) => spec.whileClosed === kept).map(([name]) => name);

/** A person of each function that may write in a case. */
const writers: readonly Login[] = ['psico', 'social', 'legal', 'coordina'];

const safety = {
  lines: { ...blankLines(), bag: { words: 'Lista', card: 'Encargo' } },
  ...{ phones: [], carriesCard: true, rereadOn: '2026-06-25', present: 'alone' },
};

let centre: TestCentre;
let caseId: string;
let ids: Named;

const rowsIn = () =>
  insideFile(centre.folder, (db) => {
    const tables = db
      .prepare(
        `select m.name from sqlite_master m join pragma_table_info(m.name) c where m.type = 'table' and c.name = 'case_id'`,
      )
      .pluck()
      .all() as string[];
    const rows = tables.map((table) => [table, db.prepare(`select * from ${table} where case_id = ?`).all(caseId)]);
    return JSON.stringify([db.prepare('select * from case_file where id = ?').all(caseId), ...rows]);
  });

async function call(login: Login, procedure: string, input: unknown): Promise<Envelope> {
  centre.clock.advance(20);
  const { token } = await centre.sessionOf(login);
  const spec = contract[procedure as keyof typeof contract] as ProcedureSpec;
  const password = spec.passwordAgain === true ? passphrase : null;
  return centre.application.invoke({ procedure, input, session: token, key: crypto.randomUUID(), password });
}

beforeAll(async () => {
  centre = await startCentre();
  const opened = await centre.aCase();
  ({ caseId } = opened);
  await close(centre, caseId);
  ids = {
    ...{ caseId: [caseId], fromCaseId: [caseId], number: [opened.number] },
    // Too many parts for the first that passes.
    ...{ form: [sectionAForm(), sectionBForm()], hearing: [aHearing('2026-06-15', '09:00')], plan: [safety] },
  };
});
afterAll(closeCentres);

describe('a closed ficha', () => {
  it('takes what is listed, and nothing else', () => {
    expect([...named('always')].sort()).toEqual(always);
    expect([...named('measures')].sort()).toEqual(withMeasures);
    expect(refused.length).toBeGreaterThan(40);
    expect(changes.filter(([, spec]) => spec.subject !== 'case' && spec.whileClosed !== undefined)).toEqual([]);
  });

  it('refuses every other change in its own words, and has no trace of it', async () => {
    await centre.application.close();
    const before = await rowsIn();
    centre = await centre.restart();
    const wrong: string[] = [];
    let asked = 0;
    for (const [name, spec] of refused) {
      const input = validInput(spec.input, ids);
      for (const login of writers) {
        const answer = await call(login, name, input);
        if (answer.ok) wrong.push(`${name} of ${login}: answered`);
        else if (answer.failure.reason === 'case-closed') asked += 1;
        else if (!['forbidden', 'not-found'].includes(answer.failure.code))
          wrong.push(`${name}: ${answer.failure.reason ?? answer.failure.code}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(asked).toBeGreaterThan(100);
    await centre.application.close();
    expect(await rowsIn()).toBe(before);
    centre = await centre.restart();
  });
});
