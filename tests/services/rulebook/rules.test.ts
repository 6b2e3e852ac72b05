import { afterEach, describe, expect, it } from 'vitest';
import type { CivilDate } from '../../../src/shared/platform/dates.ts';
import { bytesOf, textOf } from '../../support/paper-text.ts';
import { approveRules } from '../../support/second-eye.ts';
import { closeCentres, openCentre, passphrase, startCentre, type TestCentre } from '../../support/start-application.ts';
import { changeSealed, insideFile } from '../inside-file.ts';
import { refusal } from '../refusal.ts';

afterEach(closeCentres);

const citation = { citation: 'Art. 16 de la Ley 30364', secondNumber: 'art. 19 del TUO', filings: [3] };
const value = { ...citation, subject: 'plazo para resolver' };
const change = {
  value,
  validFrom: '2026-01-01' as CivilDate,
  validTo: null,
  source: 'Diario oficial, edición inventada',
  confirmation: 'official',
  note: null,
  replaces: null,
} as const;
const article = { tableId: 'article', rowId: 'l-16', seenVersions: 1, change } as const;

async function versionsOf(centre: TestCentre, tableId: string, rowId: string) {
  const { versions } = await (await centre.as('legal')).listRules({ tableId });
  return versions.filter((row) => row.rowId === rowId);
}

describe('changing a rule', () => {
  it('adds a version and leaves the former as it was', async () => {
    const centre = await startCentre();
    const before = await versionsOf(centre, 'article', 'l-16');
    const done = await (await centre.as('legal')).changeRule(article);
    expect(done).toEqual({ rowId: 'l-16', version: 2, isWaiting: true });
    const [first, second] = await versionsOf(centre, 'article', 'l-16');
    expect(first).toEqual({ ...before[0], isCurrent: false });
    expect(second).toMatchObject({
      ...{ version: 2, value, validFrom: '2026-01-01', source: change.source, claimed: 'official' },
      ...{ confirmation: 'toConfirm', isWaiting: true, confirmedBy: null, editedBy: 'Luz Inventada Legal' },
      label: 'Art. 16 de la Ley 30364 (art. 19 del TUO): plazo para resolver',
    });
  });

  it('refuses without source, with a value the table does not know, and an end before the beginning', async () => {
    const centre = await startCentre();
    const lawyer = await centre.as('legal');
    const put = (more: object) => lawyer.changeRule({ ...article, change: { ...change, ...more } });
    expect(await refusal(() => put({ source: ' ' }))).toBe('invalid/');
    expect(await refusal(() => put({ value: { ...value, filings: [21] } }))).toBe('invalid/');
    expect(await refusal(() => put({ value: { ...value, extra: 1 } }))).toBe('invalid/');
    expect(await refusal(() => put({ validTo: '2025-12-31' }))).toBe('invalid/');
    expect(await refusal(() => put({ replaces: 7 }))).toBe('rule-broken/rule-replaces-unknown');
    expect(await versionsOf(centre, 'article', 'l-16')).toHaveLength(1);
  });

  it('says at which part of the value the trouble is', async () => {
    const centre = await startCentre();
    const lawyer = await centre.as('legal');
    const failed = lawyer.changeRule({ ...article, change: { ...change, value: { ...value, subject: '' } } });
    await expect(failed).rejects.toMatchObject({ failure: { issues: [{ path: 'change.value.subject' }] } });
  });

  it('refuses a second change on what the first has altered meanwhile', async () => {
    const centre = await startCentre();
    await (await centre.as('legal')).changeRule(article);
    const late = async () => (await centre.as('coordina')).changeRule(article);
    expect(await refusal(late)).toBe('conflict/');
  });

  it('is for the lawyer and Coordinación; the others read', async () => {
    const centre = await startCentre();
    for (const login of ['admision', 'psico', 'social', 'promocion', 'soporte', 'visita'] as const) {
      const client = await centre.as(login);
      expect(await refusal(() => client.changeRule(article)), login).toBe('forbidden/');
      expect((await client.listRules({ tableId: 'article' })).versions.length, login).toBeGreaterThan(20);
    }
    const coordinator = await centre.as('coordina');
    expect(await refusal(() => coordinator.listRules({ tableId: 'no-table' }))).toBe('not-found/');
    expect(await refusal(() => coordinator.changeRule({ ...article, rowId: 'no-row' }))).toBe('not-found/');
  });

  it('adds rows only where the program can do something with them', async () => {
    const centre = await startCentre();
    const lawyer = await centre.as('legal');
    const added = await lawyer.changeRule({ ...article, rowId: null, seenVersions: 0 });
    expect(added.version).toBe(1);
    expect(await versionsOf(centre, 'article', added.rowId)).toHaveLength(1);
    const measure = { ...change, value: { number: 13, label: 'Otra' } };
    const refused = () => lawyer.changeRule({ tableId: 'measure-kind', rowId: null, seenVersions: 0, change: measure });
    expect(await refusal(refused)).toBe('rule-broken/rule-not-added');
  });
});

