import { useEffect, useRef, useState } from 'react';
import { useFieldArray } from 'react-hook-form';
import {
  blockKinds,
  blockShapes,
  newBlock,
  type BlockKind,
  type ModelIssue,
  type OwnBlock,
  type OwnSort,
} from '../../../shared/filings/index.ts';
import { FieldProblems } from '../../papers/index.ts';
import { announce } from '../../platform/announce.ts';
import { type AnyForm, messageOf, TextControl, TickControl } from '../../platform/forms/index.ts';
import { PlainButton, look, SearchField } from '../../platform/ui/index.ts';
import type { Clause } from './clauses.ts';
import css from './own-model.module.css';

const at = 'value.blocks';
/** What somebody does in a text, beside reaching it. */
const worked = ['input', 'click', 'keyup'] as const;

type Props = {
  readonly form: AnyForm;
  readonly blocks: readonly OwnBlock[];
  readonly sort: OwnSort;
  readonly issues: readonly ModelIssue[];
  readonly clauses: readonly Clause[];
  /** The text that somebody wrote or clicked in last. */
  readonly onArea: (area: HTMLTextAreaElement) => void;
};

/** Where a new block goes: behind the one it was asked for, else where its kind stands; free ones behind the facts. */
function placeOf(kind: BlockKind, blocks: readonly OwnBlock[], after: number | null): number {
  if (after !== null) return Math.min(after + 1, blocks.length);
  const place = blockShapes[kind].place ?? 3;
  const next = blocks.findIndex((block) => (blockShapes[block.kind].place ?? 0) > place);
  return next === -1 ? blocks.length : next;
}

export function BlockList({ form, blocks, sort, issues, clauses, onArea }: Props) {
  const { fields, insert, move, remove } = useFieldArray({ control: form.untyped.control, name: at });
  const [after, setAfter] = useState<number | null>(null);
  const list = useRef<HTMLOListElement>(null);
  const focusBlock = (index: number, what: string) => {
    setTimeout(() => list.current?.children[index]?.querySelector<HTMLElement>(what)?.focus());
  };
  const add = (block: OwnBlock) => {
    const index = placeOf(block.kind, blocks, after);
    insert(index, block, { shouldFocus: false });
    setAfter(null);
    announce(`Bloque ${index + 1}: ${blockShapes[block.kind].label}, agregado.`);
    focusBlock(index, 'input, textarea, summary, button');
  };
  const shift = (index: number, to: number, what: string) => {
    if (to < 0 || to >= blocks.length) return;
    move(index, to);
    setAfter(null);
    announce(`Ahora es el bloque ${to + 1}.`);
    focusBlock(to, what);
  };
  const take = (index: number) => {
    remove(index);
    setAfter(null);
    announce(`Bloque ${index + 1} quitado.`);
    focusBlock(Math.min(index, blocks.length - 2), '[data-take]');
  };
  // Texts that Tab only passed through on the way to the clauses do not count.
  useEffect(() => {
    const box = list.current;
    const note = (event: Event) => {
      const isPassing = event instanceof KeyboardEvent && ['Tab', 'Shift'].includes(event.key);
      if (!isPassing && event.target instanceof HTMLTextAreaElement) onArea(event.target);
    };
    for (const what of worked) box?.addEventListener(what, note);
    return () => {
      for (const what of worked) box?.removeEventListener(what, note);
    };
  }, [onArea]);
  return (
    <section className={css.blocks} aria-labelledby="own-blocks">
      <h3 id="own-blocks" className={css.title}>
        Bloques, en el orden del papel
      </h3>
      <AddFields sort={sort} clauses={clauses} after={after} onAdd={add} />
      <ol className={css.list} ref={list} id={form.fieldId(`${at}.root`)} tabIndex={-1}>
        {fields.map(({ id }, index) => {
          const block = blocks[index];
          return block === undefined ? null : (
            <Block
              key={id}
              form={form}
              block={block}
              index={index}
              issues={issues.filter((issue) => issue.block === index)}
              onUp={() => shift(index, index - 1, '[data-up]')}
              onDown={() => shift(index, index + 1, '[data-down]')}
              onBelow={() => {
                setAfter(index);
                document.getElementById('own-add-block')?.focus();
              }}
              onTake={() => take(index)}
            />
          );
        })}
      </ol>
    </section>
  );
}

type AddProps = Pick<Props, 'sort' | 'clauses'> & {
  /** The block behind which it goes; null: to its place. */
  readonly after: number | null;
  readonly onAdd: (block: OwnBlock) => void;
};

