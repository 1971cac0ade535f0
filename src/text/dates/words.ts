/** The words one language has for dates and spans. */
export type DateWords = Record<string, never>;
