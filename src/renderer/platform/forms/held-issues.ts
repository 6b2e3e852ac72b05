/** What the application refused at a field stays there until that field is changed: only the schema is asked again on leaving it. */
import { get, set, type FieldErrors, type FieldValues, type Resolver } from 'react-hook-form';

type Issue = { readonly type: string; readonly message: string };

export class HeldIssues {
  readonly #byPath = new Map<string, Issue>();

  hold(path: string, issue: Issue): void {
    this.#byPath.set(path, issue);
  }

  /** At the next attempt everything is asked anew. */
  clear(): void {
    this.#byPath.clear();
  }

  /** A changed field answers what was said at it, at a part of it and at what it is a part of. */
  changed(field: string): void {
    for (const path of this.#byPath.keys())
      if (path === field || path.startsWith(`${field}.`) || field.startsWith(`${path}.`)) this.#byPath.delete(path);
  }

  /** The resolver of the schema, and after it what is still held where the schema finds nothing. */
  over<Values extends FieldValues>(resolver: Resolver<Values>): Resolver<Values> {
    return async (values, context, options) => {
      const result = await resolver(values, context, options);
      if (this.#byPath.size === 0) return result;
      const errors = { ...result.errors } as FieldErrors<Values>;
      for (const [path, issue] of this.#byPath) if (get(errors, path) === undefined) set(errors, path, issue);
      return { values: {}, errors };
    };
  }
}
