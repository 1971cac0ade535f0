/** Brings the password of the database into its address, where it was given apart from it. */

interface Store {
  readonly databaseUrl?: string | undefined;
  readonly databasePassword?: string | undefined;
}

/** An address that names a user and no password, up to its @. */
const userAlone = /^(postgres(?:ql)?:\/\/[^\s@:/?#]+)@/;

/** Whether the address has a place for the password that is given. */
export function passwordFits({ databaseUrl, databasePassword }: Store): boolean {
  return databasePassword === undefined || userAlone.test(databaseUrl ?? '');
}

/** The store with an address that is complete; whatever stands in the password is escaped. */
export function withPassword<T extends Store>(store: T): T {
  const { databaseUrl, databasePassword } = store;
  if (databaseUrl === undefined || databasePassword === undefined) return store;
  const escaped = encodeURIComponent(databasePassword);
  return { ...store, databaseUrl: databaseUrl.replace(userAlone, (_, start: string) => `${start}:${escaped}@`) };
}
