/** The writs of a case: what may be begun, what is being written, what was issued. */
import {
  filingKinds,
  ownKind,
  filingOfferTable,
  filingTemplateTable,
  kinds,
  reportKind,
  type FilingFacts,
  type FilingKind,
  type ShippedKind,
  type filingsContract,
} from '../../shared/filings/index.ts';
import type { OutputOf } from '../../shared/platform/contract.ts';
import type { CivilDate } from '../../shared/platform/dates.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import { isSound, rowsOn } from '../../shared/rulebook/index.ts';
import { staffNames } from '../access/index.ts';
import { draftsOfCase } from '../intake/index.ts';
import { cellsOf } from '../platform/storage/rows.ts';
import { readRules } from '../rulebook/index.ts';
import { ownKinds, type OwnKind } from './own-models.ts';
import { tablesIn, type Trx } from './tables.ts';

type Listed = OutputOf<(typeof filingsContract)['listFilings']>;

export async function offeredKinds(trx: Trx, on: CivilDate): Promise<ShippedKind[]> {
  const rows = rowsOn(await readRules(trx, filingOfferTable), on);
  return filingKinds.filter((kind) => rows.some(({ value }) => value.kind === kind && value.isOffered));
}

/** Name of the draft of a kind; kind 3 was the only one for long and keeps its name. */
export function draftForm(kind: FilingKind, model: string | null): string {
  if (kind === ownKind) return `filing-own-${model ?? ''}`;
  return kind === 3 ? 'filing' : `filing-${kind}`;
}

const isSevere = ({ risk }: FilingFacts): boolean =>
  [risk.centre?.level, risk.instrument?.level].some((level) => level?.startsWith('severo') === true);
const isChild = ({ user }: FilingFacts): boolean => user.age !== null && user.age < 18;
const childWords = 'La persona agraviada es menor de edad.';

/** What in a case speaks for a kind. */
const signs: Partial<Record<FilingKind, { readonly words: string; readonly holds: (facts: FilingFacts) => boolean }>> =
  {
    1: { words: 'No consta denuncia.', holds: ({ complaint }) => complaint === null },
    2: { words: childWords, holds: isChild },
    3: { words: 'El riesgo es severo.', holds: isSevere },
    4: {
      words: 'Hay denuncia y acepta el patrocinio.',
      holds: ({ complaint, wantsSponsorship }) => complaint !== null && wantsSponsorship === true,
    },
    11: { words: childWords, holds: isChild },
    12: {
      words: 'Hay que acreditar lesiones.',
      holds: ({ incident }) => ['física', 'sexual'].includes(incident.violenceType ?? ''),
    },
  };

/** Why a kind would serve this case; null when nothing speaks for it. */
function suggestion(kind: FilingKind, facts: FilingFacts): string | null {
  const sign = signs[kind];
  return sign?.holds(facts) === true ? sign.words : null;
}

async function issuedOf(trx: Trx, caseId: CaseId): Promise<Listed['issued']> {
  const rows = await tablesIn(trx)
    .selectFrom('filing')
    .innerJoin('issued_document', 'issued_document.id', 'filing.document_id')
    .select(['filing.id', 'filing.kind', 'filing.writ_number', 'filing.document_id', 'issued_document.number'])
    .select([
      'issued_document.issued_at',
      'issued_document.issued_by',
      'issued_document.template',
      'issued_document.title',
    ])
    .where('filing.case_id', '=', caseId)
    .orderBy('issued_document.issued_at', 'desc')
    .execute();
  const names = await staffNames(trx);
  return rows.map((row) => ({
    ...cellsOf(row, 'id', 'kind', 'writ_number', 'number', 'document_id', 'template', 'issued_at'),
    label: row.kind === ownKind ? row.title : kinds[row.kind].label,
    issuedBy: names.get(row.issued_by) ?? '',
  }));
}

async function draftsOf(trx: Trx, { caseId, staffId }: ListedFor, own: readonly OwnKind[]): Promise<Listed['drafts']> {
  const drafts = await draftsOfCase(trx, caseId);
  const names = await staffNames(trx);
  const begun = [
    ...filingKinds.map((kind) => ({ kind, model: null, label: kinds[kind].label })),
    ...own.map(({ definition }) => ({ kind: ownKind, model: definition.own?.model ?? null, label: definition.label })),
  ];
  return begun.flatMap(({ kind, model, label }) =>
    drafts
      .filter(({ form }) => form === draftForm(kind, model))
      .map((draft) => ({
        ...{ kind, model, label },
        by: names.get(draft.staff_id) ?? '',
        isOwn: draft.staff_id === staffId,
        savedAt: draft.updated_at,
      })),
  );
}

type ListedFor = {
  readonly caseId: CaseId;
  readonly on: CivilDate;
  readonly facts: FilingFacts;
  readonly staffId: string;
  /** What the reader may compose; whoever writes no writs sees the reports alone. */
  readonly may: { readonly writs: boolean; readonly reports: boolean };
};

/** What the centre made itself, as it may be begun. */
function ownListed({ definition, template, isApproved, isSound }: OwnKind): Listed['kinds'][number] {
  const { label, purpose, group, own } = definition;
  const about = { kind: ownKind, model: own?.model ?? null, label, purpose, group, isApproved, isSound } as const;
  const isConfirmed = template.confirmation !== 'toConfirm';
  return { ...about, template: `${template.id}@${template.version}`, isConfirmed, suggested: null };
}

export async function listFilings(trx: Trx, of: ListedFor): Promise<Listed> {
  const own = of.may.writs ? await ownKinds(trx, of.on) : [];
  const templates = rowsOn(await readRules(trx, filingTemplateTable), of.on);
  const offered = (await offeredKinds(trx, of.on)).filter((kind) =>
    kind === reportKind ? of.may.reports : of.may.writs,
  );
  const isShown = ({ kind }: { readonly kind: FilingKind }) => of.may.writs || kind === reportKind;
  const shipped = offered.flatMap((kind): Listed['kinds'] => {
    const template = templates.find(({ value }) => value.kind === kind);
    const { label, purpose, group } = kinds[kind];
    if (template === undefined) return [];
    const version = `${template.id}@${template.version}`;
    const isConfirmed = template.confirmation !== 'toConfirm';
    const about = { kind, model: null, label, purpose, group, template: version, isConfirmed, isApproved: true };
    return [{ ...about, isSound: isSound(filingTemplateTable, template), suggested: suggestion(kind, of.facts) }];
  });
  return {
    kinds: [...shipped, ...own.map(ownListed)],
    drafts: (await draftsOf(trx, of, own)).filter(isShown),
    issued: (await issuedOf(trx, of.caseId)).filter(isShown),
  };
}
