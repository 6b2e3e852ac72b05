import { contract } from '../shared/contract.ts';
import { callSchema, type HostEvent, type ProcedureSpec } from '../shared/platform/contract.ts';
import { caseIdSchema, type CaseId } from '../shared/platform/ids.ts';
import { boardContract, deskContract, receptionContract } from '../shared/reception/index.ts';

type Topic = Extract<HostEvent, { kind: 'changed' }>['topic'];

const specs: Readonly<Record<string, ProcedureSpec>> = contract;

const board = { ...receptionContract, ...boardContract, ...deskContract };
const ofBoard = ['openCase', 'handOverCase', 'saveSectionA', 'settlePerson', 'saveCasePerson'];
/** Who has which case, and what waits for whom. */
const ofWork = ['openCase', 'handOverCase', 'handOverArrival', 'startCover', 'endCover', 'decideCorrection'];
/** Who works where is told with them. */
const ofComputers = ['turnKeeperOn', 'turnKeeperOff', 'revokeCompanion', 'signIn', 'lock'];

/** What is still being typed is nobody else's yet. */
const isDraft = (name: string) => name.endsWith('Draft');

const isProposal = (name: string) => /^(?:propose|approve|decline)[A-Z]/.test(name);

/** What every window reads again after a call that passed; the event itself carries nothing. */
function topicsOf(name: string): Topic[] {
  return [
    ...(ofBoard.includes(name) || (Object.hasOwn(board, name) && specs[name]?.changes) ? (['reception'] as const) : []),
    ...(ofWork.includes(name) || isProposal(name) ? (['work'] as const) : []),
    ...(ofComputers.includes(name) ? (['computers'] as const) : []),
    ...(name === 'endReadOnly' ? (['troubles'] as const) : []),
  ];
}

type Told = {
  readonly topics: readonly Topic[];
  /** The case that was changed, and whose window knows it; null for none. */
  readonly changed: { readonly caseId: CaseId; readonly by: string | null } | null;
};

const untold: Told = { topics: [], changed: null };

/** What other windows are told after a call that passed. */
export function toldAfter(raw: unknown): Told {
  const call = callSchema.safeParse(raw);
  if (!call.success) return untold;
  const { procedure, input, session: by } = call.data;
  const spec = specs[procedure];
  const isTold = spec?.changes === true && spec.subject === 'case' && !isDraft(procedure);
  const named = isTold ? (input as { caseId?: unknown }).caseId : null;
  const caseId = caseIdSchema.safeParse(named);
  return { topics: topicsOf(procedure), changed: caseId.success ? { caseId: caseId.data, by } : null };
}
