import { useEffect, useRef, type ReactNode } from 'react';
import { PracticeMark } from '../../access/index.ts';
import { es } from '../../platform/es.ts';
import css from '../centre.module.css';

export const stepTitles = {
  start: 'Comienzo',
  centre: 'Datos del centro',
  coordinator: 'Primera Coordinación',
  key: 'Clave de recuperación',
  staff: 'Primer personal',
  confirm: 'Comprobar la clave',
} as const;

export type SetupStep = keyof typeof stepTitles;

type Props = {
  /** Null outside the steps of founding. */
  readonly step: SetupStep | null;
  readonly title: string;
  readonly practice: boolean;
  readonly children: ReactNode;
};

/** One step of the first run: where one is, one title that takes the focus, one main action. */
export function SetupPage({ step, title, practice, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = es.app.name;
    window.scrollTo(0, 0);
    heading.current?.focus();
  }, [title]);
  const steps = Object.entries(stepTitles);
  return (
    <main className={css.page}>
      {practice && <PracticeMark />}
      <p className={css.product}>{es.app.name} · sistema de trabajo del centro</p>
      <div className={css.body} data-steps={step === null ? 'none' : undefined}>
        {step !== null && (
          <nav aria-label="Pasos de la instalación">
            <ol className={css.steps}>
              {steps.map(([id, words], index) => (
                <li key={id} className={css.step} aria-current={id === step ? 'step' : undefined}>
                  {index + 1}. {words}
                </li>
              ))}
            </ol>
          </nav>
        )}
        <div className={css.main}>
          <h1 tabIndex={-1} ref={heading}>
            {title}
          </h1>
          {children}
        </div>
      </div>
    </main>
  );
}