describe('changing the text of a writ', () => {
  it('refuses a text that could not be composed, at its field and line, and keeps a sound one as a new version', async () => {
    const centre = await startCentre();
    const lawyer = await centre.as('legal');
    const [template] = await versionsOf(centre, 'filing-template', 'filing-03');
    const put = (text: string) =>
      lawyer.changeRule({
        ...{ tableId: 'filing-template', rowId: 'filing-03', seenVersions: 1 },
        change: { ...change, confirmation: 'toConfirm', value: { ...template?.value, text } },
      });
    const text = String(template?.value['text']);
    const broken = put(text.replace('# PETITORIO', '# PETITORIO\n\n{{ no.existe }}'));
    await expect(broken).rejects.toMatchObject({ failure: { issues: [{ path: 'change.value.text' }] } });
    await expect(broken).rejects.toMatchObject({
      failure: { issues: [{ message: expect.stringMatching(/^Línea \d+: .*no\.existe/) as string }] },
    });
    await put(text.replace('# PETITORIO', '# PETITORIO\n\nPrimero, lo que se pide.'));
    const current = async () =>
      (await versionsOf(centre, 'filing-template', 'filing-03')).map(({ version, isCurrent }) => [version, isCurrent]);
    // Until the second person approved it, the text of before goes on.
    expect(await current()).toEqual([
      [1, true],
      [2, false],
    ]);
    await approveRules(centre);
    expect(await current()).toEqual([
      [1, false],
      [2, true],
    ]);
    expect((await versionsOf(centre, 'filing-template', 'filing-03'))[0]?.value).toEqual(template?.value);
  });

  it('leaves an issued writ with the text and the version it was issued with', async () => {
    const centre = await startCentre();
    const lawyer = await centre.as('legal');
    const { caseId } = await centre.aCase();
    const issued = async () => {
      const { options } = await lawyer.startFiling({ caseId, kind: 4 });
      return (await lawyer.issueFiling({ caseId, kind: 4, options, missingReason: 'urgency' })).document;
    };
    const wordsOf = async (documentId: string) => {
      const { file } = await lawyer.viewDocument({ caseId, documentId });
      return textOf(await bytesOf(lawyer, file));
    };
    const first = await issued();
    const before = await wordsOf(first.id);
    const [template] = await versionsOf(centre, 'filing-template', 'filing-04');
    const text = String(template?.value['text']).replace('# PETITORIO', '# PETITORIO\n\nPrimero, lo que se pide.');
    await lawyer.changeRule({
      ...{ tableId: 'filing-template', rowId: 'filing-04', seenVersions: 1 },
      change: { ...change, confirmation: 'toConfirm', value: { ...template?.value, text } },
    });
    expect(await wordsOf((await issued()).id)).not.toContain('Primero, lo que se pide.');
    await approveRules(centre);
    const second = await issued();
    expect(await wordsOf(first.id)).toBe(before);
    expect(before).not.toContain('Primero, lo que se pide.');
    expect(await wordsOf(second.id)).toContain('Primero, lo que se pide.');
    const templates = (await lawyer.listFilings({ caseId })).issued.map(({ template: used }) => used);
    expect(templates.sort()).toEqual(['filing-04@1', 'filing-04@1', 'filing-04@2']);
  });

  it('that no longer passes the check stops its own writ alone, and is mended where it stands', async () => {
    const centre = await startCentre();
    const lawyer = await centre.as('legal');
    const { caseId } = await centre.aCase();
    const [template] = await versionsOf(centre, 'filing-template', 'filing-03');
    const text = String(template?.value['text']);
    const put = (seenVersions: number, changed: string, by: Awaited<ReturnType<TestCentre['as']>>) =>
      by.changeRule({
        ...{ tableId: 'filing-template', rowId: 'filing-03', seenVersions },
        change: { ...change, confirmation: 'toConfirm', value: { ...template?.value, text: changed } },
      });
    await put(1, text.replace('# PETITORIO', '# PETITORIO\n\nPrimero, lo que se pide.'), lawyer);
    await approveRules(centre);
    await centre.application.close();
    // As a program would find it that gave up the field the centre had put into its text.
    await insideFile(centre.folder, (db) => {
      db.exec('DROP TRIGGER rule_row_is_final');
      db.prepare(`UPDATE rule_row SET value = replace(value, 'Primero, lo', '{{ campo.retirado }}, lo')`).run();
    });
    const restarted = await centre.restart();
    const again = await restarted.as('legal');
    expect(await refusal(() => again.startFiling({ caseId, kind: 3 }))).toBe('rule-broken/filing-template-unsound');
    expect(await refusal(() => again.startFiling({ caseId, kind: 4 }))).toBe('none');
    const { versions } = await again.listRules({ tableId: 'filing-template' });
    const unsound = versions.filter(({ isSound }) => !isSound);
    expect(unsound.map(({ rowId, version, isCurrent }) => [rowId, version, isCurrent])).toEqual([
      ['filing-03', 2, true],
    ]);
    await put(2, text, again);
    await approveRules(restarted);
    expect(await refusal(() => again.startFiling({ caseId, kind: 3 }))).toBe('none');
  });

  it('that corrects the one at work leaves it at work until it is approved', async () => {
    const centre = await startCentre();
    const lawyer = await centre.as('legal');
    const { caseId } = await centre.aCase();
    const [template] = await versionsOf(centre, 'filing-template', 'filing-03');
    await lawyer.changeRule({
      ...{ tableId: 'filing-template', rowId: 'filing-03', seenVersions: 1 },
      change: { ...change, confirmation: 'toConfirm', replaces: 1, value: { ...template?.value } },
    });
    expect(await refusal(() => lawyer.startFiling({ caseId, kind: 3 }))).toBe('none');
    await approveRules(centre);
    const versions = await versionsOf(centre, 'filing-template', 'filing-03');
    expect(versions.map(({ isReplaced, isCurrent }) => [isReplaced, isCurrent])).toEqual([
      [true, false],
      [false, true],
    ]);
  });

  it('cannot make it the text of another writ', async () => {
    const centre = await startCentre();
    const lawyer = await centre.as('legal');
    const [template] = await versionsOf(centre, 'filing-template', 'filing-03');
    const [other] = await versionsOf(centre, 'filing-template', 'filing-04');
    const moved = () =>
      lawyer.changeRule({
        ...{ tableId: 'filing-template', rowId: 'filing-03', seenVersions: 1 },
        change: { ...change, confirmation: 'toConfirm', value: { ...template?.value, ...other?.value } },
      });
    expect(await refusal(moved)).toBe('rule-broken/rule-part-fixed');
  });
});

