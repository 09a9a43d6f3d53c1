// The case sheet: on to the next of the list it was opened from, and onto paper.
'use strict';

const sheet = document.querySelector('[data-number]');

function lead(id, number) {
  const link = document.getElementById(id);
  if (!number) return;
  link.href = '/petitions/' + encodeURIComponent(number);
  link.dataset.key = link.dataset.keyThen;
  link.hidden = false;
}

/** The list lives in this tab alone; who came another way has none. */
function showNeighbours() {
  const list = JSON.parse(sessionStorage.getItem('list') ?? 'null');
  const place = list?.numbers.indexOf(sheet.dataset.number) ?? -1;
  if (place < 0) return;
  document.querySelector('a[data-back]').href = list.address;
  lead('previous', list.numbers[place - 1]);
  lead('next', list.numbers[place + 1]);
}

async function noted() {
  const token = await (await fetch('/api/csrf')).json();
  const answer = await fetch(`/api/petitions/${encodeURIComponent(sheet.dataset.number)}/printed`, {
    method: 'POST',
    headers: {[token.headerName]: token.token},
  });
  return answer.ok;
}

/** Nothing goes onto paper that the journal does not know of. */
async function print(button) {
  const failed = document.getElementById('print-failed');
  button.disabled = true;
  failed.hidden = await noted().catch(() => false);
  button.disabled = false;
  if (failed.hidden) window.print();
}

addEventListener('beforeprint', () =>
  document.querySelectorAll('main details:not(.no-print)').forEach(part => { part.open = true; }));

const button = document.getElementById('print');
button.hidden = false;
button.addEventListener('click', () => print(button));
showNeighbours();
