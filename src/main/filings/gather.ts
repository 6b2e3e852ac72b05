/** What a filing rests on, read once: facts, template, law, and what must not stand in it. */
import {
  articleCitation,
  articleSetTable,
  articleTable,
  confirmedSet,
  coverLetterKind,
  filingReasons,
  filingTemplateTable,
  kinds,
  lawOn,
  measureTable,
  ownKind,
  reportKind,
  standingNames,
  withConfirmed,
  type SetOf,
  saysAddress,
  type FilingFacts,
  type FilingLaw,
  type FilingOptions,
  type filingsContract,
  type FilingTemplate,
  type KindDefinition,
  type TemplateKind,
} from '../../shared/filings/index.ts';
import { consentFormLabels } from '../../shared/care/index.ts';
import {
  replaceTexts,
  withheldWords,
  type Paper,
  type PrivatePerson,
  type Withheld,
} from '../../shared/papers/index.ts';
import { documentKindLabels, paperName, type PersonRecord, type PlaceIndex } from '../../shared/people/index.ts';
import type { InputOf } from '../../shared/platform/contract.ts';
import { completedYears, type CivilDate, type Instant } from '../../shared/platform/dates.ts';
import { fail } from '../../shared/platform/failures.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import { isSound, rowsOn } from '../../shared/rulebook/index.ts';
import { listStaff } from '../access/index.ts';
import { findConsent } from '../care/index.ts';
import { isClosedTo, listParticipantRows, openAccount, recordFor, type Reader } from '../intake/index.ts';
import { getRecord } from '../people/index.ts';
import { readCaseRecord, reservedWords, type CaseRecord } from '../papers/index.ts';
import type { CallFrame } from '../platform/gate/handler.ts';
import type { PaperPrinter } from '../platform/paper/index.ts';
import { latestRiskForm } from '../risk/index.ts';
import { readRules } from '../rulebook/index.ts';
import { filingFacts, isAddressReserved, type FilingRecord } from './facts.ts';
import { correctedWrit, linkedRecords, otherPersons } from './others.ts';
import { ownKindOf } from './own-models.ts';
import { privacyOf } from './private-persons.ts';
import type { Trx } from './tables.ts';

export type Issue = InputOf<(typeof filingsContract)['issueFiling']>;

export type FilingParts = {
  readonly printPaper: PaperPrinter;
  readonly writeWord: (paper: Paper) => Promise<Uint8Array>;
  readonly places: PlaceIndex;
};

/** What a filing rests on, as it stood when it was read. */
export type Gathered = {
  readonly record: FilingRecord;
  readonly facts: FilingFacts;
  readonly withheld: readonly Withheld[];
  /** Whom the writ tells of by initials at most. */
  readonly persons: readonly PrivatePerson[];
  /** A text under reserve was left out of the quoted account, which nobody can change any more. */
  readonly isAccountWithheld: boolean;
  readonly reserved: readonly string[];
  readonly law: FilingLaw;
  /** Articles that a lawyer confirmed for the kind; null while nobody did. */
  readonly confirmed: readonly string[] | null;
  readonly template: FilingTemplate;
  readonly definition: KindDefinition;
  /** A kind of the centre that nobody approved can only be seen. */
  readonly isApproved: boolean;
  /** Template of the cover letter; null for a writ. */
  readonly letter: FilingTemplate | null;
  /** The coordinator who signs the letter was taken by name among several. */
  readonly isFirstOfSeveral: boolean;
  /** What she said of legal sponsorship; null when it was not recorded. */
  readonly sponsorship: string | null;
};

/** The template as it counts today; a text that no longer passes its check is never used. */
async function templateOf(trx: Trx, kind: TemplateKind, on: CivilDate): Promise<FilingTemplate> {
  const rows = await readRules(trx, filingTemplateTable);
  const template = rowsOn(rows, on).find(({ value }) => value.kind === kind);
  if (template === undefined) throw fail('rule-broken', 'filing-template-missing');
  if (!isSound(filingTemplateTable, template)) throw fail('rule-broken', 'filing-template-unsound');
  return template;
}

/** What a kind is on a day: by its number, or by the row of the centre. */
async function kindOf(trx: Trx, kind: Issue['kind'], model: string | null, on: CivilDate) {
  if (kind === ownKind) return ownKindOf(trx, model, on);
  return { definition: kinds[kind], template: await templateOf(trx, kind, on), isApproved: true };
}

type Child = FilingRecord['children'][number];

