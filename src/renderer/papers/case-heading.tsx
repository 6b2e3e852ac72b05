import { useCase } from '../intake/index.ts';
import { look, PageTitle, useNamed } from '../platform/ui/index.ts';

export function CaseHeading({ caseId, title }: { readonly caseId: string; readonly title: string }) {
  const { data } = useCase(caseId);
  const named = useNamed();
  const words =
    data === undefined
      ? 'Ficha'
      : [`Ficha ${data.number}`, named(data.userName), data.userAge === null ? null : `${data.userAge} años`]
          .filter((part) => part !== null)
          .join(' · ');
  return <PageTitle aside={<p className={look.secondary}>{words}</p>}>{title}</PageTitle>;
}
