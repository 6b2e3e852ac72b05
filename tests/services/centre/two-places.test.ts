/** The register of the centre and practice: one at a time, each in its folder, chosen before anybody signs in. */
import { cpSync, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Application } from '../../../src/main/application.ts';
import { acquireOwnerLock } from '../../../src/main/platform/storage/owner-lock.ts';
import type { HostEvent } from '../../../src/shared/platform/contract.ts';
import { fixedClock } from '../../support/fixed-clock.ts';
import {
  centreDetails,
  clientOf,
  closeCentres,
  passphrase,
  staff,
  startCentre,
} from '../../support/start-application.ts';
import { newFolder, removeFolders } from '../../support/temporary-folder.ts';
import { openTwoPlaces } from '../../support/two-places.ts';
import { failureOf, refusal } from '../refusal.ts';

const open: Application[] = [];
afterEach(async () => {
  for (const application of open.splice(0)) await application.close();
  await closeCentres();
  removeFolders();
});

async function twoPlaces() {
  const places = await openTwoPlaces(newFolder(), fixedClock());
  open.push(places.application);
  const nobody = clientOf(places.application, () => null);
  const signIn = async () => (await nobody.signIn({ login: 'coordina', password: passphrase })).token;
  return { ...places, nobody, signIn };
}

const coordinator = {
  ...{ login: 'coordina', fullName: staff.coordina.fullName, roles: ['coordinator' as const] },
  ...{ profession: null, college: null, collegeNumber: null },
};

/** Whether another process could take the folder now. */
function isFree(folder: string): boolean {
  try {
    acquireOwnerLock(folder, '2026-03-01T12:00:00.000Z').release();
    return true;
  } catch {
    return false;
  }
}

describe('two places', () => {
  it('start with the register of the centre, and open practice and back, each free while it is left', async () => {
    const { application, nobody, real, practice, signIn } = await twoPlaces();
    const events: HostEvent[] = [];
    application.subscribe((event) => events.push(event));
    const place = (kind: string) => ({ kind, notices: [] });
    expect(await nobody.getStatus({})).toMatchObject({ place: place('real'), phase: 'empty', isPractice: null });
    expect(await refusal(signIn)).not.toBe('none');

    await nobody.choosePlace({ place: 'practice' });
    expect(await nobody.getStatus({})).toMatchObject({ place: place('practice'), phase: 'ready', isPractice: true });
    expect(events).toEqual([{ kind: 'changed', topic: 'place' }]);
    expect([isFree(real), isFree(practice)]).toEqual([true, false]);
    const token = await signIn();
    expect((await clientOf(application, () => token).getCentre({})).isPractice).toBe(true);
    await clientOf(application, () => token).lock({ why: 'asked' });

    await nobody.choosePlace({ place: 'real' });
    expect(await nobody.getStatus({})).toMatchObject({ place: place('real'), phase: 'empty' });
    expect(isFree(practice)).toBe(true);
    // What was open in the other place is nobody's here.
    expect(await refusal(() => clientOf(application, () => token).getCentre({}))).not.toBe('none');
  });

  it('do not change under somebody who is signed in', async () => {
    const { application, nobody, signIn } = await twoPlaces();
    await nobody.choosePlace({ place: 'practice' });
    const token = await signIn();
    const failure = await failureOf(() => nobody.choosePlace({ place: 'real' }));
    expect(failure).toMatchObject({ code: 'rule-broken', reason: 'place-in-use' });
    expect((await nobody.getStatus({})).place?.kind).toBe('practice');
    expect(await refusal(() => clientOf(application, () => token).getCentre({}))).toBe('none');
  });

  it('asked for by two windows at once, open one after the other', async () => {
    const { application, nobody, practice } = await twoPlaces();
    const events: HostEvent[] = [];
    application.subscribe((event) => events.push(event));
    await Promise.all([nobody.choosePlace({ place: 'practice' }), nobody.choosePlace({ place: 'practice' })]);
    expect((await nobody.getStatus({})).place?.kind).toBe('practice');
    expect(events).toEqual([{ kind: 'changed', topic: 'place' }]);
    expect(isFree(practice)).toBe(false);
  });

  it('take no register of the other kind: none is founded, none is opened', async () => {
    const { nobody, real, practice } = await twoPlaces();
    const found = (isPractice: boolean) =>
      refusal(() => nobody.foundCentre({ centre: centreDetails, isPractice, coordinator, passphrase }));
    expect(await found(true)).toBe('storage/path-practice-here');
    expect(readdirSync(real).some((name) => name.startsWith('keyring'))).toBe(false);
    cpSync(practice, real, { recursive: true });
    expect(await nobody.getStatus({})).toMatchObject({ blocked: 'path-practice-here' });
    const enter = () => nobody.signIn({ login: 'coordina', password: passphrase });
    expect(await refusal(enter)).toBe('storage/path-practice-here');
    await nobody.choosePlace({ place: 'practice' });
    expect(await refusal(enter)).toBe('none');
  });

  it('take no copy of the other kind', async () => {
    const centre = await startCentre();
    const target = newFolder();
    const its = await centre.as('coordina');
    await its.chooseCopyFolder({ folder: target });
    await its.makeCopy({});
    const copy = join(target, readdirSync(target)[0] ?? '');
    const { nobody, real } = await twoPlaces();
    const by = { kind: 'password' as const, login: 'coordina', password: passphrase };
    expect(await refusal(() => nobody.previewRestore({ folder: copy, by }))).toBe('rule-broken/copy-of-another-kind');
    const restore = () => nobody.restoreCopy({ folder: copy, by, second: null });
    expect(await refusal(restore)).toBe('rule-broken/copy-of-another-kind');
    expect(existsSync(join(real, 'keyring.json'))).toBe(false);
  });

  it('close for good with the program', async () => {
    const { application, real, practice, nobody } = await twoPlaces();
    await nobody.choosePlace({ place: 'practice' });
    await application.close();
    expect([isFree(real), isFree(practice)]).toEqual([true, true]);
  });
});

describe('a folder that somebody named', () => {
  it('is no place, and there is no other one to go to', async () => {
    const { application } = await startCentre();
    const nobody = clientOf(application, () => null);
    expect((await nobody.getStatus({})).place).toBeNull();
    expect(await refusal(() => nobody.choosePlace({ place: 'practice' }))).toBe('rule-broken/place-fixed');
  });
});

describe('a copy', () => {
  it.each([
    [true, false],
    [false, true],
  ])('is limited to the staff (%s), or says that it is not', async (isLimited, isOpenToOthers) => {
    const limited: string[] = [];
    const limit = (folder: string) => {
      limited.push(folder);
      return Promise.resolve(isLimited);
    };
    const drives = { isNetwork: () => false, syncFolders: () => [], limit };
    const centre = await startCentre({ ports: { drives } });
    const target = newFolder();
    const coordinator = await centre.as('coordina');
    expect((await coordinator.chooseCopyFolder({ folder: target })).isOpenToOthers).toBe(false);
    expect((await coordinator.makeCopy({})).isOpenToOthers).toBe(isOpenToOthers);
    expect(limited).toEqual([join(target, readdirSync(target)[0] ?? '')]);
  });
});
