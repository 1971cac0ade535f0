/** Who plays in the example, named by their roles. */
import type { LocalPerson, LocalRoom } from '../../ports/timeline.ts';

export const EXAMPLE_PEOPLE: readonly LocalPerson[] = [
  { id: 'koordination', name: 'Koordination' },
  { id: 'vorsitz', name: 'Vorsitz (Bürgermeisterin)' },
  { id: 'sozialamt', name: 'Sozialamt' },
  { id: 'hauptamt', name: 'Hauptamt' },
  { id: 'verein', name: 'Migrantenverein' },
  { id: 'beirat', name: 'Integrationsbeirat' },
  { id: 'leitung', name: 'Leitung AG Bildung' },
  { id: 'schule', name: 'Grundschule' },
  { id: 'ehrenamt', name: 'Helferkreis' },
  { id: 'eltern', name: 'Elterncafé' },
];

export const EXAMPLE_ROOMS: readonly LocalRoom[] = [
  { id: 'steuerung', name: 'steuerung' },
  { id: 'ag-bildung', name: 'ag-bildung' },
];
