/** Whose work a term or a notice is, and where it is done. A list of the centre: to confirm. */
import type { Service } from '../access/index.ts';
import type { AlertKind, Ask } from '../alerts/index.ts';
import { familyOf } from '../proceedings/index.ts';
import type { NextPage } from './codes.ts';

type Owned = {
  /** The first of them who holds the case, or all with `isOfAll`. */
  readonly owners: readonly Service[];
  readonly page: NextPage;
  /** Of a service that does its part on another page. */
  readonly pages?: Partial<Record<Service, NextPage>>;
  readonly isOfAll?: true;
};

const contact: Owned = { owners: ['social', 'psychology'], page: 'attentions' };
const valuation: Owned = { owners: ['psychology'], page: 'risk' };
const request: Owned = { owners: ['legal', 'social', 'psychology'], page: 'ownData' };
const kit: Owned = { owners: ['psychology', 'social'], page: 'urgentReferral' };

/** Terms of health and steps of the centre, by the family of their number; all others belong to a proceeding. */
const owned: Readonly<Record<string, Owned>> = {
  D20: kit,
  D21: kit,
  D27: request,
  D28: request,
  D30: { owners: ['psychology'], page: 'sectionB' },
  // Section C is of Trabajo social, Section D of the legal service.
  D31: { owners: ['social', 'legal'], page: 'sectionC', pages: { legal: 'sectionD' }, isOfAll: true },
  D32: { owners: ['social', 'psychology'], page: 'sectionE' },
  D33: { owners: ['legal'], page: 'writs' },
  D34: contact,
  D35: { owners: ['psychology', 'social'], page: 'writs', isOfAll: true },
  D36: valuation,
  D37: { owners: ['legal'], page: 'writs' },
  D38: valuation,
  D40: contact,
  D41: contact,
};

const ofProceeding: Owned = { owners: ['legal'], page: 'proceeding' };

export function termOwned(ruleId: string): Owned {
  return owned[familyOf(ruleId)] ?? ofProceeding;
}

const team: Owned = { owners: ['psychology', 'social', 'legal'], page: 'case', isOfAll: true };
const interview: Owned = { owners: ['psychology', 'social'], page: 'validate' };

/** Notices that are for some of the team alone; a danger, or a file that is lost, is for all of it. */
const noticed: Partial<Record<AlertKind, Owned>> = {
  levelRising: { owners: ['psychology', 'social'], page: 'risk' },
  newEvent: interview,
  conditionReopened: interview,
  identityToReview: interview,
  sameDocumentToday: { owners: ['psychology', 'social'], page: 'case' },
  deadlineMoved: { owners: ['legal'], page: 'proceeding' },
};

export function noticeOwned(kind: AlertKind): Owned {
  return noticed[kind] ?? team;
}

const askedOn: Readonly<Record<Ask, NextPage>> = {
  valuation: 'risk',
  contact: 'attentions',
  answer: 'referrals',
  data: 'sectionA',
};

/** Of whoever monitoring names beside the ficha: the first service that holds it. */
export function askOwned(ask: Ask): Owned {
  return { owners: ['psychology', 'social', 'legal'], page: askedOn[ask] };
}
