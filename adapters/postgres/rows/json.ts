/** Rows that come as JSON within another row. */

const INSTANTS = [
  'createdAt',
  'archivedAt',
  'erasedAt',
  'openedAt',
  'closedAt',
  'closedAtDatabase',
  'recusedAt',
  'submittedAt',
  'settledAt',
  'acceptedAt',
  'at',
] as const;

type WithInstants<T> = {
  [Name in keyof T]: Name extends (typeof INSTANTS)[number] ? Date | Extract<T[Name], null> : T[Name];
};

/** JSON knows no instants: they arrive as text. */
export function withInstants<T extends object>(row: T): WithInstants<T> {
  const revived = { ...row } as Record<string, unknown>;
  for (const name of INSTANTS) {
    const value = revived[name];
    if (typeof value === 'string') revived[name] = new Date(value);
  }
  return revived as WithInstants<T>;
}
