/** What each kind of entry says: the same words wherever the history is shown. */
import { ruleOf, type AlertKind } from '../alerts/index.ts';
import { serviceLabels, type Service } from '../access/index.ts';
import {
  attendedPartyLabels,
  attentionOutcomeLabels,
  interviewModalityLabels,
  tellsBreach,
  type AttentionLine,
  type Consent,
  type InterviewLine,
} from '../care/index.ts';
import { callResultLabels, type CallResult } from '../contact/index.ts';
import { civilDateOf } from '../platform/clock.ts';
import type { CivilDate, Instant } from '../platform/dates.ts';
import { formatCivilDate } from '../platform/typed-date.ts';
import {
  actWords,
  hearingKindLabels,
  hearingStateLabels,
  instanceLabels,
  measureLabels,
  measureStateLabels,
  type EventForm,
  type HearingForm,
  type HearingState,
} from '../proceedings/index.ts';
import { documentKindLabels, type IssuedDocument } from '../papers/index.ts';
import { referralRules, referralStateLabels, type ReferralLine, type Slip } from '../referrals/index.ts';
import { partnerRiskLevelLabels, type PartnerRiskLevel } from '../risk/index.ts';
import type { ToldEntry } from './entry.ts';
import { factsOf, headOf, joined, momentOf } from './parts.ts';

export function ofAttention(line: AttentionLine): ToldEntry {
  const isBreach = tellsBreach(line.action) && !line.isWithdrawn;
  return {
    id: `attention-${line.id}`,
    kind: isBreach ? 'breach' : 'attention',
    ...{ on: line.on, time: line.time, recordedAt: line.recordedAt },
    act: line.actionWords,
    rest: line.note,
    by: joined(
      serviceLabels[line.service],
      line.by,
      line.outcome !== 'done' && attentionOutcomeLabels[line.outcome],
      line.isWithdrawn ? 'registrada por error' : line.counts && 'cuenta para el indicador',
    ),
    isGrave: isBreach,
    page: 'attentions',
    facts: factsOf(
      ['Con quién', attendedPartyLabels[line.withWhom]],
      ['Cómo terminó', attentionOutcomeLabels[line.outcome]],
      ['Registrada por', line.by],
    ),
  };
}

type Earlier = {
  readonly id: string;
  readonly action: string;
  readonly withdrawn: 0 | 1;
  readonly given_on: CivilDate;
  readonly given_time: ToldEntry['time'];
  readonly recorded_at: Instant;
};

/** What is counted and not told: without its words. */
export function ofEarlierAttention({ id, action, withdrawn, given_on, given_time, recorded_at }: Earlier): ToldEntry {
  const kind = tellsBreach(action) && withdrawn === 0 ? 'breach' : 'attention';
  return { id: `attention-${id}`, kind, on: given_on, time: given_time, recordedAt: recorded_at, act: '', by: '' };
}

type ToldCall = {
  readonly id: string;
  readonly result: CallResult;
  readonly said: string | null;
  readonly numberMask: string;
  readonly nextOn: CivilDate | null;
  readonly nextTime: string | null;
  readonly hasWithdrawn: boolean;
  readonly startedAt: Instant;
  readonly by: string;
};

export function ofCall({
  id,
  result,
  said,
  numberMask,
  nextOn,
  nextTime,
  hasWithdrawn,
  startedAt,
  by,
}: ToldCall): ToldEntry {
  const next = nextOn === null ? null : `${formatCivilDate(nextOn)} ${nextTime ?? ''}`;
  return {
    ...{
      ...headOf('call', id, startedAt),
      act: `Llamada: ${callResultLabels[result].toLowerCase()}`,
    },
    ...{ rest: said, by: joined(by, hasWithdrawn && 'el número dejó de ser seguro') },
    facts: factsOf(['Número', numberMask], ['Próximo intento', next]),
  };
}

