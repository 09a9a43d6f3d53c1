// The year of a calendar: arrows walk from day to day; a plan is sent as the file it is; a part of a list can be taken out.
'use strict';

const days = [...document.querySelectorAll('#months a[data-date]')];
const STEPS = {ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7, Home: -days.length, End: days.length};

function stand(on) {
  days.forEach(day => { day.tabIndex = day === on ? 0 : -1; });
  on.focus();
}

document.getElementById('months')?.addEventListener('keydown', event => {
  const now = days.indexOf(event.target.closest('a[data-date]'));
  const step = STEPS[event.key];
  if (now < 0 || step === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
  event.preventDefault();
  event.stopPropagation();
  stand(days[Math.min(days.length - 1, Math.max(0, now + step))]);
});

if (days.length) (days.find(day => day.hasAttribute('aria-current')) ?? days[0]).tabIndex = 0;

document.querySelectorAll('[data-remove]').forEach(button => button.addEventListener('click', () => {
  const form = button.form;
  button.closest('[data-item]').remove();
  form.querySelector('button.main').focus();
}));

async function sendFile(form) {
  const token = await (await fetch('/api/csrf')).json();
  const file = form.querySelector('input[type=file]').files[0];
  const headers = {'Content-Type': 'application/json', 'Accept-Language': document.documentElement.lang, [token.headerName]: token.token};
  return fetch(form.dataset.fileApi, {method: 'POST', headers, body: file});
}

document.querySelectorAll('form[data-file-api]').forEach(form => form.addEventListener('submit', async event => {
  event.preventDefault();
  clear(form);
  if (!form.querySelector('input[type=file]').files.length) return form.querySelector('input[type=file]').focus();
  const button = form.querySelector('button');
  button.disabled = true;
  const answer = await sendFile(form).catch(() => null);
  button.disabled = false;
  if (!answer) return complain(form, words.lost);
  if (!answer.ok) return refused(form, answer);
  location.assign(form.dataset.leads + (await answer.json()).id);
}));
