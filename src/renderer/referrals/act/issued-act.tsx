import type { IssuedDocument } from '../../../shared/papers/index.ts';
import { kitAdvice } from '../../../shared/referrals/index.ts';
import { casePages } from '../../intake/index.ts';
import { CopyingDialog, CopyNotices, useCopying, viewPath } from '../../papers/index.ts';
import { hrefOf, useGo } from '../../platform/routes.ts';
import { PlainButton, look, ActionBar, Told, Panel, StateBadge, Lines } from '../../platform/ui/index.ts';
import css from '../referrals.module.css';

type Props = {
  readonly caseId: string;
  readonly documents: readonly IssuedDocument[];
  /** The letter carries the advice for the kit. */
  readonly hasAdvice: boolean;
  /** The institution of the same building that reads it now; null where it leaves on paper. */
  readonly handedTo: string | null;
};

function doneWords(letters: number, handedTo: string | null): string {
  if (handedTo !== null) return `Entregado a ${handedTo}: su cuenta ya ve la hoja. Queda la constancia con su número.`;
  return letters === 1 ? 'Derivación emitida.' : `Derivaciones emitidas: ${letters}.`;
}

/** What was issued in the act, to be printed at once. */
export function IssuedAct({ caseId, documents, hasAdvice, handedTo }: Props) {
  const go = useGo();
  const { news, end, ask, start, dialog } = useCopying(caseId, documents);
  return (
    <>
      <Told tone="done">{doneWords(documents.length, handedTo)}</Told>
      <CopyNotices news={news} onEnd={end} onAgain={ask} />
      <Panel title="Documentos de este acto">
        <ul className={css.kinds}>
          {documents.map(({ id, number, title, recipient, pages }) => (
            <li key={id}>
              <a href={hrefOf(viewPath, { caseId, documentId: id })}>{number}</a>
              <span>
                {[title, recipient, pages === 1 ? '1 página' : `${pages} páginas`]
                  .filter((part) => part !== null)
                  .join(' · ')}
              </span>
            </li>
          ))}
        </ul>
      </Panel>
      {hasAdvice && (
        <Panel title="Dígale también">
          <StateBadge tone="warning">Por confirmar</StateBadge>
          <Lines of={kitAdvice} />
          <p className={look.secondary}>
            La hoja que ella lleva dice solo lo que no cuenta el motivo: lo demás, de palabra.
          </p>
        </Panel>
      )}
      <ActionBar main={{ label: 'Imprimir o guardar', onClick: () => start(documents) }}>
        <PlainButton onClick={() => go(casePages.referrals.path, { caseId })}>Ir a Derivaciones</PlainButton>
      </ActionBar>
      <CopyingDialog {...dialog} />
    </>
  );
}
