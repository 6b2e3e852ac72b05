import { Button, Modal } from '@mantine/core';
import {
  createContext,
  use,
  useEffect,
  useId,
  useRef,
  useSyncExternalStore,
  type ComponentProps,
  type FocusEvent,
  type KeyboardEvent,
  type ReactNode,
} from 'react';
import { fitsAnyField } from '../../../shared/platform/zod.ts';
import { es } from '../es.ts';
import { FieldLink } from './field-link.tsx';
import { Icon, type IconName } from './icons.tsx';
import { Key, type Tone } from './marks.tsx';
import { useFocusBack } from './focus-back.ts';
import css from './parts.module.css';
import { ReadOnlyContext } from './read-only.ts';
import { PlainButton } from './plain-button.tsx';
import { SheetForm } from './sheet-form.tsx';

const noticeIcons: Record<Tone, IconName> = {
  neutral: 'info',
  accent: 'info',
  done: 'check',
  warning: 'warning',
  error: 'error',
};

type NoticeProps = {
  readonly tone?: Tone;
  readonly children: ReactNode;
  readonly action?: { readonly label: string; readonly onClick: () => void };
};

/** One sentence, at most one action. Announce separately what must be heard. */
export function Notice({ tone = 'neutral', children, action }: NoticeProps) {
  return (
    <div className={[css.notice, tone === 'neutral' ? '' : css[tone]].join(' ')}>
      <Icon name={noticeIcons[tone]} />
      <div className={css.noticeBody}>{children}</div>
      {action && (
        <PlainButton small onClick={action.onClick}>
          {action.label}
        </PlainButton>
      )}
    </div>
  );
}

/** One paragraph in a notice, nothing while there is none; with a role it is heard when it comes. */
export function Told({ role, children, ...notice }: NoticeProps & { readonly role?: 'status' | 'alert' }) {
  if (children === null) return null;
  return (
    <Notice {...notice}>
      <p role={role}>{children}</p>
    </Notice>
  );
}

/** One line of the summary: the id of the field and what is wrong there; `label` names the field otherwise than the page. */
export type SummaryItem = { readonly field: string; readonly message: string; readonly label?: string | null };

/** The very words that stand beside the field, after its label where they would fit any other. */
function saidOnPage({ field, message, label }: SummaryItem): string {
  const words = document.querySelector(`[id="${CSS.escape(`${field}-error`)}"] [data-words]`)?.textContent ?? message;
  const drawn = document.getElementById(field)?.closest('[data-field]')?.getAttribute('data-field');
  const name = label ?? (fitsAnyField(words) ? drawn : null);
  return name === null || name === undefined || name === '' ? words : `${name}: ${words}`;
}

const nobodyTells = () => () => undefined;

/** React looks at the page again after each drawing: then the fields stand there with what was found wrong. */
function useSaidOnPage(items: readonly SummaryItem[]): readonly string[] {
  return useSyncExternalStore(nobodyTells, () => items.map(saidOnPage).join('\n')).split('\n');
}

/** «Revise 3 datos»: takes the focus each time `attempt` changes; each line leads to its field. */
export function ErrorSummary({
  items,
  attempt = 0,
}: {
  readonly items: readonly SummaryItem[];
  readonly attempt?: number;
}) {
  const box = useRef<HTMLDivElement>(null);
  const heading = useId();
  useEffect(() => {
    box.current?.focus();
  }, [attempt]);
  const said = useSaidOnPage(items);
  if (items.length === 0) return null;
  return (
    <div className={css.summary} ref={box} tabIndex={-1} role="group" aria-labelledby={heading}>
      <h2 id={heading}>{es.form.summary(items.length)}</h2>
      <ul>
        {items.map((item, index) => (
          <li key={item.field}>
            <FieldLink id={item.field}>{said[index] ?? item.message}</FieldLink>
          </li>
        ))}
      </ul>
    </div>
  );
}

type DialogProps = {
  /** Left out where it stands there only while it is open. */
  readonly opened?: boolean | undefined;
  /** Named after the act («¿Descartar el borrador de las 10:32?»). */
  readonly title: string;
  readonly children?: ReactNode;
  /** With room for a table, or for a page of a paper. */
  readonly isWide?: Width | undefined;
  /** What it is about, in a column of its own at the left. */
  readonly aside?: ReactNode;
  /** The button that does it: a verb. `byControlEnter`: from every field of the dialog, and the button says so. */
  readonly confirm?: {
    readonly label: string;
    readonly onClick: () => void;
    readonly dangerous?: boolean | undefined;
    readonly byControlEnter?: true;
  };
  /** What else can be done, after the buttons. */
  readonly also?: ReactNode;
  /** The safe button; takes the focus unless the dialog begins at its first field. Also Esc. */
  readonly cancel: { readonly label: string; readonly onClick: () => void };
  readonly beginsAtField?: boolean;
  /** What it asks is a form: Enter in a field does what its button does. */
  readonly isForm?: boolean;
};

