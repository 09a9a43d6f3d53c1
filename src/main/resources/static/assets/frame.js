// The frame of every page: look, keys and row cursor. The pages work without it, too.
'use strict';

const root = document.documentElement;

/** Nobody is there any more: a page left open spares the server its questions. */
const LEFT_ALONE = 20 * 60 * 1000;

let touched = Date.now();

const isLeftAlone = () => Date.now() - touched > LEFT_ALONE;

for (const sign of ['keydown', 'pointerdown', 'pointermove', 'scroll']) {
  document.addEventListener(sign, () => { touched = Date.now(); }, {passive: true});
}

const isField = element => element.matches('input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]');

function toggleTheme() {
  const dark = root.dataset.theme === 'dark' || (!root.dataset.theme && matchMedia('(prefers-color-scheme: dark)').matches);
  root.dataset.theme = dark ? 'light' : 'dark';
  document.cookie = `theme=${root.dataset.theme}; path=/; max-age=31536000; SameSite=Lax`;
}

/** The language link keeps the rest of the address. */
function keepAddress(link) {
  const address = new URL(location.href);
  address.searchParams.set('lang', new URL(link.href).searchParams.get('lang'));
  link.href = address.pathname + address.search;
}

const rows = () => [...document.querySelectorAll('table[data-rows] tbody tr')];

function moveCursor(step) {
  const all = rows();
  if (!all.length) return;
  const now = all.findIndex(row => row.getAttribute('aria-selected') === 'true');
  const next = now < 0 ? 0 : Math.min(all.length - 1, Math.max(0, now + step));
  all.forEach((row, index) => row.setAttribute('aria-selected', String(index === next)));
  all[next].querySelector('a')?.focus();
  all[next].scrollIntoView({block: 'nearest'});
}

function entry(list, key, label) {
  const term = document.createElement('dt');
  const mark = document.createElement('kbd');
  mark.textContent = key;
  term.append(mark);
  const meaning = document.createElement('dd');
  meaning.textContent = label;
  list.append(term, meaning);
}

function showKeys() {
  const dialog = document.getElementById('keys-dialog');
  const list = dialog.querySelector('dl');
  list.replaceChildren();
  document.querySelectorAll('[data-key]').forEach(target =>
    entry(list, target.dataset.key, target.dataset.keyLabel ?? target.getAttribute('aria-label') ?? target.textContent.trim()));
  if (rows().length) {
    entry(list, 'k / j', list.dataset.row);
    entry(list, 'Enter', list.dataset.open);
  }
  entry(list, 'Esc', list.dataset.back);
  entry(list, '?', list.dataset.help);
  dialog.showModal();
}

function press(key) {
  const target = [...document.querySelectorAll('[data-key]')].find(candidate => candidate.dataset.key === key);
  if (!target) return false;
  if (target.matches('summary')) target.parentElement.open = true;
  if (target.matches('summary, input, textarea, select')) target.focus();
  else target.click();
  return true;
}

const openMenu = () => document.querySelector('details.menu[open]');

/** An open menu closes before anything else does, and its word has the focus again. */
function closeMenu(menu) {
  menu.open = false;
  menu.querySelector('summary').focus();
}

function goBack() {
  if (document.querySelector('dialog[open]')) return;
  if (openMenu()) return closeMenu(openMenu());
  if (document.activeElement && isField(document.activeElement)) document.activeElement.blur();
  else document.querySelector('a[data-back]')?.click();
}

function onKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (event.key === 'Escape') return goBack();
  if (isField(event.target) || document.querySelector('dialog[open]')) return;
  if (event.key === '?') showKeys();
  else if (event.key === 'j' && rows().length) moveCursor(1);
  else if (event.key === 'k' && rows().length) moveCursor(-1);
  else if (!press(event.key)) return;
  event.preventDefault();
}

document.addEventListener('keydown', onKey);
document.addEventListener('click', event => {
  const menu = openMenu();
  if (menu && !menu.contains(event.target)) menu.open = false;
});
document.querySelectorAll('a[data-language]').forEach(keepAddress);
for (const [id, action] of [['theme', toggleTheme], ['keys', showKeys]]) {
  const button = document.getElementById(id);
  button.hidden = false;
  button.addEventListener('click', action);
}
