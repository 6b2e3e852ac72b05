import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { FieldValues } from 'react-hook-form';
import {
  formSections,
  sectionOf,
  type CaseOverview,
  type FormSectionId,
  type PlainSectionId,
} from '../../../shared/intake/index.ts';
import { type ScreenRoute } from '../../platform/routes.ts';
import { QueryState } from '../../platform/ui/index.ts';
import { caseSection } from '../case-frame.tsx';
import { HandedOverAppraisal } from '../forms/appraisal-fields.tsx';
import { PlainSectionForm } from '../forms/plain-section-form.tsx';
import { SectionAForm } from '../forms/section-a-form.tsx';
import { SectionBForm } from '../forms/section-b-form.tsx';
import { orderOf } from '../forms/values.ts';
import { Drafted } from '../drafted.tsx';
import { usePlainSection, useSectionA, useSectionB, type Draft } from '../queries.ts';
import { ReadOnlySection } from '../read-only-section.tsx';
import { useToday } from '../today.ts';

type Saved = { readonly form: FieldValues; readonly handedOver?: string | null };
type Filling = { readonly overview: CaseOverview; readonly draft: Draft; readonly today: string };

type Of<S extends Saved> = {
  readonly section: FormSectionId;
  readonly useSaved: (caseId: string) => UseQueryResult<S>;
  readonly draw: (saved: S, filling: Filling) => ReactNode;
};

/** The page of a section: its form over the draft of it, or its text for whoever does not write it. */
const sectionScreen = <S extends Saved>(of: Of<S>) =>
  caseSection(of.section, (overview) => <Body overview={overview} of={of} />);

type BodyProps<S extends Saved> = { readonly overview: CaseOverview; readonly of: Of<S> };

function Body<S extends Saved>({ overview, of }: BodyProps<S>) {
  const { section, useSaved } = of;
  const query = useSaved(overview.caseId);
  const today = useToday();
  const mayWrite = overview.state !== 'closed' && overview.sections.some((one) => one.id === section && one.canWrite);
  const { title } = sectionOf(section);
  const service = formSections[section].appraisal;
  return (
    <QueryState query={query}>
      {(saved) =>
        mayWrite ? (
          <Drafted of={`section-${section}`} caseId={overview.caseId}>
            {(draft) => of.draw(saved, { overview, draft, today })}
          </Drafted>
        ) : (
          <>
            <ReadOnlySection {...{ overview, title, order: orderOf(section) }} values={saved.form} />
            {service !== null && <HandedOverAppraisal service={service} text={saved.handedOver ?? null} />}
          </>
        )
      }
    </QueryState>
  );
}

export const sectionAScreen = sectionScreen({
  ...{ section: 'a', useSaved: useSectionA },
  draw: (saved, filling) => <SectionAForm saved={saved} {...filling} />,
});

export const sectionBScreen = sectionScreen({
  ...{ section: 'b', useSaved: useSectionB },
  draw: (saved, filling) => <SectionBForm saved={saved} {...filling} />,
});

/** Of a section that is questions alone. */
export const plainSectionScreen = (section: PlainSectionId): ScreenRoute =>
  sectionScreen({
    section,
    useSaved: (caseId) => usePlainSection(caseId, section),
    draw: (saved, filling) => <PlainSectionForm {...{ saved, section, ...filling }} />,
  });
