/** Who speaks and in which room stands in the address, so that a reload and the back button keep the place. */

export function wantedPlace() {
  const address = new URLSearchParams(location.search);
  return { person: address.get('person'), room: address.get('room') };
}

export function addressOf(person, room) {
  const values = Object.entries({ person, room }).filter(([, value]) => value);
  return `/?${new URLSearchParams(values)}`;
}

export function rememberPlace(person, room) {
  const address = addressOf(person, room);
  if (address === location.pathname + location.search) return;
  if (location.search) history.pushState(null, '', address);
  else history.replaceState(null, '', address);
}
