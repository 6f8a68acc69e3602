/** One step brings the parameters of a version up to the next one. */
export type AddressMigration = (query: URLSearchParams) => URLSearchParams;

/** Steps from version 1 on; a parameter that is renamed adds one, with a test of a link made before. */
export const addressMigrations: readonly AddressMigration[] = [];

/** The parameters as the present version names them, or undefined if their version is unknown. */
export function migrateAddress(
  query: URLSearchParams,
  version: number,
  migrations: readonly AddressMigration[] = addressMigrations,
): URLSearchParams | undefined {
  if (!Number.isInteger(version) || version < 1 || version > migrations.length + 1) return undefined;
  return migrations.slice(version - 1).reduce((current, step) => step(current), query);
}

/** A step that renames parameters. */
export function renameParameters(names: Readonly<Record<string, string>>): AddressMigration {
  return (query) => {
    const next = new URLSearchParams();
    for (const [key, value] of query) next.append(names[key] ?? key, value);
    return next;
  };
}
