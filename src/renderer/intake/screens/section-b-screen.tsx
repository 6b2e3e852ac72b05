import { sectionB, type CaseOverview } from '../../../shared/intake/index.ts';
import { QueryState } from '../../platform/ui/index.ts';
import { CaseFrame } from '../case-frame.tsx';
import { HandedOverAppraisal } from '../forms/appraisal-fields.tsx';
import { SectionBForm } from '../forms/section-b-form.tsx';
import { orderB } from '../forms/values.ts';
import { useDraft, useSectionB } from '../queries.ts';
import { ReadOnlySection } from '../read-only-section.tsx';
import { useToday } from '../today.ts';

export function SectionBScreen({ params }: { readonly params: { readonly caseId: string } }) {
  return (
    <CaseFrame caseId={params.caseId} section="b">
      {(overview) => <Body overview={overview} />}
    </CaseFrame>
  );
}

function Body({ overview }: { readonly overview: CaseOverview }) {
  const section = useSectionB(overview.caseId);
  const mayWrite = overview.state !== 'closed' && overview.sections.some((one) => one.id === 'b' && one.canWrite);
  return (
    <QueryState query={section}>
      {(saved) =>
        mayWrite ? (
          <Filling overview={overview} saved={saved} />
        ) : (
          <>
            <ReadOnlySection overview={overview} title={sectionB.title} values={saved.form} order={orderB} />
            <HandedOverAppraisal service="psychology" text={saved.handedOver} />
          </>
        )
      }
    </QueryState>
  );
}

type FillingProps = {
  readonly overview: CaseOverview;
  readonly saved: Parameters<typeof SectionBForm>[0]['saved'];
};

function Filling({ overview, saved }: FillingProps) {
  const draft = useDraft('section-b', overview.caseId);
  const today = useToday();
  return (
    <QueryState query={draft}>
      {(opened) => <SectionBForm overview={overview} saved={saved} draft={opened} today={today} />}
    </QueryState>
  );
}
