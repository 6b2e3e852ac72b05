import { t } from '../platform/i18n/index.ts';
import css from './access.module.css';

/** Frame and word of a practice centre on the pages before the application frame. */
export function PracticeMark() {
  return (
    <>
      <div className={css.practiceEdge} aria-hidden="true" />
      <p className={css.practice}>{t('app.practice')}</p>
      <p className={css.secondary}>{t('app.practiceHint')}</p>
    </>
  );
}
