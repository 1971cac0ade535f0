/** On narrow screens rooms and clock are in a drawer behind the menu button. */
import { byId } from './dom.js';

const narrow = matchMedia('(max-width: 52rem)');

export function startDrawer() {
  byId('menu').addEventListener('click', () => (isOpen() ? closeDrawer() : openDrawer()));
  byId('veil').addEventListener('click', closeDrawer);
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !isOpen()) return;
    closeDrawer();
    byId('menu').focus();
  });
  narrow.addEventListener('change', closeDrawer);
}

function isOpen() {
  return document.body.classList.contains('drawer');
}

function openDrawer() {
  if (!narrow.matches) return;
  set(true);
  byId('rooms').querySelector('a')?.focus();
}

export function closeDrawer() {
  set(false);
}

function set(open) {
  document.body.classList.toggle('drawer', open);
  byId('menu').setAttribute('aria-expanded', String(open));
  byId('veil').hidden = !open;
  document.querySelector('main').inert = open;
}
