import type { Service } from '../../shared/access/index.ts';
import { interviewModalityLabels, type InterviewLine } from '../../shared/care/index.ts';
import { retellingWords } from '../../shared/intake/index.ts';
import type { StaffId } from '../../shared/platform/ids.ts';
import { formatCivilDate } from '../../shared/platform/typed-date.ts';
import { useCentreDay } from '../intake/index.ts';
import { useMay, useSession } from '../platform/session.tsx';
import { look, EmptyState, Notice, PageTitle, Panel, QueryState, StateBadge } from '../platform/ui/index.ts';
import { SameDayPanel } from '../risk/index.ts';
import css from './care.module.css';
import { NewInterview, type Professional } from './interview-form.tsx';
import { Part } from './interview-part.tsx';
import { QuestionsPanel } from './questions-panel.tsx';
import { MovedFrom } from './moved-from.tsx';
import { useInterviews } from './queries.ts';

type Props = { readonly caseId: string; readonly isClosed: boolean };

/** «Entrevistas»: one telling each, one part a professional. */
export function InterviewsPage({ caseId, isClosed }: Props) {
  const interviews = useInterviews(caseId);
  const mayRecord = useMay('interview.record') && !isClosed;
  const mayAnswerToday = useMay('risk.assess');
  const today = useCentreDay().day;
  return (
    <>
      <PageTitle>Entrevistas</PageTitle>
      <MovedFrom caseId={caseId} kind="interview" />
      {isClosed && <Notice>La ficha está cerrada: las entrevistas son solo lectura.</Notice>}
      {!isClosed && mayAnswerToday && <SameDayPanel caseId={caseId} />}
      <QuestionsPanel caseId={caseId} mayRecord={mayRecord} />
      <QueryState query={interviews}>
        {(read) => (
          <>
            <Notice>{retellingWords(read.retellings) ?? 'Todavía no consta que haya contado su historia.'}</Notice>
            {read.toldInSectionB !== null && (
              <Notice>
                {`El relato de la Sección B (${formatCivilDate(read.toldInSectionB)}) cuenta como primera entrevista: no hace falta registrarla otra vez.`}
              </Notice>
            )}
            {read.interviews.length === 0 && read.toldInSectionB === null && (
              <EmptyState>Todavía no hay entrevistas registradas.</EmptyState>
            )}
            {read.interviews.map((interview) => (
              <Interview key={interview.id} caseId={caseId} interview={interview} isClosed={isClosed} />
            ))}
            {mayRecord && <Recording caseId={caseId} professionals={read.professionals} today={today} />}
          </>
        )}
      </QueryState>
    </>
  );
}

type RecordingProps = {
  readonly caseId: string;
  readonly professionals: readonly Professional[];
  readonly today: string;
};

function Recording({ caseId, professionals, today }: RecordingProps) {
  const { staff } = useSession();
  const own = professionals
    .filter((one) => one.staffId === staff.id)
    .flatMap(({ staffId, services }) =>
      services.slice(0, 1).map((service: Service) => ({ staffId: staffId as StaffId, service })),
    );
  return <NewInterview caseId={caseId} professionals={professionals} own={own} today={today} />;
}

function Interview({ caseId, interview, isClosed }: Props & { readonly interview: InterviewLine }) {
  const hours = interview.ended === null ? interview.started : `${interview.started} a ${interview.ended}`;
  const when = `${formatCivilDate(interview.on)}, ${hours}`;
  const where = [interviewModalityLabels[interview.modality], interview.place].filter((part) => part !== null);
  return (
    <Panel title={`Entrevista del ${when}`}>
      <p>
        {where.join(' · ')}{' '}
        <StateBadge>{interview.toldStory ? 'Contó su historia' : 'No contó su historia'}</StateBadge>
      </p>
      <ul className={css.parts}>
        {interview.parts.map((part) => (
          <Part key={part.id} caseId={caseId} part={part} when={when} isClosed={isClosed} />
        ))}
      </ul>
      <p className={look.secondary}>{`Registró: ${interview.recordedBy}`}</p>
    </Panel>
  );
}