/** «con DNI N.º 1»; null when none is recorded. */
function documentLine({ documents }: PersonRecord): string | null {
  const [first] = documents;
  const kind = first?.kind ?? null;
  return first === undefined || kind === null ? null : `con ${documentKindLabels[kind]} N.º ${first.number}`;
}

/** Children of the household under age; one known to live elsewhere is none. */
async function childrenOf(trx: Trx, caseId: CaseId, reader: Reader): Promise<Child[]> {
  const children: Child[] = [];
  for (const row of await listParticipantRows(trx, caseId)) {
    if (row.role !== 'child' || row.lives_with_user === 0) continue;
    const { record } = await getRecord(trx, row.person_id);
    const { record: seen } = await recordFor(trx, reader, { caseId, personId: row.person_id });
    const names = paperName(record);
    const ageOf = ({ birth, toldAge }: typeof record) =>
      (birth === null ? null : completedYears(birth, reader.today)) ?? toldAge?.years ?? null;
    const years = ageOf(record);
    if (names !== null && (years === null || years < 18))
      children.push({ names, age: ageOf(seen), birth: seen.birth, document: documentLine(seen) });
  }
  return children;
}

export async function filingRecord(trx: Trx, caseId: CaseId, call: CallFrame): Promise<FilingRecord> {
  return {
    ...(await readCaseRecord(trx, caseId, call)),
    riskForm: await latestRiskForm(trx, caseId),
    children: await childrenOf(trx, caseId, call),
  };
}

type ToQuote = {
  readonly row: CaseRecord['row'];
  readonly facts: FilingFacts;
  readonly asked: Asked & { readonly now: Instant };
  readonly withheld: readonly Withheld[];
};

/**
 * The account as the writ quotes it. One that can still be changed is mended where it stands, so that a text under
 * reserve in it refuses the writ; one that is locked is quoted with the text left out, or no writ could ever be issued.
 */
async function quoted(trx: Trx, { row, facts, asked, withheld }: ToQuote) {
  const { incident } = facts;
  const plain = { facts, isAccountWithheld: false };
  if (incident.account === null) return plain;
  const leaveOut = replaceTexts(withheld, standingNames(facts, asked.kind, asked.options), () => withheldWords);
  const open = await openAccount(trx, row, asked.now);
  if (open !== null && leaveOut(open) !== open) return plain;
  const account = leaveOut(incident.account);
  const isAccountWithheld = account !== incident.account;
  return { facts: { ...facts, incident: { ...incident, account } }, isAccountWithheld };
}

/**
 * Who signs cover letters: who composes, if of Coordinación; else the first by name (`isFirstOfSeveral`: others could as
 * well); null when nobody of Coordinación may know of the case. Nobody to whom the case is closed is printed on it.
 */
async function coordinationOf(trx: Trx, row: CaseRecord['row'], composer: string) {
  const open = [];
  for (const one of await listStaff(trx)) {
    const isCoordinator = one.state === 'active' && one.roles.includes('coordinator');
    if (isCoordinator && !(await isClosedTo(trx, row, one.id))) open.push(one);
  }
  const own = open.find(({ id }) => id === composer);
  const found = own ?? open[0];
  return {
    coordinator: found === undefined ? null : { names: found.fullName },
    isFirstOfSeveral: own === undefined && open.length > 1,
  };
}

type Asked = Pick<Issue, 'caseId' | 'kind'> & {
  readonly options: Pick<FilingOptions, 'model' | 'linked' | 'corrects' | 'answers' | 'lists'>;
};
/** What a writ that is not written yet asks of nobody. */
export const alone: Asked['options'] = { model: null, linked: [], corrects: null, answers: {}, lists: {} };

/** The law of the day for a kind, with the articles that were confirmed for it. */
async function lawFor(trx: Trx, of: SetOf, on: CivilDate): Promise<Pick<Gathered, 'law' | 'confirmed'>> {
  const [articles, measures] = [await readRules(trx, articleTable), await readRules(trx, measureTable)];
  const law = lawOn(on, { articles, measures });
  const confirmed = confirmedSet(rowsOn(await readRules(trx, articleSetTable), on), of, law);
  return { law: withConfirmed(law, confirmed), confirmed };
}

