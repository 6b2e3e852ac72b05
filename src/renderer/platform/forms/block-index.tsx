import { useEffect, useState, type RefObject } from 'react';
import type { Answers, Block, Section } from '../../../shared/record/index.ts';
import { es } from '../es.ts';
import { Icon } from '../ui/index.ts';
import { blockId, isComplete, useBlockCount } from './block-panel.tsx';
import css from './form-page.module.css';
import type { AnyForm } from './use-section-form.ts';

type Props = {
  readonly section: Section;
  readonly form: AnyForm;
  readonly at: string | undefined;
  readonly context: Answers;
  readonly root: RefObject<HTMLElement | null>;
};

/** The blocks of a section with how far each is; leads to each, and says what the marks and the keys mean. */
export function BlockIndex({ root, ...of }: Props) {
  const { section, form } = of;
  const current = useCurrentBlock(root, section, form);
  return (
    <nav className={css.index} aria-label={es.form.blocks(section.title)}>
      <ol>
        {section.blocks.map((block) => (
          <IndexEntry key={block.id} {...of} block={block} isCurrent={block.id === current} />
        ))}
      </ol>
      <ul className={css.legend} aria-hidden="true">
        <li>
          <i className={css.dot} /> {es.form.legendDot}
        </li>
        <li>
          <b>{es.form.legendBold}</b> {es.form.legendRequired}
        </li>
        <li>{es.form.legendPlain}</li>
      </ul>
      <ul className={css.legend}>
        {es.form.keys.map(([key, does]) => (
          <li key={key}>
            <kbd>{key}</kbd> {does}
          </li>
        ))}
      </ul>
    </nav>
  );
}

function useCurrentBlock(root: Props['root'], section: Section, form: AnyForm): string | null {
  const [current, setCurrent] = useState<string | null>(null);
  useEffect(() => {
    const look = ({ target }: FocusEvent) => {
      if (!(target instanceof Element) || root.current?.contains(target) !== true) return;
      const at = section.blocks.find((block) => document.getElementById(blockId(form, block))?.contains(target));
      setCurrent(at?.id ?? null);
    };
    document.addEventListener('focusin', look);
    return () => document.removeEventListener('focusin', look);
  }, [form, root, section]);
  return current;
}

type EntryProps = Omit<Props, 'root'> & { readonly block: Block; readonly isCurrent: boolean };

function IndexEntry({ isCurrent, ...of }: EntryProps) {
  const { block, form } = of;
  const [count] = useBlockCount(of);
  const isDone = isComplete(count);
  const whole = count.required > 0 ? count.required : count.asked;
  const done = count.required > 0 ? count.required - count.missing.length : count.answered;
  const go = () => {
    const place = document.getElementById(blockId(form, block));
    place?.querySelector('details')?.setAttribute('open', '');
    // The first that is not folded away: what is complete in it stays so.
    const controls = [...(place?.querySelectorAll<HTMLElement>('input, textarea') ?? [])];
    controls.find((control) => control.checkVisibility({ visibilityProperty: true }))?.focus({ preventScroll: true });
    place?.scrollIntoView({ block: 'start' });
  };
  return (
    <li>
      <button type="button" className={css.entry} aria-current={isCurrent ? 'step' : undefined} onClick={go}>
        <span>{/^[A-H]\.\d+$/.test(block.id) ? `${block.id} ${block.title}` : block.title}</span>
        {isDone ? (
          <span className={css.done}>
            <Icon name="check" size={16} />
            <span className="visually-hidden">{es.state.complete}</span>
          </span>
        ) : (
          count.missing.length > 0 && <span className={css.left}>{es.form.left(count.missing.length)}</span>
        )}
        <progress
          className={css.meter}
          data-done={isDone || undefined}
          max={Math.max(whole, 1)}
          value={done}
          aria-hidden="true"
        />
      </button>
    </li>
  );
}
