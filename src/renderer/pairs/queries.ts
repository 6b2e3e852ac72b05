import type { RepeatKind, RepeatSpan } from '../../shared/pairs/index.ts';
import { asOfNow, useRead } from '../platform/query.ts';

export const usePairHistory = (caseId: string) =>
  useRead(['pairs', 'history', caseId], (client) => client.readPairHistory({ caseId }), asOfNow);

export const useAggressorCases = (caseId: string) =>
  useRead(['pairs', 'aggressor', caseId], (client) => client.readAggressorCases({ caseId }), asOfNow);

export const useRepeats = (kind: RepeatKind, span: RepeatSpan) =>
  useRead(
    ['pairs', 'repeats', kind, span],
    (client) => {
      switch (kind) {
        case 'pairs':
          return client.listRepeatedPairs(span);
        case 'accused':
          return client.listAccusedByMany(span);
        case 'users':
          return client.listUsersOfMany(span);
      }
    },
    asOfNow,
  );