export async function gather(trx: Trx, input: Asked, call: CallFrame, places: PlaceIndex): Promise<Gathered> {
  const { caseId, kind, options } = input;
  const record = await filingRecord(trx, caseId, call);
  const { definition, template, isApproved } = await kindOf(trx, kind, options.model, call.today);
  // A report never says where she lives (S1), nor a letter, whether or not another paper may.
  const isReserved = definition.sort !== 'writ' || isAddressReserved(record);
  const linked = await linkedRecords(trx, record, options.linked, call);
  const facts = filingFacts(record, { today: call.today, places });
  const { coordinator, isFirstOfSeveral } = await coordinationOf(trx, record.row, call.session.staffId);
  const corrected = await correctedWrit(trx, caseId, options.corrects);
  const all: FilingFacts = {
    ...facts,
    user: isReserved ? { ...facts.user, address: { kind: 'reserved' } } : facts.user,
    coordinator,
    ...otherPersons(record, linked, { today: call.today, places }),
    corrected,
  };
  const asked = { kind, options, isReserved };
  const { withheld, persons } = await privacyOf(trx, { record, linked }, asked, call.today);
  return {
    record,
    withheld,
    persons,
    ...(await quoted(trx, { row: record.row, facts: all, asked: { ...input, now: call.now }, withheld })),
    reserved: reservedWords(record, isReserved),
    ...(await lawFor(trx, { kind, model: definition.own?.model ?? null }, call.today)),
    ...{ template, definition, isApproved },
    letter: kind === reportKind ? await templateOf(trx, coverLetterKind, call.today) : null,
    isFirstOfSeveral,
    sponsorship: (await findConsent(trx, caseId, 'legalRepresentation'))?.form ?? null,
  };
}

/** Equal stamps: nothing the paper says, or keeps to itself, has changed in between. */
export function stampOf({ facts, withheld, persons, record, template, letter, law }: Gathered): string {
  return JSON.stringify([
    facts,
    record.children,
    withheld,
    persons,
    record.user.address,
    record.row.state,
    record.centre.acronym,
    template,
    letter,
    law,
  ]);
}

/** Of sponsorship (D12), for the kinds that ask for it. */
function sponsorshipWarnings({ definition, facts, sponsorship }: Gathered): string[] {
  if (!definition.warnsWithoutSponsorship) return [];
  if (sponsorship === 'refused') return [`Patrocinio legal: ${consentFormLabels.refused.toLowerCase()}.`];
  const accepts = facts.wantsSponsorship === true || sponsorship === 'spoken' || sponsorship === 'written';
  return accepts ? [] : ['No consta que la persona usuaria acepte el patrocinio legal.'];
}

/** Only of the kinds that speak of where she lives. */
function addressWarnings({ definition, facts, record }: Gathered): string[] {
  if (!saysAddress(definition)) return [];
  if (facts.user.address.kind === 'printable') return ['El domicilio se imprime en el escrito.'];
  return facts.user.address.kind === 'reserved' && !record.user.address.isReserved
    ? ['El domicilio se pone en reserva porque la presunta persona agresora no vive con ella o el riesgo es severo.']
    : [];
}

/** Of who signs the cover letter, and of its number. */
function letterWarnings({ letter, record, facts, isFirstOfSeveral }: Gathered): string[] {
  if (letter === null) return [];
  return [
    ...(record.centre.acronym === null
      ? ['El centro no tiene siglas: el oficio y el informe se numeran sin ellas. Coordinación las pone en Ajustes.']
      : []),
    ...(isFirstOfSeveral && facts.coordinator !== null
      ? [`Hay más de una persona en Coordinación: el oficio sale con la firma de ${facts.coordinator.names}.`]
      : []),
  ];
}

/** What the draft is warned of, in sentences. @param withheldFound a text under reserve stood in some field */
export function warningsOf(gathered: Gathered, options: FilingOptions, withheldFound: boolean): string[] {
  const unconfirmed = gathered.law.articles.filter(
    (row) => options.articles.includes(row.id) && row.confirmation === 'toConfirm',
  );
  return [
    ...(gathered.isApproved ? [] : [filingReasons['filing-model-waits']]),
    ...(withheldFound
      ? ['En el texto hay un dato en reserva: así no se puede emitir. Corríjalo donde está escrito.']
      : []),
    ...sponsorshipWarnings(gathered),
    ...addressWarnings(gathered),
    ...(gathered.isAccountWithheld
      ? [`El relato ya no se puede cambiar y menciona un dato en reserva: en su lugar se lee «${withheldWords}».`]
      : []),
    ...letterWarnings(gathered),
    ...(unconfirmed.length === 0
      ? []
      : [`Por confirmar: ${unconfirmed.map((row) => articleCitation(row.value)).join('; ')}.`]),
  ];
}