export function ofInterview(line: InterviewLine): ToldEntry {
  return {
    ...headOf('interview', line.id, { on: line.on, time: line.started, recordedAt: line.recordedAt }),
    act: line.toldStory ? 'Entrevista en que contó lo que le pasó' : 'Entrevista',
    by: joined(
      interviewModalityLabels[line.modality],
      ...line.parts.map(
        ({ staffName, service, signedAt }) =>
          `${staffName}, ${serviceLabels[service]}${signedAt === null ? ', sin firmar' : ''}`,
      ),
    ),
    page: 'interviews',
    facts: factsOf(
      ['Hora', line.ended === null ? line.started : `${line.started} a ${line.ended}`],
      ['Lugar', line.place],
      ...line.parts.map(({ service, body }) => [serviceLabels[service], body] as const),
    ),
  };
}

/** What a counterpart noted says so itself. */
const saidBy = (source: string) => (source.startsWith('Lo anotó ') ? source : `lo dijo ${source}`);

export function ofEvent({
  id,
  event,
  recordedAt,
  by,
}: {
  id: string;
  event: EventForm;
  recordedAt: Instant;
  by: string;
}): ToldEntry {
  const isBreach = event.kind === 'breach';
  const measures = event.measures.map(({ kind, outcome, detail }) =>
    joined(measureLabels[kind], detail, outcome !== null && measureStateLabels[outcome].toLowerCase()),
  );
  return {
    ...headOf(isBreach ? 'breach' : 'proceeding', id, { on: event.at.on, time: event.at.time, recordedAt }, 'event'),
    act: actWords(event),
    rest: event.words ?? (measures.length === 0 ? null : measures.join('; ')),
    by: joined(event.office, event.fileNumber, event.source !== null && saidBy(event.source), by),
    isGrave: isBreach,
    page: 'proceeding',
    facts: factsOf(
      ['Medidas', measures.join('; ')],
      ['Instancia', event.instance === null ? null : instanceLabels[event.instance]],
      ['Documento', event.document],
      ['Expediente', event.fileNumber],
      ['Notificación', event.notification === null ? null : formatCivilDate(event.notification.entry.on)],
    ),
  };
}

type Held = { id: string; hearing: HearingForm; state: HearingState; result: string | null; recordedAt: Instant };

export function ofHearing({ id, hearing, state, result, recordedAt }: Held): ToldEntry {
  return {
    ...headOf('hearing', id, { on: hearing.on, time: hearing.time, recordedAt }),
    act: hearingKindLabels[hearing.kind],
    rest: result,
    by: joined(hearing.office, state === 'scheduled' ? 'falta decir cómo terminó' : hearingStateLabels[state]),
    page: 'proceeding',
  };
}

type Signed = { id: string; at: Instant; level: PartnerRiskLevel; points: number; by: string };

export function ofRisk({ id, at, level, points, by }: Signed): ToldEntry {
  return {
    ...headOf('risk', id, at),
    // The level is no part of the act: whoever looks over the shoulder does not read it.
    act: 'Ficha de valoración de riesgo',
    rest: `${partnerRiskLevelLabels[level]}, ${points} ${points === 1 ? 'punto' : 'puntos'}`,
    by: `firmada por ${by}`,
    isGrave: level === 'severe1' || level === 'severe2',
    page: 'risk',
  };
}

export function ofPaper({ id, kind, title, number, pages, recipient, issuedBy, issuedAt }: IssuedDocument): ToldEntry {
  return {
    ...headOf('paper', id, issuedAt),
    act: title,
    by: joined(number, pages === 1 ? '1 página' : `${pages} páginas`, issuedBy),
    page: 'documents',
    facts: factsOf(['Documento', documentKindLabels[kind]], ['Dirigido a', recipient]),
  };
}

type Presented = {
  id: string;
  title: string;
  on: CivilDate;
  time: string;
  desk: string;
  entryNumber: string;
  folios: number;
  recordedAt: Instant;
};

