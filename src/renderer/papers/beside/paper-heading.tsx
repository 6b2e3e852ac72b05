import type { ReactNode } from 'react';
import { casePath, riskWord, useCase } from '../../intake/index.ts';
import { hrefOf } from '../../platform/routes.ts';
import { Icon, PageTitle, PersonName, RiskWord } from '../../platform/ui/index.ts';
import { documentsPath } from '../case-paths.ts';
import css from './beside.module.css';

type Props = {
  readonly caseId: string;
  readonly title: string;
  /** At the right edge: its number and its term. */
  readonly children?: ReactNode;
};

/** What is written, about whom, and what must be known of her while one writes; stays while the questions scroll. */
export function PaperHeading({ caseId, title, children }: Props) {
  const { data } = useCase(caseId);
  return (
    <div className={css.heading}>
      <PageTitle>{title}</PageTitle>
      {data !== undefined && (
        <>
          <span>
            <PersonName>{data.userName}</PersonName>
            {data.userAge === null ? '' : `, ${data.userAge} años`}
          </span>
          <a href={hrefOf(casePath, { caseId })}>{`Ficha ${data.number}`}</a>
          <a href={hrefOf(documentsPath, { caseId })}>Documentos</a>
          <RiskWord {...riskWord(data.riskLevel)} />
          {data.isAddressReserved && (
            <span className={css.reserve}>
              <Icon name="lock" size={16} />
              Domicilio en reserva
            </span>
          )}
        </>
      )}
      <span className={css.end}>{children}</span>
    </div>
  );
}
