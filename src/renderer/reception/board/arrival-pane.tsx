import { Fragment, useEffect, useImperativeHandle, useRef, useState, type ReactNode, type Ref } from 'react';
import { formatCivilDate } from '../../../shared/platform/typed-date.ts';
import { civilDateOf, timeOf } from '../../../shared/platform/clock.ts';
import {
  channelLabels,
  holdWords,
  languageLabels,
  signLabels,
  type ArrivalLine,
  type StaffLine,
} from '../../../shared/reception/index.ts';
import { ActProblem } from '../../platform/forms/index.ts';
import { isDialogOpen, useWindowKey } from '../../platform/keys.ts';
import { hrefOf } from '../../platform/routes.ts';
import { Disclosure, Icon, Notice, PlainButton, type Fact } from '../../platform/ui/index.ts';
import { useFinishKeys } from '../finish-keys.ts';
import type { Names } from '../names.ts';
import { useArrivalActs, type PaneAct, type PanePart } from './acts.ts';
import type { RowKey } from './board-list.tsx';
import css from './board.module.css';
import { EndActs } from './end-acts.tsx';
import { usePassing } from './held-dialog.tsx';
import { HandOverFields } from './hand-over-fields.tsx';
import { NameLine } from './name-line.tsx';
import { forWhom } from './rows.ts';
import { useBoardAct } from './use-board-act.ts';

/** What a key of the list does with the one that is marked. */
export type PaneKeys = { readonly press: (key: RowKey) => void };

type Props = {
  readonly line: ArrivalLine;
  readonly today: string;
  readonly staff: readonly StaffLine[];
  readonly names: Names;
  readonly keys: Ref<PaneKeys>;
  /** Row of the list that has the focus next. */
  readonly rowOf: () => HTMLElement | null;
};

/** The arrival that is marked: what is known of it, and everything that can be done with it. */
export function ArrivalPane({ line, today, staff, names, keys, rowOf }: Props) {
  const [part, setPart] = useState<PanePart>('facts');
  const acts = useBoardAct(line);
  const { pass, question } = usePassing(line, acts, rowOf);
  const { main, more } = useArrivalActs({ line, acts, onPart: setPart, onPass: pass });
  useImperativeHandle(keys, () => ({
    press: (key) => {
      if (!acts.busy) main.find((act) => act.key === key)?.run();
    },
  }));
  const back = () => {
    setPart('facts');
    rowOf()?.focus();
  };
  const then = (work: Promise<boolean>) =>
    void work.then((isDone) => {
      if (isDone) setPart('facts');
    });
  return (
    <>
      <header className={css.head}>
        <h2>{line.label}</h2>
        {line.isUrgent && (
          <span className={css.passes}>
            <Icon name="flag" size={16} /> Pasa primero
          </span>
        )}
        {more.length > 0 && part === 'facts' && <More acts={more} busy={acts.busy} />}
      </header>
      <NameLine name={line.name} names={names} />
      <ArrivalFacts line={line} today={today} areNamesShown={names.areShown} />
      {line.mustCall && <Notice tone="warning">{holdWords}.</Notice>}
      <ActProblem act={acts.act} />
      {question}
      {part === 'facts' && <Acts acts={main} busy={acts.busy} />}
      {part === 'handOver' && (
        <Part label={`Entregar ${line.label}`} onBack={back}>
          <HandOverFields staff={staff} busy={acts.busy} onHandOver={(to) => then(acts.handOver(to, rowOf))} />
        </Part>
      )}
      {part === 'end' && (
        <Part label={`Cerrar ${line.label}`} onBack={back}>
          <EndActs line={line} busy={acts.busy} onEnd={(end, words) => then(acts.close(end, words, rowOf))} />
        </Part>
      )}
    </>
  );
}

type ActsProps = { readonly acts: readonly PaneAct[]; readonly busy: boolean };

function Acts({ acts, busy }: ActsProps) {
  if (acts.length === 0)
    return <p className={css.quiet}>La atiende otro servicio o está por revisar: aquí no hay nada que hacer.</p>;
  return (
    <div className={css.acts}>
      {acts.map(({ label, key, run }) => (
        <PlainButton
          key={label}
          aria-disabled={busy}
          aria-keyshortcuts={key?.toUpperCase() === 'ENTER' ? 'Enter' : key?.toUpperCase()}
          rightSection={key !== null && <kbd aria-hidden="true">{key.length === 1 ? key.toUpperCase() : key}</kbd>}
          onClick={run}
        >
          {label}
        </PlainButton>
      ))}
    </div>
  );
}

