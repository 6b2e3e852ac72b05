import { readFileSync } from 'node:fs';
import { globSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { actions, grantOf, roles } from '../../src/shared/access/index.ts';
import { contract } from '../../src/shared/contract.ts';
import { reasonWords } from '../../src/shared/failure-words.ts';
import type { ProcedureSpec } from '../../src/shared/platform/contract.ts';
import { z } from '../../src/shared/platform/zod.ts';

const procedures = Object.entries(contract) as [string, ProcedureSpec][];

/** Procedures without an audit entry of their own, each with the reason its contract states. */
const withoutAudit = [
  'acceptBrowser',
  'beginRecovery',
  'cancelImportDecision',
  'cancelImportWork',
  'choosePlace',
  'composeDraft',
  'composeReferralDraft',
  'copyText',
  'countDeadlines',
  'countExceptionalReviews',
  'countMyDay',
  'countPrevention',
  'countSavedOutside',
  'countTerms',
  'countWaitingReferrals',
  'findClashes',
  'finishRecovery',
  'getCentre',
  'getComputers',
  'getCopiesProgress',
  'getCopyState',
  'getDateState',
  'getDayPaperState',
  'getExceptionalAccess',
  'getImportDecisionProgress',
  'getImportProgress',
  'getKeeperMove',
  'getLockSettings',
  'getReadOnlyFacts',
  'getReferralsProgress',
  'getStatus',
  'getTroubles',
  'getWitnessState',
  'joinKeeper',
  'keepNoteDraft',
  'keepPreventionDraft',
  'keepSession',
  'leaveCase',
  'leaveKeeper',
  'listAnswers',
  'listCopies',
  'listDangers',
  'listFolders',
  'listFrequentDetails',
  'listKeptCopies',
  'listMyDrafts',
  'listMyNotices',
  'listNotices',
  'listPrinters',
  'lock',
  'lookAtCase',
  'passRegisterLines',
  'previewKeptCopy',
  'previewRestore',
  'readCounterpartPosts',
  'readFile',
  'readNotice',
  'readPairingCode',
  'readPreventionDraft',
  'readPublicBoard',
  'readRestoredReports',
  'readSetUp',
  'saveDraft',
  'saveRecoverySheet',
  'sendAttachmentPiece',
  'sendImportPiece',
  'sendPreventionPiece',
  'stopCopies',
  'suggestPassphrase',
  'takeUpdate',
];

describe('contract', () => {
  it('names in its type every domain that it joins', () => {
    const source = readFileSync('src/shared/contract.ts', 'utf8');
    const named = [/typeof (\w+Contract)/g, /\.\.\.(\w+Contract)/g].map((form) =>
      [...source.matchAll(form)].map((one) => one[1] ?? '').toSorted(),
    );
    expect(named[0]).toEqual(named[1]);
  });

  it('names a row of the permission table for every procedure, or says that none is needed', () => {
    const known = new Set<string>([...actions, 'anyone', 'anyone-signed-in']);
    expect(procedures.filter(([, spec]) => !known.has(spec.permission))).toEqual([]);
  });

  it('lets nobody call without signing in beyond the named list', () => {
    const open = procedures.filter(([, spec]) => spec.permission === 'anyone').map(([name]) => name);
    expect(open.sort()).toEqual([
      'acceptBrowser',
      'becomeKeeper',
      'beginRecovery',
      'choosePlace',
      'finishRecovery',
      'foundCentre',
      'getKeeperMove',
      'getStatus',
      'joinKeeper',
      'leaveKeeper',
      'listKeptCopies',
      'previewKeptCopy',
      'previewRestore',
      'restoreCopy',
      'saveRecoverySheet',
      'signIn',
      'suggestPassphrase',
      'takeUpdate',
    ]);
  });

  it('writes an audit entry for every procedure but the listed exceptions', () => {
    const silent = procedures.filter(([, spec]) => typeof spec.audit !== 'string').map(([name]) => name);
    expect(silent.sort()).toEqual(withoutAudit);
  });

  it('answers from memory only what reads and changes nothing of the record', () => {
    const held = procedures.filter(([, spec]) => spec.fromMemory === true);
    expect(held.length).toBeGreaterThan(0);
    for (const [name, spec] of held) {
      expect(spec, name).toMatchObject({ changes: false, audit: { none: expect.any(String) as string } });
      expect([spec.subject, spec.passwordAgain, spec.approves], name).toEqual([undefined, undefined, undefined]);
      expect(spec.permission, name).not.toBe('anyone');
    }
  });

  it('asks for the password again wherever the table says so', () => {
    const asked = procedures.filter(([, spec]) =>
      roles.some((role) => grantOf(role, spec.permission)?.passwordAgain === true),
    );
    const listing = ['listProposals', 'declineProposal'];
    const missing = asked.filter(
      ([name, spec]) => spec.passwordAgain !== true && spec.fromMemory !== true && !listing.includes(name),
    );
    expect(missing.map(([name]) => name)).toEqual([]);
  });

  it('turns every act of two people into a proposal, except while founding and where the second person is present', () => {
    const ofTwo = procedures.filter(([, spec]) =>
      roles.some((role) => grantOf(role, spec.permission)?.secondPerson === true),
    );
    const isPresent = (spec: ProcedureSpec) => spec.input instanceof z.ZodObject && 'second' in spec.input.shape;
    // Who proposed takes it back alone.
    const alone = ofTwo.filter(
      ([name, spec]) => !/^(propose|withdraw)/.test(name) && !(spec.phases?.join() === 'founding') && !isPresent(spec),
    );
    expect(alone.map(([name]) => name)).toEqual([]);
  });

  it('gives an approval a kind, and the permission to decide', () => {
    for (const [name, spec] of procedures.filter(([one]) => one.startsWith('approve'))) {
      expect(spec.approves, name).toBeTypeOf('string');
      expect(spec.permission, name).toBe('proposal.decide');
    }
  });

  it('has Spanish words for every reason thrown anywhere in the program', () => {
    const thrown = new Set<string>();
    for (const file of globSync('src/{shared,main}/**/*.ts')) {
      const text = readFileSync(file, 'utf8');
      for (const match of text.matchAll(/\bfail\(\s*'[a-z-]+',\s*'([a-z-]+)'/g)) thrown.add(match[1] ?? '');
      for (const match of text.matchAll(/\bfailAt\([^;]*?,\s*'([a-z-]+)',?\s*\)/g)) thrown.add(match[1] ?? '');
    }
    expect([...thrown].filter((reason) => !Object.hasOwn(reasonWords, reason)).sort()).toEqual([]);
    expect(thrown.size).toBeGreaterThan(40);
  });
});