describe('confirming a rule', () => {
  it('counts only with a second person', async () => {
    const centre = await startCentre();
    const lawyer = await centre.as('legal');
    await lawyer.changeRule(article);
    const { proposals } = await lawyer.listProposals({});
    const [proposal] = proposals;
    if (proposal === undefined) throw new Error('no proposal');
    expect(proposal).toMatchObject({ kind: 'rule-change', canDecide: false });
    expect(proposal.summary).toContain(
      'De qué trata: proceso especial y plazo para resolver sobre las medidas → plazo para resolver',
    );
    expect(proposal.summary).toContain('Vale desde 01/01/2026');
    const approve = async (login: 'legal' | 'coordina' | 'admision') =>
      (await centre.as(login)).approveRuleChange({ proposalId: proposal.id }, { password: passphrase });
    expect(await refusal(() => approve('legal'))).toBe('rule-broken/own-proposal');
    expect(await refusal(() => approve('admision'))).toBe('forbidden/');
    expect(await approve('coordina')).toEqual({ rowId: 'l-16', version: 2 });
    const [, second] = await versionsOf(centre, 'article', 'l-16');
    expect(second).toMatchObject({
      ...{ confirmation: 'official', isWaiting: false, confirmedBy: 'Carmen Inventada Coordina' },
    });
    expect(await refusal(() => approve('coordina'))).toBe('rule-broken/proposal-decided');
  });

  it('stays to confirm when it was not approved', async () => {
    const centre = await startCentre();
    await (await centre.as('legal')).changeRule(article);
    const coordinator = await centre.as('coordina');
    const [proposal] = (await coordinator.listProposals({})).proposals;
    await coordinator.declineProposal(
      { proposalId: proposal?.id ?? '', reason: 'Falta revisarla.' },
      { password: passphrase },
    );
    const [, second] = await versionsOf(centre, 'article', 'l-16');
    expect(second).toMatchObject({ confirmation: 'toConfirm', claimed: 'official', isWaiting: false });
  });

  it('needs nobody else where the table is a criterion of the centre', async () => {
    const centre = await startCentre();
    const limit = { ...change, value: { name: 'Emergencia', hours: 48 } };
    const done = await (
      await centre.as('coordina')
    ).changeRule({ tableId: 'urgency-rule', rowId: 'emergency', seenVersions: 1, change: limit });
    expect(done.isWaiting).toBe(false);
    const [, second] = await versionsOf(centre, 'urgency-rule', 'emergency');
    expect(second).toMatchObject({ confirmation: 'official', value: { hours: 48 } });
  });

  it('counts what is still to confirm today', async () => {
    const centre = await startCentre();
    const coordinator = await centre.as('coordina');
    const open = async () =>
      (await coordinator.listRuleTables({})).tables.find(({ tableId }) => tableId === 'urgency-rule')?.toConfirm;
    expect(await open()).toBe(2);
    const limit = { ...change, value: { name: 'Emergencia', hours: 72 } };
    await coordinator.changeRule({ tableId: 'urgency-rule', rowId: 'emergency', seenVersions: 1, change: limit });
    expect(await open()).toBe(1);
  });
});

