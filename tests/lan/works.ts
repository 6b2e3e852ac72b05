/** The things that people of an office do, as calls of their computers. Invented people only. */
import type { Contract } from '../../src/shared/contract.ts';
import type { Client } from '../../src/shared/platform/contract.ts';
import { blankArrivalFacts } from '../../src/shared/reception/index.ts';
import { admission, anAggressor, aUser } from '../support/case-builder.ts';
import type { Random } from '../support/invented-people.ts';
import type { Seat } from './office.ts';

export type Work = {
  /** `read …` changes nothing. */
  readonly kind: string;
  /** What it is found by afterwards; left out: the mark of its turn. */
  readonly mark?: string;
  /** What is asked before the change is typed. */
  readonly prepare?: () => Promise<void>;
  readonly run: (key: string, mark: string) => Promise<unknown>;
};

type At = { readonly seat: Seat; readonly client: Client<Contract>; readonly random: Random };
type Weighted = readonly (readonly [weight: number, make: () => Work])[];

/** Letters only: a mark as the name of somebody. */
export const asName = (mark: string): string =>
  mark.replaceAll(/\d/g, (digit) => 'abcdefghij'.charAt(Number(digit))).replaceAll(' ', '-');

export function worksOf(at: At): { next(): Work } {
  const { trade } = at.seat;
  const choices = trade === 'desk' ? desk(at) : trade === 'legal' ? legal(at) : professional(at);
  const whole = choices.reduce((sum, [weight]) => sum + weight, 0);
  return {
    next: () => {
      let luck = at.random() * whole;
      for (const [weight, make] of choices) {
        luck -= weight;
        if (luck < 0) return make();
      }
      throw new Error('no work');
    },
  };
}

function desk({ client }: At): Weighted {
  let arrivalId = '';
  let caseId = '';
  const arrival = (): Work => ({
    kind: 'arrival',
    prepare: async () => void ({ arrivalId } = await client.openArrival({})),
    run: (key, mark) => {
      const facts = { ...blankArrivalFacts(), saidName: `Rosa ${asName(mark)}` };
      return client.registerArrival({ arrivalId, facts }, { key });
    },
  });
  const opening = (): Work => ({
    kind: 'case',
    run: async (key, mark) => {
      const user = aUser({ firstSurname: asName(mark), document: { kind: null, state: 'none', number: null } });
      const links = { userLink: { kind: 'new' as const }, aggressorLink: { kind: 'new' as const } };
      const input = { arrivalId: null, admission, user, aggressor: anAggressor(), ...links };
      ({ caseId } = await client.openCase(input, { key }));
    },
  });
  const handOver = (): Work =>
    caseId === ''
      ? opening()
      : { kind: 'hand-over', run: (key) => client.handOverCase({ caseId, service: 'psychology' }, { key }) };
  return [
    [4, arrival],
    [1.5, opening],
    [1.5, handOver],
    [2, () => ({ kind: 'read board', run: () => client.openBoard({}) })],
  ];
}

function professional({ seat, client }: At): Weighted {
  const { caseId, number } = seat;
  const today = '2026-06-10';
  const attention = (): Work => ({
    kind: 'attention',
    run: (key, note) => {
      const action = { psychology: 'action-32', social: 'action-27', legal: 'legal-counsel', desk: '' }[seat.trade];
      const said = { action, on: today, time: null, withWhom: 'user' as const, outcome: 'done' as const, note };
      return client.recordAttention({ caseId, attention: said }, { key });
    },
  });
  const section = (): Work => {
    let read: Awaited<ReturnType<Client<Contract>['getSectionB']>>;
    return {
      kind: 'section',
      prepare: async () => void (read = await client.getSectionB({ caseId })),
      run: (key, place) => {
        const { version, form } = read;
        const typed = { ...form, incident: { ...form.incident, place } };
        return client.saveSectionB({ caseId, version, form: typed }, { key });
      },
    };
  };
  const search = () => ({ query: 'Rosa Quispe Mamani', arrivalId: null, role: 'any' as const });
  return [
    ...(seat.trade === 'psychology' ? ([[4, section]] as const) : []),
    [3, attention],
    [1, () => ({ kind: 'read search', run: () => client.findPersons(search()) })],
    [1, () => ({ kind: 'read case', run: () => client.getCase({ caseId }) })],
    [1, () => ({ kind: `read list ${number === '' ? '' : 'own'}`.trim(), run: () => client.listMyCases({}) })],
  ];
}

function legal(at: At): Weighted {
  const { seat, client } = at;
  const { caseId, documentId } = seat;
  const print = (): Work => {
    const batchId = crypto.randomUUID();
    return {
      kind: 'paper',
      mark: batchId,
      run: (key) =>
        client.releaseCopies(
          {
            ...{ batchId, caseId, documentIds: [documentId], way: 'print', courtCopies: 1, officeCopies: 0 },
            ...{ recipient: null, purpose: null, printer: null, reprintOf: null },
          },
          { key },
        ),
    };
  };
  return [[3, print], ...professional(at)];
}
