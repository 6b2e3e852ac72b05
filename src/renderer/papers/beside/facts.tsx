import type { ReactNode } from 'react';
import type { MissingFact } from '../../../shared/papers/index.ts';
import { capital } from '../../../shared/platform/capital.ts';
import { focusLater } from '../../intake/index.ts';
import { hrefOf } from '../../platform/routes.ts';
import { Fold } from '../../platform/ui/index.ts';
import { factPages } from '../case-paths.ts';
import css from './beside.module.css';

/** A fact that a paper lacks, with where it is filled. */
export type Lack = MissingFact & {
  /** Apart from those of other papers on the page. */
  readonly key: string;
  /** The field of this page that answers it; null where another page does, or none alone. */
  readonly fieldId: string | null;
};

export type BesideFacts = {
  readonly problem: ReactNode;
  readonly ofFact: (fact: MissingFact) => ReactNode;
  readonly ofAll: (facts: readonly MissingFact[]) => ReactNode;
};

type LinkProps = {
  readonly caseId: string;
  readonly lack: Lack;
  readonly onGo: (fieldId: string) => void;
  readonly className?: string | undefined;
  readonly isCurrent: boolean;
  readonly children: string;
};

/** Leads to the field that answers a fact, here or on its page. */
export function LackLink({ caseId, lack: { page, field, fieldId }, onGo, isCurrent, className, children }: LinkProps) {
  const where = factPages[page];
  const look = { className, 'data-current': isCurrent || undefined };
  if (where !== null) {
    return (
      <a
        {...look}
        href={hrefOf(where.path, { caseId })}
        onClick={() => {
          if (field !== undefined) focusLater(`${page}-${field}`);
        }}
      >
        {children}
      </a>
    );
  }
  if (fieldId === null) return <span {...look}>{children}</span>;
  return (
    <a
      {...look}
      href={`#${fieldId}`}
      onClick={(event) => {
        // The address belongs to the router.
        event.preventDefault();
        onGo(fieldId);
      }}
    >
      {children}
    </a>
  );
}

/** «Hora del hecho · Sección B»: another page is named before one goes there. */
function lackWords({ label, page, fieldId }: Lack): string {
  const where = factPages[page]?.words ?? (fieldId === null ? 'en esta página' : null);
  return where === null ? capital(label) : `${capital(label)} · ${where}`;
}

type Props = Pick<LinkProps, 'caseId' | 'onGo'> & {
  /** Null until the paper was read. */
  readonly lacks: readonly Lack[] | null;
  readonly current: string | null;
  readonly ofFact: BesideFacts['ofFact'] | null;
};

/** Above the questions: what the paper needs and lacks, each fact once, then what it had better say. */
export function LackStep({ lacks, ...rest }: Props) {
  const required = lacks?.filter(({ weight }) => weight === 'required') ?? [];
  const others = lacks?.filter(({ weight }) => weight === 'recommended') ?? [];
  return (
    <section className={css.step} data-lacks={required.length > 0 || undefined} aria-label="Datos que faltan">
      <p role="status">{lacks === null ? 'Revisando la ficha…' : countWords(required.length)}</p>
      {required.length > 0 && (
        <ol>
          <Lacks lacks={required} {...rest} />
        </ol>
      )}
      {others.length > 0 && (
        <Fold
          kind="line"
          isOpen={false}
          title={`Conviene: ${others.length === 1 ? '1 dato' : `${others.length} datos`}`}
        >
          <ul>
            <Lacks lacks={others} {...rest} />
          </ul>
        </Fold>
      )}
    </section>
  );
}

function countWords(count: number): string {
  if (count === 0) return 'No falta ningún dato necesario';
  return count === 1 ? 'Falta 1 dato necesario' : `Faltan ${count} datos necesarios`;
}

function Lacks({ lacks, current, ofFact, ...link }: Props & { readonly lacks: readonly Lack[] }) {
  return lacks.map((lack) => (
    <li key={lack.key}>
      <LackLink {...link} lack={lack} isCurrent={lack.key === current}>
        {lackWords(lack)}
      </LackLink>
      {ofFact?.(lack)}
    </li>
  ));
}
