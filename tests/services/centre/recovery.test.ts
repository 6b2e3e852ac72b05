/** «Olvidamos las contraseñas» over a real centre (decisions D4, D34; bad inputs 111 to 113). */
import { readdirSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { createApplication } from '../../../src/main/application.ts';
import { fixedClock } from '../../support/fixed-clock.ts';
import {
  centreDetails,
  cheapKdfPolicy,
  clientOf,
  closeCentres,
  openCentre,
  passphrase,
  startCentre,
  staff,
  testPorts,
  type TestCentre,
} from '../../support/start-application.ts';
import { foundingCentre } from '../../support/founding-centre.ts';
import { newFolder, removeFolders } from '../../support/temporary-folder.ts';
import { refusal } from '../refusal.ts';

afterEach(async () => {
  await closeCentres();
  removeFolders();
});

const newPassphrase = 'lumera-tocino-bavelo-rugita-monedo';

/** A centre whose paper is at hand, with one coordinator and one lawyer. */
async function withPaper(): Promise<{ centre: TestCentre; paper: string }> {
  const folder = newFolder();
  const ports = testPorts(fixedClock());
  const application = await createApplication({ dataFolder: folder, host: 'direct', ports, kdfPolicy: cheapKdfPolicy });
  let token: string | null = null;
  const client = clientOf(application, () => token);
  const detailsOf = (login: 'coordina' | 'legal') => ({
    ...{ login, ...staff[login], roles: [...staff[login].roles], college: null, collegeNumber: null },
  });
  const founded = await client.foundCentre({
    ...{ centre: centreDetails, isPractice: true, coordinator: detailsOf('coordina'), passphrase },
  });
  token = founded.session.token;
  await client.addFirstStaff({ details: detailsOf('legal'), passphrase });
  const groups = founded.asked.map((position) => ({ position, text: founded.recoveryKey[position - 1] ?? '' }));
  await client.confirmRecoveryKey({ groups });
  await application.close();
  return { centre: await openCentre(folder, fixedClock()), paper: founded.recoveryKey.join('-') };
}

const nobodyOf = (centre: TestCentre) => clientOf(centre.application, () => null);
const enters = (centre: TestCentre, login: string, password: string) =>
  refusal(() => nobodyOf(centre).signIn({ login, password }));

async function recover(centre: TestCentre, paper: string, login = 'coordina') {
  const nobody = nobodyOf(centre);
  const begun = await nobody.beginRecovery({ recoveryKey: paper, login, newPassphrase });
  const groups = begun.asked.map((position) => ({ position, text: begun.recoveryKey[position - 1] ?? '' }));
  const { session } = await nobody.finishRecovery({ groups });
  return { session, paper: begun.recoveryKey.join('-') };
}

describe('the paper key', () => {
  it('gives Coordinación a new password, a new paper and the record a new key; everybody is told once', async () => {
    const { centre, paper } = await withPaper();
    const { session, paper: newPaper } = await recover(centre, paper.toLowerCase().replaceAll('-', ' '));
    expect(session).toMatchObject({ isReadOnly: false, mustChangePassword: false });
    expect(readdirSync(centre.folder).filter((name) => name.endsWith('.db'))).toEqual(['registro.e2.db']);
    const again = await centre.restart();
    const lawyer = await nobodyOf(again).signIn({ login: 'legal', password: passphrase });
    expect(lawyer.troubles).toEqual([{ kind: 'keys-recovered', at: expect.any(String) as string }]);
    const third = await again.restart();
    expect((await nobodyOf(third).signIn({ login: 'legal', password: passphrase })).troubles).toEqual([]);
    expect(await enters(third, 'coordina', newPassphrase)).toBe('none');
    expect(await refusal(() => recover(third, paper))).toBe('wrong-secret/recovery-key-other');
    expect((await recover(third, newPaper)).session.staff.login).toBe('coordina');
    expect(await enters(third, 'coordina', passphrase)).toBe('wrong-secret/');
  });

  it('changes nothing before its four groups are typed back, and is forgotten after half an hour', async () => {
    const { centre, paper } = await withPaper();
    const nobody = nobodyOf(centre);
    const begun = await nobody.beginRecovery({ recoveryKey: paper, login: 'coordina', newPassphrase });
    const { handedBack } = await nobody.saveRecoverySheet({});
    expect(
      Buffer.from(handedBack ?? '', 'base64')
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
    const right = begun.asked.map((position) => ({ position, text: begun.recoveryKey[position - 1] ?? '' }));
    const wrong = right.map((one, at) => (at === 2 ? { ...one, text: 'ZZZZ' } : one));
    expect(await refusal(() => nobody.finishRecovery({ groups: wrong }))).toBe('rule-broken/recovery-mismatch');
    expect(await enters(centre, 'coordina', passphrase)).toBe('none');
    centre.clock.advance(30 * 60_000 + 1);
    expect(await refusal(() => nobody.finishRecovery({ groups: right }))).toBe('rule-broken/recovery-not-begun');
    expect(await enters(centre, 'legal', passphrase)).toBe('none');
    expect(readdirSync(centre.folder)).toContain('registro.e1.db');
  });

  it('is refused mistyped, of another centre, and for whoever does not coordinate', async () => {
    const { centre, paper } = await withPaper();
    const nobody = nobodyOf(centre);
    const begin = (recoveryKey: string, login = 'coordina', secret = newPassphrase) =>
      refusal(() => nobody.beginRecovery({ recoveryKey, login, newPassphrase: secret }));
    const groups = paper.split('-');
    const swapped = [groups[1], groups[0], ...groups.slice(2)].join('-');
    for (const typed of [paper.slice(0, -1), `${paper}-0000`, swapped, `ZZZZ${paper.slice(4)}`]) {
      expect(await begin(typed)).toBe('wrong-secret/recovery-key-mistyped');
    }
    const other = await withPaper();
    expect(await begin(other.paper)).toBe('wrong-secret/recovery-key-other');
    for (const login of ['legal', 'nadie.aqui']) {
      expect(await begin(paper, login)).toBe('rule-broken/recovery-needs-coordinator');
    }
    expect(await begin(paper, 'coordina', 'corta')).toBe('rule-broken/password-refused');
    expect(await refusal(() => nobody.finishRecovery({ groups: [1, 2, 3, 4].map(typedAt) }))).toBe(
      'rule-broken/recovery-not-begun',
    );
    expect(await refusal(() => nobody.saveRecoverySheet({}))).toBe('rule-broken/recovery-not-begun');
    expect(await enters(centre, 'legal', passphrase)).toBe('none');
  });

  it('works while others are at work, and ends only what the person recovered had open', async () => {
    const { centre, paper } = await withPaper();
    const lawyer = await centre.as('legal');
    const coordinator = await centre.as('coordina');
    await lawyer.listMyCases({});
    await recover(centre, paper);
    await lawyer.listMyCases({});
    expect(await refusal(() => coordinator.listStaff({}))).toBe('locked/');
  });

  it('waits for nothing that is not there', async () => {
    const centre = await startCentre();
    expect(await refusal(() => nobodyOf(centre).finishRecovery({ groups: [1, 2, 3, 4].map(typedAt) }))).toBe(
      'rule-broken/recovery-not-begun',
    );
  });
});

describe('the paper key of a centre that is being founded', () => {
  it('is in memory alone: after another start no sheet of it is printed, and none is made up', async () => {
    const { centre } = await foundingCentre();
    const coordinator = await centre.as('coordina');
    const { asked } = await coordinator.getFounding({});
    expect(await refusal(() => coordinator.printRecoverySheet({}))).toBe('none');
    const later = await (await centre.restart()).as('coordina');
    expect(await refusal(() => later.printRecoverySheet({}))).toBe('rule-broken/recovery-gone');
    expect(await later.getFounding({})).toEqual({ asked });
  });
});

function typedAt(position: number) {
  return { position, text: 'AAAA' };
}