function More({ acts, busy }: ActsProps) {
  return (
    <Disclosure isBelow title="Más acciones" label="Más acciones" face={<Icon name="more" size={18} />}>
      <div className={css.more}>
        {acts.map(({ label, run }) => (
          <button key={label} type="button" aria-disabled={busy} onClick={run}>
            {label}
          </button>
        ))}
      </div>
    </Disclosure>
  );
}

type PartProps = { readonly label: string; readonly onBack: () => void; readonly children: ReactNode };

/** What an act needs, in place of the acts: its first field has the focus, and Esc goes back to the list. */
function Part({ label, onBack, children }: PartProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.querySelector<HTMLElement>('input, button')?.focus();
  }, []);
  useWindowKey((event) => {
    // A list that is open over it closes first.
    const isOpen = event.target instanceof Element && event.target.getAttribute('aria-expanded') === 'true';
    if (event.key !== 'Escape' || event.defaultPrevented || isOpen || isDialogOpen()) return;
    event.preventDefault();
    onBack();
  });
  const keys = useFinishKeys(null);
  return (
    <div className={css.part} role="group" aria-label={label} ref={box} {...keys}>
      {children}
      <span>
        <PlainButton small quiet onClick={onBack}>
          Volver
        </PlainButton>
      </span>
    </div>
  );
}

type FactsProps = { readonly line: ArrivalLine; readonly today: string; readonly areNamesShown: boolean };

function ArrivalFacts({ line, today, areNamesShown }: FactsProps) {
  const day = civilDateOf(Date.parse(line.arrivedAt));
  const at = timeOf(Date.parse(line.arrivedAt));
  const along = alongWords(line, areNamesShown);
  const spoken = languageWords(line);
  const facts: readonly Fact[] = [
    ['Llegó', `${day === today ? at : `${formatCivilDate(day)}, ${at}`}, ${channelLabels[line.channel].toLowerCase()}`],
    ['Espera a', forWhom(line)],
    line.signs.length > 0 && ['Señales', <Signs key={line.arrivalId} signs={line.signs} />],
    along !== '' && ['Con ella', along],
    spoken !== '' && ['Lengua', spoken],
    (line.hasCase || line.openFicha !== null) && ['Ficha', <Ficha key={line.arrivalId} line={line} />],
  ];
  return (
    <dl className={css.facts}>
      {facts.map(
        (fact, index) =>
          fact && (
            <Fragment key={index}>
              <dt>{fact[0]}</dt>
              <dd>{fact[1]}</dd>
            </Fragment>
          ),
      )}
    </dl>
  );
}

/** What is seen of her is read on purpose, beside her number. */
function Signs({ signs }: Pick<ArrivalLine, 'signs'>) {
  const [isRead, setRead] = useState(false);
  return (
    <>
      {signs.length === 1 ? '1 señal.' : `${signs.length} señales.`}
      <button type="button" className={css.link} aria-expanded={isRead} onClick={() => setRead(!isRead)}>
        {isRead ? 'Ocultar' : 'Leer'}
      </button>
      {isRead && (
        <ul aria-label="Señales">
          {signs.map((sign) => (
            <li key={sign}>{signLabels[sign]}</li>
          ))}
        </ul>
      )}
    </>
  );
}

function alongWords({ companion, children, childrenWith }: ArrivalLine, areNamesShown: boolean): string {
  const count = children ?? 0;
  return [
    companion === null ? null : areNamesShown ? companion : 'Acompañada',
    count === 0 ? null : count === 1 ? '1 niña o niño' : `${count} niñas o niños`,
    areNamesShown && childrenWith !== null ? `los cuida: ${childrenWith}` : null,
  ]
    .filter((part) => part !== null)
    .join('; ');
}

function languageWords({ language, needsInterpreter }: ArrivalLine): string {
  return [language === null ? null : languageLabels[language], needsInterpreter === true ? 'con intérprete' : null]
    .filter((part) => part !== null)
    .join(', ');
}

function Ficha({ line: { hasCase, openFicha } }: Pick<Props, 'line'>) {
  return (
    <>
      {hasCase && <p>Con ficha.</p>}
      {openFicha === 'review' && <p>Requiere revisión: quizá ya tiene ficha.</p>}
      {openFicha !== null && openFicha !== 'review' && (
        <p>
          Tiene otra ficha abierta:{' '}
          <a href={hrefOf('/casos/$caseId', { caseId: openFicha.caseId })}>{openFicha.number}</a>
        </p>
      )}
    </>
  );
}
