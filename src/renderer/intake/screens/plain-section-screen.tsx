import { formSections, sectionOf, type CaseOverview, type PlainSectionId } from '../../../shared/intake/index.ts';
import type { ScreenRoute } from '../../platform/routes.ts';
import { screen } from '../../platform/routes.ts';
import { QueryState } from '../../platform/ui/index.ts';
import { CaseFrame } from '../case-frame.tsx';
import { HandedOverAppraisal } from '../forms/appraisal-fields.tsx';
import { PlainSectionForm } from '../forms/plain-section-form.tsx';
import { orderOf } from '../forms/values.ts';
import { useDraft, usePlainSection } from '../queries.ts';
import { ReadOnlySection } from '../read-only-section.tsx';
import { useToday } from '../today.ts';
import { sectionPaths } from '../words.ts';

/** The page of a section that is questions alone. */
export function plainSectionScreen(section: PlainSectionId): ScreenRoute {
  return screen(sectionPaths[section], function PlainSection({ params }: { params: { readonly caseId: string } }) {
    return (
      <CaseFrame caseId={params.caseId} section={section}>
        {(overview) => <Body overview={overview} section={section} />}
      </CaseFrame>
    );
  });
}

type Props = { readonly overview: CaseOverview; readonly section: PlainSectionId };

function Body({ overview, section }: Props) {
  const query = usePlainSection(overview.caseId, section);
  const mayWrite = overview.state !== 'closed' && overview.sections.some((one) => one.id === section && one.canWrite);
  const service = formSections[section].appraisal;
  return (
    <QueryState query={query}>
      {(saved) =>
        mayWrite ? (
          <Filling overview={overview} section={section} saved={saved} />
        ) : (
          <>
            <ReadOnlySection
              overview={overview}
              title={sectionOf(section).title}
              values={saved.form}
              order={orderOf(section)}
            />
            {service !== null && <HandedOverAppraisal service={service} text={saved.handedOver} />}
          </>
        )
      }
    </QueryState>
  );
}

type FillingProps = Props & { readonly saved: Parameters<typeof PlainSectionForm>[0]['saved'] };

function Filling({ overview, section, saved }: FillingProps) {
  const draft = useDraft(`section-${section}`, overview.caseId);
  const today = useToday();
  return (
    <QueryState query={draft}>
      {(opened) => (
        <PlainSectionForm overview={overview} section={section} saved={saved} draft={opened} today={today} />
      )}
    </QueryState>
  );
}
