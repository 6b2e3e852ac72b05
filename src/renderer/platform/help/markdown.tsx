/** A page of the manual, drawn element by element from what the parser read: never as HTML. */
import { lexer, type MarkedToken, type Token, type Tokens } from 'marked';
import { Fragment, useState, type ReactNode } from 'react';
import { anchorOf, pictureOf, placeOf, type Page, type Place } from './pages.ts';
import css from './help.module.css';
import { helpWords } from './words.ts';

type Way = { readonly from: string; readonly go: (place: Place) => void };

export const anchorId = (anchor: string): string => `help-${anchor}`;

export function Markdown({ page, go }: { readonly page: Page; readonly go: Way['go'] }) {
  return <Drawn tokens={lexer(page.text)} way={{ from: page.id, go }} />;
}

function Drawn({ tokens, way }: { readonly tokens: readonly Token[] | undefined; readonly way: Way }) {
  // Without extensions the parser gives its own tokens alone.
  return (tokens as readonly MarkedToken[] | undefined)?.map((token, at) => (
    <Fragment key={at}>{drawn(token, way)}</Fragment>
  ));
}

type Kind = MarkedToken['type'];
type OfKind<K extends Kind> = Extract<MarkedToken, { readonly type: K }>;
type Draw<K extends Kind> = (token: OfKind<K>, way: Way) => ReactNode;

const drawers: { readonly [K in Kind]?: Draw<K> } = {
  heading: (token, way) => <Heading token={token} way={way} />,
  paragraph: ({ tokens }, way) => (
    <p>
      <Drawn tokens={tokens} way={way} />
    </p>
  ),
  list: (token, way) => <List token={token} way={way} />,
  table: (token, way) => <Table token={token} way={way} />,
  code: ({ text }) => <pre>{text}</pre>,
  codespan: ({ text }) => <code>{text}</code>,
  strong: ({ tokens }, way) => (
    <strong>
      <Drawn tokens={tokens} way={way} />
    </strong>
  ),
  em: ({ tokens }, way) => (
    <em>
      <Drawn tokens={tokens} way={way} />
    </em>
  ),
  link: (token, way) => <ToPage token={token} way={way} />,
  image: (token) => <Picture token={token} />,
  text: ({ tokens, text }, way) => (tokens === undefined ? text : <Drawn tokens={tokens} way={way} />),
  escape: ({ text }) => text,
  space: () => null,
};

/** What the manual does not use stands as it is written. */
function drawn<K extends Kind>(token: OfKind<K>, way: Way): ReactNode {
  const draw = drawers[token.type];
  return draw === undefined ? token.raw : draw(token, way);
}

function Heading({ token, way }: { readonly token: Tokens.Heading; readonly way: Way }) {
  const Level = token.depth > 2 ? 'h4' : 'h3';
  return (
    <Level id={anchorId(anchorOf(token.text))} tabIndex={-1}>
      <Drawn tokens={token.tokens} way={way} />
    </Level>
  );
}

function List({ token, way }: { readonly token: Tokens.List; readonly way: Way }) {
  const items = token.items.map((item, at) => (
    <li key={at}>
      <Drawn tokens={item.tokens} way={way} />
    </li>
  ));
  return token.ordered ? <ol start={Number(token.start)}>{items}</ol> : <ul>{items}</ul>;
}

function Table({ token, way }: { readonly token: Tokens.Table; readonly way: Way }) {
  return (
    <table>
      <thead>
        <tr>
          {token.header.map((cell, at) => (
            <th key={at} scope="col">
              <Drawn tokens={cell.tokens} way={way} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {token.rows.map((row, at) => (
          <tr key={at}>
            {row.map((cell, place) => (
              <td key={place}>
                <Drawn tokens={cell.tokens} way={way} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Leads inside the manual, or nowhere: nothing of the program opens an address. */
function ToPage({ token, way: { from, go } }: { readonly token: Tokens.Link; readonly way: Way }) {
  const place = placeOf(token.href, from);
  if (place === null) return token.text;
  return (
    <button type="button" className={css.link} onClick={() => go(place)}>
      {token.text}
    </button>
  );
}

function Picture({ token }: { readonly token: Tokens.Image }) {
  const [isLarge, setLarge] = useState(false);
  const address = pictureOf(token.href);
  if (address === null) return null;
  return (
    <button
      type="button"
      className={css.picture}
      data-large={isLarge || undefined}
      aria-pressed={isLarge}
      aria-label={helpWords.enlarge(token.text)}
      onClick={() => setLarge(!isLarge)}
    >
      <img src={address} alt="" loading="lazy" />
    </button>
  );
}
