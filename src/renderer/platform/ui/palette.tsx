/** One field from every screen: what it finds stands below it, and is marked by arrows and opened by Enter. */
import { Sentences } from './facts.tsx';
import { Modal } from '@mantine/core';
import { useCallback, useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { es } from '../es.ts';
import { Chips } from './chips.tsx';
import { useFocusBack } from './focus-back.ts';
import { Icon, type IconName } from './icons.tsx';
import css from './palette.module.css';

/** What else can be done with what is marked, by its key alone: the field keeps the focus. */
export type PaletteAct = {
  readonly keys: string;
  readonly stroke: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey'>;
  readonly label: string;
  readonly run: () => void;
};

export type PaletteItem = {
  readonly id: string;
  readonly icon: IconName;
  readonly label: string;
  /** Goes on with the label, which stands out then. */
  readonly also?: string;
  /** Second line: why it is here. */
  readonly below?: string;
  /** Stands in small at the end: the key that does the same, or where it is. */
  readonly keys?: string;
  /** Null where nothing opens. */
  readonly run: (() => void) | null;
  /** It goes to no other screen. */
  readonly stays?: true;
  /** What Enter does; none: «Abrir». */
  readonly opens?: string;
  readonly acts?: readonly PaletteAct[];
};

export type PaletteGroup = { readonly title: string; readonly items: readonly PaletteItem[] };

/** What is looked for; Tab goes from one to the next. */
export type PaletteKinds = {
  readonly chips: readonly (readonly [id: string, words: string])[];
  readonly chosen: string;
  readonly onChoose: (id: string) => void;
};

type Props = {
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly groups: readonly PaletteGroup[];
  /** What is to be said of the search itself. */
  readonly says: readonly string[];
  readonly foot: string;
  readonly kinds: PaletteKinds;
  /** What must be known of the search itself; stands beside, at the foot. */
  readonly note: string;
  /** Enter while nothing is marked. */
  readonly onEnter: (() => void) | null;
  readonly onClose: () => void;
};

/** Which one an arrow marks: past either end the field itself, with nothing marked. */
function nextOf(key: string, at: number, count: number): number | null {
  if (key === 'ArrowDown') return at + 1 < count ? at + 1 : -1;
  if (key === 'ArrowUp') return at === -1 ? count - 1 : at - 1;
  return null;
}

const isPlain = ({ ctrlKey, altKey, metaKey }: KeyboardEvent) => !ctrlKey && !altKey && !metaKey;

function isStroke(event: KeyboardEvent, { key, ctrlKey, altKey }: PaletteAct['stroke']): boolean {
  return event.key.toLowerCase() === key.toLowerCase() && event.ctrlKey === ctrlKey && event.altKey === altKey;
}

function kindAfter({ chips, chosen }: PaletteKinds, step: 1 | -1): string {
  const at = chips.findIndex(([id]) => id === chosen);
  return chips[(at + step + chips.length) % chips.length]?.[0] ?? chosen;
}

export function Palette({ text, onText, groups, says, foot, kinds, note, onEnter, onClose }: Props) {
  const id = useId();
  const [marked, setMarked] = useState<string | null>(null);
  const goes = useRef(false);
  useFocusBack(
    true,
    useCallback(() => goes.current, []),
  );
  const items = groups.flatMap((group) => group.items);
  // What comes late may stand above what is marked, and what was marked may be gone.
  const at = items.findIndex((item) => item.id === marked);
  const optionId = (item: PaletteItem) => `${id}-${item.id}`;
  const markedId = items[at] === undefined ? undefined : optionId(items[at]);
  useEffect(() => {
    if (markedId !== undefined) document.getElementById(markedId)?.scrollIntoView({ block: 'nearest' });
  }, [markedId]);
  const leaveFor = (run: (() => void) | null, stays?: true) => {
    if (run === null) return;
    goes.current = stays !== true;
    onClose();
    run();
  };
  const press = (event: KeyboardEvent) => {
    const act = items[at]?.acts?.find(({ stroke }) => isStroke(event, stroke));
    if (act !== undefined) leaveFor(act.run);
    else if (!isPlain(event) || !moves(event)) return;
    event.preventDefault();
  };
  const moves = (event: KeyboardEvent): boolean => {
    const next = nextOf(event.key, at, items.length);
    if (next !== null) setMarked(items[next]?.id ?? null);
    else if (event.key === 'Tab') goToKind(event.shiftKey ? -1 : 1);
    else if (event.key !== 'Enter') return false;
    else if (items[at] === undefined) leaveFor(onEnter);
    else leaveFor(items[at].run, items[at].stays);
    return true;
  };
  const goToKind = (step: 1 | -1) => {
    setMarked(null);
    kinds.onChoose(kindAfter(kinds, step));
  };
  return (
    <Modal.Root
      opened
      onClose={onClose}
      size="55rem"
      padding={0}
      yOffset="4rem"
      lockScroll={false}
      returnFocus={false}
      transitionProps={{ duration: 0 }}
    >
      <Modal.Overlay backgroundOpacity={0.35} />
      <Modal.Content>
        <Modal.Body>
          <Modal.Title className="visually-hidden">{es.search.label}</Modal.Title>
          <div className={css.head}>
            <Icon name="search" />
            <input
              data-autofocus
              ref={focusNow}
              type="text"
              role="combobox"
              aria-label={es.search.label}
              aria-autocomplete="list"
              aria-haspopup="listbox"
              aria-expanded={items.length > 0}
              aria-controls={items.length > 0 ? `${id}-list` : undefined}
              aria-activedescendant={markedId}
              autoComplete="off"
              spellCheck={false}
              maxLength={120}
              placeholder={es.search.label}
              value={text}
              onKeyDown={press}
              onChange={(event) => {
                setMarked(null);
                onText(event.target.value);
              }}
            />
            <kbd aria-hidden="true">{es.search.escape}</kbd>
          </div>
          <div className={css.kinds}>
            <Chips label={es.search.kinds} {...kinds} outOfTab />
            <kbd aria-hidden="true">{es.search.nextKind}</kbd>
          </div>
          <div className={css.halves}>
            <div className={css.found}>
              <div className={css.says} role="status">
                <Sentences of={says} />
              </div>
              {items.length > 0 && (
                // The list scrolls, and is no stop of Tab: the keys are those of the field.
                <div id={`${id}-list`} role="listbox" tabIndex={-1} aria-label={es.search.found} className={css.list}>
                  {groups.map((group) => (
                    <Group key={group.title} {...{ group, optionId, markedId }} onChosen={leaveFor} />
                  ))}
                </div>
              )}
            </div>
            <Marked item={items[at]} note={note} />
          </div>
          <p className={css.foot}>{foot}</p>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

function Marked({ item, note }: { readonly item: PaletteItem | undefined; readonly note: string }) {
  return (
    <div className={css.marked}>
      {item === undefined ? (
        <p className={css.quiet}>{es.search.nothingMarked}</p>
      ) : (
        <>
          <p className={css.chosen}>{item.label}</p>
          {item.also !== undefined && <p>{item.also}</p>}
          {item.below !== undefined && <p className={css.quiet}>{item.below}</p>}
          <dl className={css.acts}>
            {item.run !== null && <KeyLine keys="Enter" label={item.opens ?? es.search.open} />}
            {(item.acts ?? []).map((act) => (
              <KeyLine key={act.keys} {...act} />
            ))}
          </dl>
        </>
      )}
      {note !== '' && (
        <p className={css.note}>
          <Icon name="lock" size={16} />
          <span>{note}</span>
        </p>
      )}
    </div>
  );
}

function KeyLine({ keys, label }: Pick<PaletteAct, 'keys' | 'label'>) {
  return (
    <div>
      <dt>{keys}</dt>
      <dd>{label}</dd>
    </div>
  );
}

/** What is typed right after the key belongs here. */
function focusNow(field: HTMLInputElement | null): void {
  field?.focus();
}

const shortcutOf = ({ key, ctrlKey, altKey }: PaletteAct['stroke']) =>
  [ctrlKey ? 'Control' : '', altKey ? 'Alt' : '', key.length === 1 ? key.toUpperCase() : key].filter(Boolean).join('+');

type GroupProps = {
  readonly group: PaletteGroup;
  readonly optionId: (item: PaletteItem) => string;
  readonly markedId: string | undefined;
  readonly onChosen: (run: PaletteItem['run'], stays: PaletteItem['stays']) => void;
};

function Group({ group: { title, items }, optionId, markedId, onChosen }: GroupProps) {
  if (items.length === 0) return null;
  return (
    <div role="group" aria-label={title} className={css.group}>
      <p role="presentation">{title}</p>
      {items.map((item) => (
        // The field holds the focus and the keys (aria-activedescendant).
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- see above
        <div
          key={item.id}
          id={optionId(item)}
          role="option"
          aria-selected={optionId(item) === markedId}
          aria-disabled={item.run === null}
          aria-keyshortcuts={item.acts?.map(({ stroke }) => shortcutOf(stroke)).join(' ')}
          className={css.option}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChosen(item.run, item.stays)}
        >
          <Icon name={item.icon} size={18} />
          <span>
            {item.also === undefined ? item.label : <b>{item.label}</b>} {item.also}
            {item.below !== undefined && <small>{item.below}</small>}
          </span>
          {item.keys !== undefined && <kbd>{item.keys}</kbd>}
        </div>
      ))}
    </div>
  );
}
