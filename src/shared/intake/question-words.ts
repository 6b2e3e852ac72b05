/** How a question is named away from its page, where another one may have the same label. */
import type { Block, Questions } from '../record/index.ts';

type Asking = { readonly questions: Questions; readonly blocks: readonly Block[] };

/** Her age and his are told apart by the title of their block. */
export function questionWords({ questions, blocks }: Asking, name: string): { label: string; item: string } {
  const { label, item } = questions[name] ?? { label: name, item: '' };
  const isShared = Object.values(questions).filter((other) => other.label === label).length > 1;
  const block = blocks.find((one) => one.questions.includes(name))?.title.toLowerCase();
  return { label: isShared && block !== undefined ? `${label} (${block})` : label, item };
}
