/** A ficha that holds somebody else in every field that can hold one, and what may never be read of them. */
import { blankValues } from '../../../src/shared/record/index.ts';
import { homeVisitFields, placementFields } from '../../../src/shared/reintegration/index.ts';
import { blankConsent } from '../../../src/shared/care/index.ts';
import type { Contract } from '../../../src/shared/contract.ts';
import { blankSectionC } from '../../../src/shared/intake/index.ts';
import { blankLines } from '../../../src/shared/safety/index.ts';
import { blankRecord, blankUser } from '../../../src/shared/people/index.ts';
import { civilDateSchema } from '../../../src/shared/platform/dates.ts';
import type { Client } from '../../../src/shared/platform/contract.ts';
import type { CaseId } from '../../../src/shared/platform/ids.ts';
import { aUser, anAggressor, sectionAForm } from '../../support/case-builder.ts';
import type { TestCentre } from '../../support/start-application.ts';
import { anEvent } from '../proceedings/a-proceeding.ts';

/** Nowhere in her copy, in whatever field it was written. */
export const never = [
  ...['44556677', '955111222', '955 111 222', '66778899', '977333444', '988777666', '966555444'],
  ...['Los Cactus', 'Las Dunas', 'Casa Aurora', 'Amancay', 'San Marquitos', 'hilda.falsa@correo.invalid'],
] as const;
/** Of others: nowhere unless a sentence with them was let stand. */
export const names = [
  ...['Zoila', 'Testimonia', 'Paredes', 'Hilda', 'Informativa', 'Qoyllur', 'Ñawi', 'Domitila', 'Vecindaria'],
  // Of no list of names, at the beginning of a sentence.
  ...['Yhosselinda', 'Wayrachay', 'Nurhama', 'Kelvinson'],
  ...['Puma', 'Guillermina', 'Tutora', 'Elvira', 'Paula Inventada', 'Sonia Inventada'],
] as const;
/** She named him herself: his name stands in her account alone. */
export const accused = 'Imaginario';

const told =
  'Mi esposo Pedro Imaginario Condori me empujó esa noche. Mi hermana zoila me vio caer.\n' +
  'A él le dicen Puma y su número es 955 111 222. Vive en Jr. Los Cactus 77. ' +
  'La niña Qoyllur lloraba, estudia en el colegio San Marquitos. Hilda Informativa llamó al CEM. ' +
  'Tengo miedo de que vuelva. Una vecina, Domitila, tiene mi bolsa.';

/** Each of them in a sentence of its own, between two that are hers. */
export const everybody =
  'Se conversó con ella. Vino con Zoila Testimonia Paredes. El DNI de él es 44556677. Llamar a HILDA al 977333444. ' +
  'La hija es qoyllur. La vecina Domitila Vecindaria ayuda. Está en la Casa Aurora. Queda en Av. Las Dunas 450. ' +
  'Su tutora es Guillermina Tutora. Escribir a hilda.falsa@correo.invalid. Otro número: 988777666. ' +
  'Paula Inventada Psicóloga la recibió. Ella se siente mejor.';

/** Whom neither the record nor a list of names knows, each where a sentence begins. */
const unlisted =
  'Yhosselinda la aloja. Wayrachay y su familia viven cerca. Nurhama, de la tienda, llamó. ¿Kelvinson sabe? Está mejor.';

const adult = (givenNames: string, firstSurname: string, number: string, year = 1985) => ({
  ...{ nameState: 'known' as const, givenNames, firstSurname, secondSurname: null },
  ...{ birth: { year, month: null, day: null }, toldAge: null },
  document: { ...blankRecord().documents[0], kind: 'dni' as const, state: 'known' as const, number },
});

async function persons(client: Client<Contract>, caseId: CaseId): Promise<void> {
  const add = (person: ReturnType<typeof adult>, part: object) =>
    client.addParticipant({
      caseId,
      who: { kind: 'new', person },
      part: { livesWithUser: null, bond: null, ...part } as never,
    });
  await add(adult('Zoila Testimonia', 'Paredes', '66778899'), { role: 'witness' });
  await add(adult('Qoyllur', 'Ñawi', '11224433', 2016), { role: 'child', bond: 'child' });
}

const informant = {
  ...{ nameState: 'known' as const, givenNames: 'Hilda Informativa', firstSurname: 'Rojas', secondSurname: null },
  document: { ...blankUser().document },
  contact: { ...blankUser().contact, phone: '977333444', email: 'hilda.falsa@correo.invalid' },
  address: { ...blankUser().address, text: 'Las Dunas 450' },
};

