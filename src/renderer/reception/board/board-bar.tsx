import type { Board } from '../../../shared/reception/index.ts';
import { hrefOf } from '../../platform/routes.ts';
import { Icon } from '../../platform/ui/index.ts';
import { publicPage } from '../public-board/channel.ts';
import { useApplicationNow, useBoard } from '../queries.ts';
import css from './board.module.css';
import { waitingWords } from './rows.ts';

/** Beside the title of the screen that has the board: who waits, and what else reaches the desk. */
export function BoardBar() {
  const board = useBoard().data;
  return (
    <>
      {board !== undefined && <Waiting board={board} />}
      <span className={css.links}>
        <button
          type="button"
          onClick={() => window.open(publicPage, 'orden-de-llegada', 'popup,width=1280,height=720')}
        >
          <Icon name="seen" size={18} />
          Pantalla pública
        </button>
        <a href={hrefOf('/consulta-por-persona')}>
          <Icon name="person" size={18} />
          Preguntan por otra persona
        </a>
        <a href={hrefOf('/instituciones')}>
          <Icon name="phone" size={18} />
          Llama una institución
        </a>
      </span>
    </>
  );
}

function Waiting({ board }: { readonly board: Board }) {
  const now = useApplicationNow(board.now);
  return <span className={css.words}>{waitingWords(board, now)}</span>;
}