function AddFields({ sort, clauses, after, onAdd }: AddProps) {
  const offered = blockKinds
    .filter((kind) => kind !== 'clause' && blockShapes[kind].sorts.includes(sort))
    .map((code) => ({ code, label: blockShapes[code].label }));
  // Most clauses ask for something besides the petition.
  const isRequest = after === null && sort === 'writ';
  const where = after === null ? 'Va a su lugar' : `Va debajo del bloque ${after + 1}`;
  return (
    <div className={look.gridFields}>
      <SearchField
        words={{ label: 'Agregar bloque', id: 'own-add-block', hint: `${where}.`, optional: true }}
        options={offered}
        value={null}
        onChange={(kind) => {
          if (kind !== null) onAdd(newBlock(kind));
        }}
      />
      <SearchField
        words={{
          label: 'Agregar cláusula del banco',
          id: 'own-add-clause',
          hint: isRequest ? 'Va como otrosí que se propone.' : `${where}.`,
          optional: true,
        }}
        options={clauses.map(({ id, title }) => ({ code: id, label: title }))}
        value={null}
        onChange={(chosen) => {
          const clause = clauses.find(({ id }) => id === chosen);
          if (clause !== undefined) onAdd({ ...newBlock(isRequest ? 'request' : 'clause'), text: clause.text });
        }}
      />
    </div>
  );
}

type BlockProps = Pick<Props, 'form' | 'issues'> & {
  readonly block: OwnBlock;
  readonly index: number;
  readonly onUp: () => void;
  readonly onDown: () => void;
  readonly onBelow: () => void;
  readonly onTake: () => void;
};

function Block({ form, block, index, issues, onUp, onDown, onBelow, onTake }: BlockProps) {
  const name = `${at}.${index}`;
  const words = `${index + 1}. ${blockShapes[block.kind].label}`;
  // What its field says already is not said twice.
  const atField = ['title', 'text'].map((part) =>
    messageOf(form.untyped.getFieldState(`${name}.${part}`, form.untyped.formState).error),
  );
  const isEditable = blockShapes[block.kind].words !== 'given' || block.kind === 'ask';
  const rest = issues.filter(({ message }) => !isEditable || !atField.includes(message));
  return (
    <li className={issues.length > 0 ? `${css.block} ${css.wrong}` : css.block}>
      <div className={css.head}>
        <h4 className={css.name}>{words}</h4>
        <div className={css.acts}>
          <PlainButton data-up small aria-label={`Subir: ${words}`} onClick={onUp}>
            Subir
          </PlainButton>
          <PlainButton data-down small aria-label={`Bajar: ${words}`} onClick={onDown}>
            Bajar
          </PlainButton>
          <PlainButton small aria-label={`Añadir debajo: ${words}`} onClick={onBelow}>
            Añadir
          </PlainButton>
          <PlainButton data-take small aria-label={`Quitar: ${words}`} onClick={onTake}>
            Quitar
          </PlainButton>
        </div>
      </div>
      <Words form={form} block={block} name={name} number={index + 1} isOpen={issues.length > 0} />
      {isEditable ? null : <span id={form.fieldId(`${name}.text`)} tabIndex={-1} />}
      <FieldProblems issues={rest.map(({ message }) => ({ line: 1, message }))} />
    </li>
  );
}

type WordsProps = {
  readonly form: AnyForm;
  readonly block: OwnBlock;
  readonly name: string;
  readonly number: number;
  readonly isOpen: boolean;
};

/** What of a block is written: a title, its text, or nothing where it comes whole. */
function Words({ form, block, name, number, isOpen }: WordsProps) {
  const { words, hint } = blockShapes[block.kind];
  const isNamed = block.kind === 'ask' || block.kind === 'heading';
  const text = (label: string, lines: number) => (
    <TextControl
      form={form}
      name={`${name}.text`}
      lines={lines}
      label={`${label} ${number}`}
      {...(hint === undefined ? {} : { hint })}
    />
  );
  return (
    <>
      {isNamed && (
        <TextControl
          form={form}
          name={`${name}.title`}
          nullable
          label={`${block.kind === 'ask' ? 'Qué se pregunta en el bloque' : 'Título del bloque'} ${number}`}
        />
      )}
      {block.kind === 'ask' && (
        <TickControl form={form} name={`${name}.isRequired`} label="Es necesario: si falta, se dice antes de emitir" />
      )}
      {words === 'own' && text('Texto del bloque', 3)}
      {words === 'passage' && (
        <details open={isOpen || undefined} className={css.passage}>
          <summary>{block.text === '' ? 'Agregar un texto' : 'Cambiar el texto'}</summary>
          {text('Texto del bloque', 8)}
        </details>
      )}
    </>
  );
}
