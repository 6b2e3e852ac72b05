import { asOfNow, readOnce, useRead, useRefresh } from '../../platform/query.ts';

export const useCasePersons = (caseId: string) =>
  useRead(['persons', caseId, 'list'], (client) => client.listCasePersons({ caseId }), { staleTime: 0 });

/** Her record for a form: always as stored now. */
export const useCasePerson = (caseId: string, personId: string) =>
  useRead(['persons', caseId, 'record', personId], (client) => client.getCasePerson({ caseId, personId }), readOnce);

export const usePersonChanges = (caseId: string, personId: string) =>
  useRead(
    ['persons', caseId, 'changes', personId],
    (client) => client.listPersonChanges({ caseId, personId }),
    asOfNow,
  );

export const usePersonTimeline = (caseId: string, personId: string) =>
  useRead(
    ['persons', caseId, 'timeline', personId],
    (client) => client.getPersonTimeline({ caseId, personId }),
    asOfNow,
  );

/** Reads the persons of a case and its overview again; a form being typed stays as it is. */
export const useRefreshPersons = (caseId: string) =>
  useRefresh(
    ['persons', caseId, 'list'],
    ['persons', caseId, 'changes'],
    ['persons', caseId, 'timeline'],
    ['intake', 'overview'],
  );
