import { useState, type ReactNode } from 'react';
import { countOf, type Answers, type Block, type BlockCount, type Section } from '../../../shared/record/index.ts';
import { es } from '../es.ts';
import { Panel } from '../ui/index.ts';
import { useReadBack } from './answer-words.ts';
import { FormBlock } from './form-block.tsx';
import css from './form-page.module.css';
import { useLateAnswers } from './late-answers.ts';
import type { AnyForm } from './use-section-form.ts';

type Part = {
  readonly section: Section;
  readonly block: Block;
  readonly form: AnyForm;
  readonly at: string | undefined;
  readonly context: Answers;
};

type Props = Part & {
  readonly isFolding: boolean;
  /** It stands open whatever its questions say. */
  readonly isWanting?: boolean | undefined;
  readonly children: ReactNode;
};

/** Nothing that is asked for lacks, and where nothing is asked for, everything has its answer. */
export function isComplete({ asked, answered, required, missing }: BlockCount): boolean {
  return missing.length === 0 && answered > 0 && (required > 0 || answered === asked);
}

export function useBlockCount({ section, block, form, at, context }: Part): readonly [BlockCount, Answers] {
  const answers = useLateAnswers(form, at);
  return [countOf(section.questions, block.questions, answers, context), answers];
}

/** Where a block stands, for the index. */
export const blockId = (form: AnyForm, block: Block): string => form.fieldId(`block-${block.id}`);

/** One block of the paper: its title and how far it is; folded, its answers in words. */
export function BlockPanel({ isFolding, children, ...part }: Props) {
  if (!isFolding) return <Panel title={part.block.title}>{children}</Panel>;
  return <FoldingBlock {...part}>{children}</FoldingBlock>;
}

function FoldingBlock({ children, isWanting = false, ...part }: Omit<Props, 'isFolding'>) {
  const { section, block, form, at, context } = part;
  const [isOpen] = useState(() => {
    const values = form.untyped.getValues();
    const answers = (at === undefined ? values : (values[at] as Answers | undefined)) ?? {};
    return isWanting || !isComplete(countOf(section.questions, block.questions, answers, context));
  });
  return (
    <FormBlock
      id={blockId(form, block)}
      isOpen={isOpen}
      title={
        <>
          {/^[A-H]\.\d+$/.test(block.id) && (
            <span aria-hidden="true" className={css.blockNumber}>
              {block.id}
            </span>
          )}
          {block.title}
        </>
      }
      said={<BlockWords {...part} />}
      aside={<BlockState {...part} />}
    >
      {children}
    </FormBlock>
  );
}

function BlockWords(part: Part) {
  const [, answers] = useBlockCount(part);
  const readBack = useReadBack();
  const { section, block } = part;
  return readBack(section.questions, block.questions, answers);
}

function BlockState(part: Part) {
  const [{ asked, answered, missing }] = useBlockCount(part);
  return [es.form.answered(answered, asked), missing.length > 0 && es.form.missing(missing.length)]
    .filter(Boolean)
    .join(' · ');
}