/**
 * Mantine gives the focus of a dialog that opens twice, each time a moment later, to the element that carries this mark:
 * whoever has gone on by then carries it.
 */
function markFocused(event: FocusEvent): void {
  event.currentTarget.querySelector('[data-autofocus]')?.removeAttribute('data-autofocus');
  event.target.setAttribute('data-autofocus', 'true');
}

type Width = boolean | 'page' | 'pages';

function dialogSize(isWide: Width, aside: ReactNode): string {
  if (isWide === 'pages') return '74rem';
  if (aside !== undefined || isWide === 'page') return '62rem';
  return isWide ? 'xl' : 'md';
}

export function Dialog(props: DialogProps) {
  const { opened = true, title, children, isWide = false, aside, confirm, also, cancel } = props;
  const { beginsAtField, isForm } = props;
  useFocusBack(opened);
  const press = (event: KeyboardEvent) => {
    if (confirm?.byControlEnter !== true || event.key !== 'Enter' || !event.ctrlKey) return;
    event.preventDefault();
    confirm.onClick();
  };
  return (
    <Modal.Root
      opened={opened}
      onClose={cancel.onClick}
      size={dialogSize(isWide, aside)}
      centered
      // What was typed in it does not go with a press beside it.
      closeOnClickOutside={confirm === undefined}
      lockScroll={false}
      transitionProps={{ duration: 0 }}
    >
      <Modal.Overlay />
      <Modal.Content className={css.dialog} onFocusCapture={markFocused}>
        <Modal.Body className={aside === undefined ? '' : css.halves} onKeyDown={press}>
          {aside !== undefined && <div className={css.aside}>{aside}</div>}
          <div className={aside === undefined ? '' : css.beside}>
            <Modal.Title className={css.dialogTitle}>{title}</Modal.Title>
            {isForm && confirm !== undefined ? <DialogForm onSend={confirm.onClick}>{children}</DialogForm> : children}
            <div className={css.buttons}>
              <PlainButton onClick={cancel.onClick} data-autofocus={beginsAtField ? undefined : true}>
                {cancel.label}
              </PlainButton>
              {confirm && <ConfirmButton {...confirm} />}
              {also !== undefined && <div className={css.also}>{also}</div>}
            </div>
          </div>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

function ConfirmButton({ label, onClick, dangerous, byControlEnter }: NonNullable<DialogProps['confirm']>) {
  return (
    <Button
      {...(dangerous ? { color: 'severe.8' } : {})}
      {...(byControlEnter ? { 'aria-keyshortcuts': 'Control+Enter' } : {})}
      onClick={onClick}
    >
      {label}
      {byControlEnter && <Key>Ctrl Enter</Key>}
    </Button>
  );
}

/** Its buttons stand outside it: the hidden one is what Enter presses. */
export function DialogForm({ children, ...form }: ComponentProps<typeof SheetForm>) {
  return (
    <SheetForm {...form}>
      {children}
      <button type="submit" hidden />
    </SheetForm>
  );
}

type EmptyProps = {
  readonly children: ReactNode;
  /** `reads`: it stays while the record may only be read. */
  readonly action?: { readonly label: string; readonly onClick: () => void; readonly reads?: true };
};

/** What will be here, and one action. */
export function EmptyState({ children, action }: EmptyProps) {
  const isRefused = use(ReadOnlyContext) !== null && action?.reads !== true;
  return (
    <div className={css.empty}>
      <p>{children}</p>
      {action && !isRefused && <PlainButton onClick={action.onClick}>{action.label}</PlainButton>}
    </div>
  );
}

export const PanelHeading = createContext<string | undefined>(undefined);

/** White ground for a group of fields; never one inside another. */
export function Panel({ title, children }: { readonly title?: string; readonly children: ReactNode }) {
  const heading = useId();
  return (
    <section className={css.panel} aria-labelledby={title === undefined ? undefined : heading}>
      {title !== undefined && <h2 id={heading}>{title}</h2>}
      <PanelHeading value={title === undefined ? undefined : heading}>{children}</PanelHeading>
    </section>
  );
}

export type SectionState =
  | { readonly kind: 'notStarted' | 'inProgress' | 'complete' }
  | { readonly kind: 'missing' | 'review'; readonly count: number };

export function sectionWords(state: SectionState): string {
  return 'count' in state ? es.state[state.kind](state.count) : es.state[state.kind];
}
