/** The one source of time. Nothing else in the product asks the system what time it is. */
export interface Clock {
  now(): Date;
}
