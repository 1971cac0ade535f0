/** `npm run bench`: how much slower the product's own work is than a bare durable insert into the same store. */
import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { measureBallots } from './ballots.ts';
import { measureCommands } from './commands.ts';
import type { Measured } from './measure.ts';
import { openPlace, type Shape, shapesFrom } from './place.ts';
import { measureReminders } from './reminders.ts';
import { type Figures, residentLine, type StoreFigures, startTable, storeTable, toJson } from './report.ts';
import { measureResident } from './resident.ts';
import { QUICK, type Sizes, USUAL } from './sizes.ts';
import { measureStarts } from './start.ts';
import { openTown } from './town.ts';

const { values } = parseArgs({ options: { quick: { type: 'boolean' }, json: { type: 'string' } } });
const sizes = values.quick ? QUICK : USUAL;

async function measureStore(shape: Shape, sizes: Sizes): Promise<StoreFigures> {
  const place = await openPlace(shape);
  try {
    const measured: Measured[] = [];
    const town = await openTown(place);
    measured.push(...(await measureCommands(place, town, sizes)));
    measured.push(...(await measureBallots(place, town, sizes)));
    await town.close();
    measured.push(await measureReminders(place, sizes));
    return { store: shape.name, version: place.version, measured, resident: measureResident(shape) };
  } finally {
    await place.remove();
  }
}

const stores: StoreFigures[] = [];
for (const shape of shapesFrom(process.env)) {
  const figures = await measureStore(shape, sizes);
  console.log(
    `\n${figures.store} (PostgreSQL ${figures.version})\n${storeTable(figures)}\n  ${residentLine(figures.resident)}`,
  );
  stores.push(figures);
}
const starts = await measureStarts(sizes.starts);
console.log(`\nStart, embedded\n${startTable(starts)}`);
const about = { at: new Date().toISOString(), node: process.version, cpus: availableParallelism() };
const figures: Figures = { ...about, stores, starts };
if (values.json) writeFileSync(values.json, toJson(figures));
