// The figure of unread notices in the head of every page. It is asked for only while somebody looks, and nothing moves.
'use strict';

const PAUSE = 4000;

const link = document.getElementById('notices');
const figure = link.querySelector('.count');
const said = document.getElementById('notices-said');

let shown = Number(link.dataset.unread);
let stopped = false;

const text = unread => unread === 0 ? '' : unread > 99 ? '99+' : String(unread);

function show(unread) {
  figure.textContent = text(unread);
  if (unread > shown) said.textContent = said.dataset.said.replace('#', text(unread));
  shown = unread;
}

/** A session that has ended, or whose person must choose a password first, is not asked again; a server that is away for a moment is. */
async function ask() {
  if (stopped || document.visibilityState !== 'visible' || isLeftAlone()) return;
  try {
    const answer = await fetch('/api/notices/unread', {headers: {Accept: 'application/json'}, cache: 'no-store'});
    if (answer.status === 401 || answer.status === 403) stopped = true;
    else if (answer.ok) show((await answer.json()).unread);
  } catch {
    // Asked again in a moment.
  }
}

setInterval(ask, PAUSE);
document.addEventListener('visibilitychange', ask);
