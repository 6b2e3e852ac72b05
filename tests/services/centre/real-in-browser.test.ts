/** A real record opened in a browser on this computer: first somebody says so. */
import { afterEach, describe, expect, it } from 'vitest';
import { createApplication, type Application } from '../../../src/main/application.ts';
import { fixedClock } from '../../support/fixed-clock.ts';
import {
  centreDetails,
  cheapKdfPolicy,
  clientOf,
  passphrase,
  staff,
  startCentre,
  closeCentres,
  testPorts,
} from '../../support/start-application.ts';
import { newFolder, removeFolders } from '../../support/temporary-folder.ts';
import { refusal } from '../refusal.ts';

const open: Application[] = [];
afterEach(async () => {
  for (const application of open.splice(0)) await application.close();
  await closeCentres();
  removeFolders();
});

async function inBrowser(dataFolder: string) {
  const ports = testPorts(fixedClock());
  const application = await createApplication({ dataFolder, host: 'loopback', ports, kdfPolicy: cheapKdfPolicy });
  open.push(application);
  return { application, nobody: clientOf(application, () => null) };
}

const coordinator = {
  ...{ login: 'coordina', fullName: staff.coordina.fullName, roles: ['coordinator' as const] },
  ...{ profession: null, college: null, collegeNumber: null },
};
const founding = { centre: centreDetails, coordinator, passphrase };

describe('a browser', () => {
  it('founds no real centre and lets nobody into one before it was accepted, at each start anew', async () => {
    const folder = newFolder();
    const first = await inBrowser(folder);
    const found = () => first.nobody.foundCentre({ ...founding, isPractice: false });
    expect(await refusal(found)).toBe('rule-broken/confirm-browser');
    expect((await first.nobody.getStatus({})).phase).toBe('empty');
    await first.nobody.acceptBrowser({});
    const { recoveryKey } = await found();
    await first.application.close();

    const second = await inBrowser(folder);
    const enter = () => second.nobody.signIn({ login: 'coordina', password: passphrase });
    const recover = () =>
      second.nobody.beginRecovery({
        ...{ recoveryKey: recoveryKey.join('-'), login: 'coordina' },
        newPassphrase: 'lumera-tocino-bavelo-rugita-monedo',
      });
    for (const act of [enter, recover]) expect(await refusal(act)).toBe('rule-broken/confirm-browser');
    const page = { device: 'loopback', ports: testPorts(fixedClock()), isBrowser: true };
    const other = clientOf(second.application.connect(page), () => null);
    await second.nobody.acceptBrowser({});
    // Somebody said so at one page: another one is asked on its own.
    expect(await refusal(() => other.signIn({ login: 'coordina', password: passphrase }))).toBe(
      'rule-broken/confirm-browser',
    );
    expect(await refusal(enter)).toBe('none');
  });

  it('opens a practice centre without a question', async () => {
    const { folder, application } = await startCentre();
    await application.close();
    const { nobody } = await inBrowser(folder);
    expect(await refusal(() => nobody.signIn({ login: 'coordina', password: passphrase }))).toBe('none');
  });
});
