/** A clause: one paragraph that goes into a model, or into a writ while it is written. */
import { checkText } from '../../papers/index.ts';
import { fieldsOf } from '../fields/catalogue.ts';
import { ownBase } from '../kinds/own.ts';
import { htmlIssues, partyIssues, writtenIssues } from '../writ-checks.ts';

/** Empty when the text may be put into a paper. */
export function clauseIssues(text: string): string[] {
  const fields = fieldsOf(ownBase);
  const isParagraph = !/\n\s*\n/.test(text.trim()) && !/^\s*(#|>|=|\+ |- |1\. )/m.test(text);
  const parts = [...text.matchAll(/\{\{\s*([\w.]+)/g)].filter(([, path = '']) => fields.get(path)?.kind === 'block');
  const read = checkText(text, fields, { facts: [], parts: {} });
  return [
    ...(isParagraph ? [] : ['Una cláusula es un solo párrafo, sin títulos ni listas.']),
    ...parts.map(([, path = '']) => `«${path}» es una parte entera: no va en una cláusula.`),
    ...[...read, ...htmlIssues(text), ...writtenIssues(text, ''), ...partyIssues(text)].map(({ message }) => message),
  ];
}
