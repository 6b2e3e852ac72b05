import { es } from '../platform/es.ts';
import css from './access.module.css';

/** Band, frame and ground of a practice centre on the pages before the application frame. */
export function PracticeMark() {
  return (
    <>
      <div className={css.practiceEdge} aria-hidden="true" />
      <p className={css.practice} data-practice-mark>
        <strong>{es.app.practice}</strong>
        <span>{es.app.practiceHint}</span>
      </p>
    </>
  );
}
