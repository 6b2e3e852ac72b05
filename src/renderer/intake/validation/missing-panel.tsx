import { hrefOf } from '../../platform/routes.ts';
import { Notice, Panel } from '../../platform/ui/index.ts';
import css from '../intake.module.css';
import { focusLater } from '../pending-focus.ts';
import { sectionPaths } from '../words.ts';
import type { Proposal } from './use-proposal.ts';

type Props = { readonly caseId: string; readonly missing: Proposal['missing'] };

const pageTitles = { a: 'Sección A', b: 'Sección B' } as const;

/** Required answers still missing, each a link to its field. */
export function MissingPanel({ caseId, missing }: Props) {
  if (missing.length === 0) return <Notice tone="done">Las secciones A y B están completas.</Notice>;
  return (
    <Panel title={missing.length === 1 ? 'Falta 1 respuesta' : `Faltan ${missing.length} respuestas`}>
      {(['a', 'b'] as const).map((page) => {
        const ofPage = missing.filter((one) => one.page === page);
        if (ofPage.length === 0) return null;
        return (
          <div key={page}>
            <h3>{pageTitles[page]}</h3>
            <ul className={css.links}>
              {ofPage.map((one) => (
                <li key={one.question}>
                  <a
                    href={hrefOf(sectionPaths[page], { caseId })}
                    onClick={() =>
                      focusLater(`section-${page}-${one.question.includes('.') ? '' : 'answers.'}${one.question}`)
                    }
                  >
                    {one.label}
                  </a>
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </Panel>
  );
}
