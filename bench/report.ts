/** Writes down what was measured, for people and for programs. */
import { type Cost, type Measured, median, ratios } from './measure.ts';
import type { Resident } from './resident.ts';
import type { Start } from './start.ts';

export interface StoreFigures {
  readonly store: string;
  readonly version: string;
  readonly measured: readonly Measured[];
  readonly resident: Resident;
}

export interface Figures {
  readonly at: string;
  readonly node: string;
  readonly cpus: number;
  readonly stores: readonly StoreFigures[];
  readonly starts: readonly Start[];
}

const HEAD = ['', 'in flight', 'x raw insert', 'min-max', 'statements', 'CPU ms', 'ms', 'per second', 'raw per second'];

export function storeTable({ measured }: StoreFigures): string {
  const rows = measured.map((one) => {
    const times = ratios(one);
    return [
      one.name,
      String(one.inFlight),
      figure(median(times)),
      `${figure(Math.min(...times))}-${figure(Math.max(...times))}`,
      figure(of(one.own, 'statements')),
      figure(of(one.own, 'cpuMs')),
      figure(of(one.own, 'ms')),
      whole(1000 / of(one.own, 'ms')),
      whole(1000 / of(one.raw, 'ms')),
    ];
  });
  return table([HEAD, ...rows]);
}

export function startTable(starts: readonly Start[]): string {
  const rows = starts.map(({ name, taken }) => {
    const ms = taken.map((one) => one.ms);
    return [
      name,
      whole(median(ms)),
      `${whole(Math.min(...ms))}-${whole(Math.max(...ms))}`,
      known(taken.map((one) => one.cpuMs)),
      known(taken.map((one) => one.peakMb)),
      known(taken.map((one) => one.idleMb)),
    ];
  });
  return table([['', 'ms to listening', 'min-max', 'CPU ms', 'peak MB', 'idle MB'], ...rows]);
}

export function residentLine({ commands, peakMb, idleMb }: Resident): string {
  return `after ${whole(commands)} commands: ${known([idleMb])} MB resident, ${known([peakMb])} at most`;
}

function known(values: readonly (number | null)[]): string {
  const told = values.filter((value) => value !== null);
  return told.length < values.length ? 'unknown' : whole(median(told));
}

/** The figures with their ratios spelt out, so that nobody has to divide. */
export function toJson(figures: Figures): string {
  const stores = figures.stores.map((store) => ({
    ...store,
    measured: store.measured.map((one) => ({ ...one, ratios: ratios(one), ratio: median(ratios(one)) })),
  }));
  return `${JSON.stringify({ ...figures, stores }, null, 2)}\n`;
}

function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)));
  return rows.map((row) => `  ${line(row).join('  ')}`.trimEnd()).join('\n');
}

function of(costs: readonly Cost[], what: keyof Cost): number {
  return median(costs.map((one) => one[what]));
}

function figure(value: number): string {
  if (value >= 10) return value.toFixed(1);
  return value >= 1 ? value.toFixed(2) : value.toFixed(3);
}

function whole(value: number): string {
  return Math.round(value).toLocaleString('en');
}