export function ofPresented({ id, title, on, time, desk, entryNumber, folios, recordedAt }: Presented): ToldEntry {
  return {
    ...headOf('presented', id, { on, time, recordedAt }),
    act: 'Escrito presentado',
    rest: title,
    by: joined(desk, `ingreso ${entryNumber}`, folios === 1 ? '1 folio' : `${folios} folios`),
    page: 'presenting',
  };
}

type Referred = Pick<ReferralLine, 'id' | 'kind' | 'number' | 'receiver' | 'state' | 'issuedAt'>;

export function ofReferral({ id, kind, number, receiver, state, issuedAt }: Referred): ToldEntry {
  return {
    ...headOf('referral', id, issuedAt),
    act: 'Derivación',
    rest: `a ${receiver}`,
    by: joined(referralRules[kind].label, number, referralStateLabels[state]),
    page: 'referrals',
  };
}

type Answered = Referred & { readonly slip: Slip; readonly recordedAt: Instant };

export function ofSlip({ id, receiver, issuedAt, slip, recordedAt }: Answered): ToldEntry {
  const outcome = slip.attended
    ? slip.on === null
      ? 'fue atendida'
      : `atendida el ${formatCivilDate(slip.on)}`
    : 'no fue atendida';
  return {
    ...headOf('referralBack', id, recordedAt, 'slip'),
    act: 'Contrarreferencia',
    rest: `de ${receiver}: ${outcome}`,
    by: joined(
      `responde a la derivación del ${formatCivilDate(civilDateOf(Date.parse(issuedAt)))}`,
      slip.nextOn !== null && `próxima cita ${formatCivilDate(slip.nextOn)}`,
    ),
    page: 'referrals',
  };
}

const consentActs = {
  spoken: 'Aceptó compartir sus datos',
  written: 'Aceptó compartir sus datos',
  couldNotAsk: 'No se pudo pedir el consentimiento',
  refused: 'No aceptó compartir sus datos',
} as const;

export function ofConsent({ id, form, receivers, recordedBy, recordedAt, withdrawnAt }: Consent): ToldEntry {
  return {
    ...headOf('consent', id, recordedAt),
    act: consentActs[form],
    rest: receivers.length === 0 ? null : `con ${receivers.join(', ')}`,
    by: joined(recordedBy, withdrawnAt !== null && 'después lo retiró'),
    page: 'referrals',
  };
}

type Raised = { id: string; kind: AlertKind; note: string | null; raisedAt: Instant; isOpen: boolean };

/** Kinds that only remind of what stands in the history already, or of a term. */
const reminders: readonly AlertKind[] = [
  ...(['handedOver', 'measureBreached', 'deadlineNear', 'deadlineMoved', 'deadlineOverdue'] as const),
  ...(['hearingNear', 'referralOverdue', 'consentToReview'] as const),
];

export function ofNotice({ id, kind, note, raisedAt, isOpen }: Raised): ToldEntry[] {
  if (reminders.includes(kind)) return [];
  const entry = {
    ...headOf('notice', id, raisedAt),
    act: ruleOf({ kind, note }).label,
  } as const;
  return [{ ...entry, rest: note, by: isOpen ? 'aviso por atender' : 'aviso atendido' }];
}

type Came = { id: string; number: string; arrivedAt: Instant; waited: number | null; by: string };

export function ofArrival({ id, number, arrivedAt, waited, by }: Came): ToldEntry {
  return {
    ...headOf('arrival', id, arrivedAt),
    act: `Llegada ${number}`,
    by: joined(waited !== null && `esperó ${waited === 1 ? '1 minuto' : `${waited} minutos`}`, by),
  };
}

type Handed = { id: string; service: Service; at: Instant; by: string };

export function ofHandOver({ id, service, at, by }: Handed): ToldEntry {
  return { id: `grant-${id}`, kind: 'handedOver', ...momentOf(at), act: `Entregada a ${serviceLabels[service]}`, by };
}
