import { sectionA, type CaseOverview } from '../../../shared/intake/index.ts';
import { QueryState } from '../../platform/ui/index.ts';
import { CaseFrame } from '../case-frame.tsx';
import { SectionAForm } from '../forms/section-a-form.tsx';
import { orderA } from '../forms/values.ts';
import { useDraft, useSectionA } from '../queries.ts';
import { ReadOnlySection } from '../read-only-section.tsx';
import { useToday } from '../today.ts';

export function SectionAScreen({ params }: { readonly params: { readonly caseId: string } }) {
  return (
    <CaseFrame caseId={params.caseId} section="a">
      {(overview) => <Body overview={overview} />}
    </CaseFrame>
  );
}

function Body({ overview }: { readonly overview: CaseOverview }) {
  const section = useSectionA(overview.caseId);
  const mayWrite = overview.state !== 'closed' && overview.sections.some((one) => one.id === 'a' && one.canWrite);
  return (
    <QueryState query={section}>
      {(saved) =>
        mayWrite ? (
          <Filling overview={overview} saved={saved} />
        ) : (
          <ReadOnlySection overview={overview} title={sectionA.title} values={saved.form} order={orderA} />
        )
      }
    </QueryState>
  );
}

type FillingProps = {
  readonly overview: CaseOverview;
  readonly saved: Parameters<typeof SectionAForm>[0]['saved'];
};

function Filling({ overview, saved }: FillingProps) {
  const draft = useDraft('section-a', overview.caseId);
  const today = useToday();
  return (
    <QueryState query={draft}>
      {(opened) => <SectionAForm overview={overview} saved={saved} draft={opened} today={today} />}
    </QueryState>
  );
}
