/** What the program's statements call by a name of SQLite, told to PostgreSQL. Each is a cost of a move, so a test counts them. */

const elements = `select ordinality - 1, case jsonb_typeof(value) when 'string' then value #>> '{}' else value::text end
  from jsonb_array_elements($1::jsonb) with ordinality`;

export const sqliteFunctions: Readonly<Record<string, string>> = {
  'instr(text, text)': 'returns integer language sql immutable as $$ select strpos($1, $2) $$',
  'json_each(text)': `returns table (key bigint, value text) language sql immutable as $$ ${elements} $$`,
  'sqlite_element(text, integer)': 'returns text language sql immutable as $$ select $1::jsonb ->> $2 $$',
  'max(numeric, numeric)': 'returns numeric language sql immutable as $$ select greatest($1, $2) $$',
  'min(numeric, numeric, numeric)': 'returns numeric language sql immutable as $$ select least($1, $2, $3) $$',
  'log2(numeric)': 'returns numeric language sql immutable as $$ select log(2.0, $1) $$',
  'sqlite_list(jsonb)': 'returns text language sql immutable as $$ select $1::text $$',
};

/** `->>` on a text, and the list made of many rows. */
export const sqliteOperators = [
  'create operator ->> (leftarg = text, rightarg = integer, function = sqlite_element)',
  `create function sqlite_listed(jsonb, text) returns jsonb language sql immutable as
    $$ select $1 || jsonb_build_array($2) $$`,
  `create aggregate json_group_array (text)
    (sfunc = sqlite_listed, stype = jsonb, initcond = '[]', finalfunc = sqlite_list)`,
  'create aggregate min (boolean) (sfunc = booland_statefunc, stype = boolean)',
] as const;