export async function plantedCase(centre: TestCentre): Promise<{ caseId: CaseId; number: string }> {
  const user = aUser({
    contact: {
      ...blankUser().contact,
      phone: '966555444',
      whose: 'de su prima Elvira',
      whatToSay: 'Decir que llama Elvira',
    },
    address: { ...blankUser().address, text: 'Los Lirios 12', districtCode: '150132' },
  });
  const aggressor = anAggressor({
    ...{ aliases: 'Puma', document: { kind: 'dni', state: 'known', number: '44556677' } },
    contact: { ...blankUser().contact, phone: '955111222' },
    address: { ...blankUser().address, text: 'Los Cactus 77' },
  });
  const from = { informantIsUser: 0 as const, informantAge: 40, informantBond: 'tía Hilda' };
  const made = await centre.aCase({
    ...{ user, aggressor, isValidated: false },
    a: { ...sectionAForm({ answers: from }), user, aggressor, informant },
    b: { account: told },
  });
  const { caseId } = made;
  const [psychologist, social, lawyer] = [
    await centre.as('psico'),
    await centre.as('social'),
    await centre.as('legal'),
  ];
  await persons(psychologist, caseId);
  const answers = {
    ...{
      ...blankSectionC(),
      hasNetworks: 1,
      networkCount: 1,
      network1Who: 'vecina',
      network1Name: 'Domitila Vecindaria',
    },
    ...{
      needsInsertion: 1,
      acceptsInsertion: 1,
      insertedInShelter: 1,
      insertionShelterCount: 1,
      insertionShelter1: 'Casa Aurora',
    },
  };
  const { version } = await social.getFormSection({ caseId, section: 'c' });
  await social.saveFormSection({ caseId, version, form: { section: 'c', answers } as never });
  const attention = {
    action: 'action-32',
    on: '2026-06-09',
    time: '10:30',
    withWhom: 'user',
    outcome: 'done',
  } as const;
  await psychologist.recordAttention({ caseId, attention: { ...attention, note: everybody } });
  await psychologist.recordAttention({ caseId, attention: { ...attention, time: '11:30', note: unlisted } });
  const mark = { region: 'throat', kind: 'bruise', size: null, source: 'seen', seenOn: '2026-06-10' } as const;
  await psychologist.noteInjury({ caseId, mark: { ...mark, event: 'ficha', eventOn: null, words: everybody } });
  const house = { way: 'shelter' as const, house: 'Hogar Amancay', since: '2026-06-09' };
  const placement = { ...blankValues(placementFields), ...house } as never;
  await social.noteReintegration({ caseId, ownerId: null, record: { kind: 'placement', values: placement } });
  const seen = { made: 1 as const, visitedOn: '2026-06-10', result: 2 as const, actions: 'Llamar a Hogar Amancay.' };
  const visit = { ...blankValues(homeVisitFields), ...seen } as never;
  await social.noteReintegration({ caseId, ownerId: null, record: { kind: 'home_visit', values: visit } });
  const step = {
    action: 'other',
    words: 'Acompañarla con Domitila',
    service: 'social',
    staffId: null,
    dueOn: '2026-06-12',
  } as const;
  await social.putPlanStep({ caseId, step });
  await social.agreePlan({ caseId, on: '2026-06-10', refused: 'No quiere ver a Hilda' });
  const consent = { ...blankConsent, scope: 'referral' as const, form: 'spoken' as const, reason: null };
  await psychologist.recordConsent({
    caseId,
    consent: {
      ...consent,
      purposes: ['demuna'],
      receivers: ['Defensoría, señora Zoila'],
      data: 'Que llamen a Hilda',
      guardianNames: 'Guillermina Tutora',
      guardianBond: 'tía',
      majority: null,
    },
  });
  const detail = 'No acercarse a la casa de Zoila Testimonia Paredes';
  const measures = [{ kind: 'other-measure', outcome: null, detail }];
  await lawyer.recordEvent({ caseId, event: anEvent('measuresRequested', '2026-06-10', { measures } as never) });
  await psychologist.keepSafetyPlan({
    caseId,
    over: null,
    plan: {
      lines: { ...blankLines(), people: { words: 'Elvira sabe', card: null } },
      phones: [{ name: 'Elvira', number: '988 777 666' }],
      ...{ carriesCard: false, rereadOn: civilDateSchema.parse('2026-06-25'), present: 'alone' as const },
    },
  });
  return made;
}
