import { Button } from '@mantine/core';
import { use } from 'react';
import { serviceLabels } from '../../../shared/access/index.ts';
import { purposeLabels, type UrgencySign } from '../../../shared/reception/index.ts';
import { optionsOf } from '../../../shared/record/index.ts';
import { OpenFichasAtDoor, PersonLine, type PersonLink } from '../../people/index.ts';
import { ActProblem, Controlled, FormHead } from '../../platform/forms/index.ts';
import {
  ChoiceField,
  OneOfField,
  PlainButton,
  ReadOnlyContext,
  useControlEnter,
  useNamed,
} from '../../platform/ui/index.ts';
import { arrivalFieldNames } from '../forms/arrival-fields.tsx';
import { toBoard } from '../board/rows.ts';
import { lineField } from './kept.ts';
import css from './line.module.css';
import { SignsButton } from './signs-button.tsx';
import type { useArrivalLine } from './use-arrival-line.ts';

const purposes = optionsOf(purposeLabels);
/** The desk itself stands last, and has its digit. */
const desk = 'desk';
const places = [...optionsOf(serviceLabels), { code: desk, label: 'Admisión' }];

type Props = {
  readonly line: ReturnType<typeof useArrivalLine>;
  /** Beside the filled button of somebody who attends as well. */
  readonly isSecond: boolean;
};

/** Whoever comes to the door or calls, in one line: waiting with a number, whatever else is still unknown. */
export function ArrivalLine({ line, isSecond }: Props) {
  const readOnly = use(ReadOnlyContext);
  const { form, link, put, isTyped } = line;
  const inLine = useControlEnter(readOnly === null && !form.busy ? line.putByKey : null, !isSecond);
  if (readOnly !== null) {
    return (
      <div className={css.strip} role="group" aria-label="Registrar llegada">
        {readOnly}
      </div>
    );
  }
  return (
    <section className={css.strip} aria-label="Registrar llegada" {...inLine}>
      <FormHead form={form} order={arrivalFieldNames} />
      <ActProblem act={line.leaving} />
      <div className={css.line}>
        <PersonLine
          id={lineField}
          label="Llega"
          keys="Alt N"
          placeholder="Nombre o documento, como lo dice"
          text={line.text}
          onText={line.setText}
          link={link}
          onLink={line.choose}
          arrival={line.door}
          error={line.whoError}
          isSent={form.busy}
          onError={line.refuse}
          onEscape={() => (isTyped || line.arrivalId !== null ? void line.cancel() : toBoard())}
          aside={<ByPhone line={line} />}
        />
        <Controlled form={form} name="purpose" label="Motivo" optional>
          {({ value, onChange, ...field }) => (
            <div className={css.motive}>
              <ChoiceField {...field} options={purposes} value={value as string | null} onChange={onChange} />
            </div>
          )}
        </Controlled>
        <Controlled form={form} name="service" label="Espera a" optional>
          {({ value, onChange, ...field }) => (
            <OneOfField
              {...field}
              inline
              options={places}
              value={value === null ? desk : (value as string)}
              onChange={(code) => onChange(code === desk ? null : code)}
            />
          )}
        </Controlled>
        <Controlled form={form} name="signs" label="Señales">
          {({ value, onChange }) => <SignsButton value={value as UrgencySign[]} onChange={onChange} />}
        </Controlled>
        <div className={css.end}>
          <span className={css.ways}>
            <PlainButton small quiet onClick={line.more}>
              Más datos
            </PlainButton>
            {isTyped && (
              <PlainButton small quiet onClick={() => void line.cancel()}>
                Cancelar
              </PlainButton>
            )}
          </span>
          <Button
            {...(isSecond && { variant: 'default' })}
            aria-disabled={form.busy}
            aria-keyshortcuts="Control+Enter"
            onClick={() => void put()}
          >
            Poner en espera
            <kbd className={css.key} aria-hidden="true">
              Ctrl Enter
            </kbd>
          </Button>
        </div>
      </div>
      {link !== null && <Said line={line} link={link} />}
    </section>
  );
}

function ByPhone({ line: { form } }: Pick<Props, 'line'>) {
  return (
    <Controlled form={form} name="channel" label="Por teléfono">
      {({ value, onChange }) => (
        <label className={css.phone}>
          <input
            type="checkbox"
            checked={value === 'call'}
            onChange={(event) => onChange(event.target.checked ? 'call' : 'inPerson')}
          />
          Por teléfono
        </label>
      )}
    </Controlled>
  );
}

const newWords = ({ isUnsought }: Extract<PersonLink, { kind: 'new' }>) =>
  isUnsought === true
    ? 'Como lo dice, sin buscar en el registro. Quién es se mira al abrir su ficha.'
    : 'Persona nueva en este registro.';

const saidWords = { known: 'Es la misma persona', maybe: 'Quizá sea la misma persona' } as const;

/** Who was chosen, what she has open already, and the way to another answer. */
function Said({ line, link }: { readonly line: Props['line']; readonly link: PersonLink }) {
  const named = useNamed();
  return (
    <div className={css.said} role="group" aria-label="Quién es">
      <span>
        {link.kind === 'new' ? newWords(link) : `${saidWords[link.kind]}: ${named(link.name)}.`}
        {link.kind === 'maybe' && ' La primera persona profesional lo confirmará antes de validar.'}
      </span>
      {link.kind === 'known' && (
        <PlainButton small quiet onClick={() => line.choose({ ...link, kind: 'maybe' })}>
          No es seguro
        </PlainButton>
      )}
      <PlainButton small quiet onClick={() => line.choose(null)}>
        Cambiar
      </PlainButton>
      {link.kind !== 'new' && line.arrivalId !== null && (
        <OpenFichasAtDoor arrivalId={line.arrivalId} personId={link.personId} />
      )}
    </div>
  );
}
