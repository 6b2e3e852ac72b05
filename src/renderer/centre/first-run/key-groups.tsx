import css from '../centre.module.css';

/** The 14 groups of a recovery key, in order. */
export function KeyGroups({ groups }: { readonly groups: readonly string[] }) {
  return (
    <ol className={css.groups} aria-label="Los 14 grupos de la clave, en orden">
      {groups.map((group, index) => (
        <li key={index} className={css.group}>
          <span className={css.position}>{index + 1}.</span>
          <span className={css.code}>{group}</span>
        </li>
      ))}
    </ol>
  );
}
