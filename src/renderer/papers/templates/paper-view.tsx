import { createContext, Fragment, use, type ReactNode } from 'react';
import type { PaperBlock, PaperRun } from '../../../shared/papers/blocks.ts';
import css from './templates.module.css';
import { TableHead } from '../../platform/ui/index.ts';

/** How a fact that lacks is drawn: on the page of a writ it leads to its field. */
export const GapLinks = createContext<(label: string) => ReactNode>((label) => <mark>[FALTA: {label}]</mark>);

/** The words of a paper on screen, part by part. Pages are the printer's business. */
export function PaperView({ blocks }: { readonly blocks: readonly PaperBlock[] }) {
  return blocks.map((block, index) => <Block key={index} block={block} />);
}

function Runs({ runs }: { readonly runs: readonly PaperRun[] }): ReactNode {
  const gap = use(GapLinks);
  return runs.map((run, index) => {
    if (run.missing === true) {
      return <Fragment key={index}>{gap(run.text)}</Fragment>;
    }
    return run.bold === true ? <strong key={index}>{run.text}</strong> : run.text;
  });
}

function alignment(align: string | undefined): string | undefined {
  if (align === 'right') return css.right;
  return align === 'center' ? css.title : undefined;
}

function Block({ block }: { readonly block: PaperBlock }): ReactNode {
  switch (block.kind) {
    case 'heading':
      return <p className={block.level === 1 ? css.title : css.heading}>{block.text}</p>;
    case 'paragraph':
      return (
        <p className={alignment(block.align)}>
          <Runs runs={block.runs} />
        </p>
      );
    case 'caption':
      return (
        <div className={css.caption}>
          {block.rows.map(({ label, value }) => (
            <p key={label}>
              <strong>{label}:</strong> {value}
            </p>
          ))}
        </div>
      );
    case 'pairs':
      return (
        <div className={css.rows}>
          {block.rows.map(({ label, runs }) => (
            <p key={label}>
              <strong>{label}:</strong> <Runs runs={runs} />
            </p>
          ))}
        </div>
      );
    default:
      return <Part block={block} />;
  }
}

/** What is no running text. */
function Part({ block }: { readonly block: PaperBlock }): ReactNode {
  switch (block.kind) {
    case 'list':
      return <Items ordered={block.ordered} items={block.items} />;
    case 'quotation':
      return <blockquote className={css.quotation}>{block.text}</blockquote>;
    case 'signatures':
      return block.signers.map(({ lines }) => (
        <p key={lines.join(' ')} className={css.signature}>
          {lines.join('\n')}
        </p>
      ));
    case 'table':
      return (
        <table>
          <TableHead of={block.head} />
          <tbody>
            {block.rows.map((row) => (
              <tr key={row.join(' ')}>
                {row.map((words, index) => (
                  <td key={index}>{words}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      );
    case 'checks':
      return (
        <div className={css.rows} data-columns={block.columns}>
          {block.items.map(({ text, ticked }) => (
            <p key={text}>{`${ticked ? '☒' : '☐'} ${text}`}</p>
          ))}
        </div>
      );
    case 'rule':
    case 'pageBreak':
      return <hr />;
    default:
      return null;
  }
}

type ItemsProps = { readonly ordered: boolean; readonly items: readonly (readonly PaperRun[])[] };

function Items({ ordered, items }: ItemsProps) {
  const lines = items.map((runs, index) => (
    <li key={index}>
      <Runs runs={runs} />
    </li>
  ));
  return ordered ? <ol>{lines}</ol> : <ul>{lines}</ul>;
}
