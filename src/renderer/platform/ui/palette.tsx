/** One field from every screen: what it finds stands below it, and is marked by arrows and opened by Enter. */
import { Modal } from '@mantine/core';
import { useCallback, useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { es } from '../es.ts';
import { useFocusBack } from './focus-back.ts';
import { Icon, type IconName } from './icons.tsx';
import css from './palette.module.css';

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
};

export type PaletteGroup = { readonly title: string; readonly items: readonly PaletteItem[] };

type Props = {
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly groups: readonly PaletteGroup[];
  /** What is to be said of the search itself. */
  readonly says: readonly string[];
  readonly foot: string;
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

export function Palette({ text, onText, groups, says, foot, onEnter, onClose }: Props) {
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
    const next = nextOf(event.key, at, items.length);
    if (next !== null) setMarked(items[next]?.id ?? null);
    else if (event.key !== 'Enter') return;
    else if (items[at] === undefined) leaveFor(onEnter);
    else leaveFor(items[at].run, items[at].stays);
    event.preventDefault();
  };
  return (
    <Modal.Root
      opened
      onClose={onClose}
      size="44rem"
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
          <div className={css.says} role="status">
            {says.map((words) => (
              <p key={words}>{words}</p>
            ))}
          </div>
          {items.length > 0 && (
            // The list scrolls, and is no stop of Tab: the keys are those of the field.
            <div id={`${id}-list`} role="listbox" tabIndex={-1} aria-label={es.search.found} className={css.list}>
              {groups.map((group) => (
                <Group key={group.title} {...{ group, optionId, markedId }} onChosen={leaveFor} />
              ))}
            </div>
          )}
          <p className={css.foot}>{foot}</p>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

/** What is typed right after the key belongs here. */
function focusNow(field: HTMLInputElement | null): void {
  field?.focus();
}

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
        // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- see above
        <div
          key={item.id}
          id={optionId(item)}
          role="option"
          aria-selected={optionId(item) === markedId}
          aria-disabled={item.run === null}
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
