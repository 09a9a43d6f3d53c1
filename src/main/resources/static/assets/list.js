// The open list: asks now and then what has come in, says that a file is on its way, remembers its rows for the case sheet.
'use strict';

const EVERY = 15 * 1000;
const BEGUN = 10 * 1000;

const news = document.getElementById('news');

// A list of what is in hand already has no news.
if (news) {
  setInterval(() => {
    if (!document.hidden && !isLeftAlone()) htmx.trigger(news, 'look');
  }, EVERY);

  news.addEventListener('click', event => {
    if (!event.target.matches('[data-reload]')) return;
    event.preventDefault();
    location.reload();
  });
}

const begun = document.getElementById('export-begun');

document.querySelectorAll('a[data-export]').forEach(link => link.addEventListener('click', () => {
  begun.textContent = begun.dataset.begun;
  setTimeout(() => { begun.textContent = ''; }, BEGUN);
}));

const numbers = [...document.querySelectorAll('table[data-list] td.number a')].map(link => link.textContent);
sessionStorage.setItem('list', JSON.stringify({address: location.pathname + location.search, numbers}));
