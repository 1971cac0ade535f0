/** Dates and times as the page shows them, in the zone of the process. */
import { store } from './store.js';
import { t } from './texts.js';

function format(at, options) {
  return new Intl.DateTimeFormat(t('dateLocale'), { timeZone: store.zone, ...options }).format(new Date(at));
}

/** `08:00` */
export function timeText(at) {
  return format(at, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
}

/** `Montag, 18. Januar 2027` */
export function dayText(at) {
  return format(at, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
}

/** `2027-01-18T08:00`, as date fields of the browser want it. */
export function fieldValue(at) {
  const parts = new Intl.DateTimeFormat('sv-SE', { timeZone: store.zone, dateStyle: 'short', timeStyle: 'short' });
  return parts.format(new Date(at)).replace(' ', 'T');
}

export function sameDay(one, other) {
  return fieldValue(one).slice(0, 10) === fieldValue(other).slice(0, 10);
}