describe('what is kept of a rule', () => {
  it('cannot be altered or taken out of the file, and is under seal', async () => {
    const centre = await startCentre();
    await (await centre.as('legal')).changeRule(article);
    await centre.application.close();
    await insideFile(centre.folder, (db) => {
      const run = (statement: string) => () => db.prepare(statement).run();
      expect(run(`UPDATE rule_row SET source = 'otra', version = version + 1`)).toThrow('final');
      expect(run(`UPDATE rule_row SET confirmed_by = edited_by, confirmed_at = 'x'`)).toThrow();
      expect(run(`DELETE FROM rule_row`)).toThrow('stays');
      expect(db.prepare('SELECT count(*) AS kept FROM rule_row').get()).toEqual({ kept: 1 });
    });
  });

  it('that nobody can read any more is refused, never taken for the one before it', async () => {
    const centre = await startCentre();
    await (await centre.as('legal')).changeRule(article);
    await centre.application.close();
    await insideFile(centre.folder, async (db) => {
      const id = db.prepare('select id from rule_row').pluck().get() as string;
      await changeSealed(db, { kind: 'rule_row', id }, () =>
        db.prepare(`update rule_row set value = '{"citation":7}'`).run(),
      );
    });
    const again = await openCentre(centre.folder, centre.clock);
    const lawyer = await again.as('legal');
    for (const act of [() => lawyer.listRules({ tableId: 'article' }), () => lawyer.changeRule(article)])
      expect(await refusal(act)).toBe('damaged/rule-unreadable');
    expect(await refusal(() => lawyer.listRules({ tableId: 'measure-kind' }))).toBe('none');
  });

  it('leaves an entry of the audit with codes only', async () => {
    const centre = await startCentre();
    await (await centre.as('legal')).changeRule(article);
    await centre.application.close();
    await insideFile(centre.folder, (db) => {
      const entries = db.prepare(`SELECT detail FROM audit_entry WHERE action = 'rule.changed'`).all();
      expect(entries).toHaveLength(1);
      expect(JSON.stringify(entries)).toContain('l-16');
      expect(JSON.stringify(entries)).not.toMatch(/oficial, edici/);
    });
  });
});
