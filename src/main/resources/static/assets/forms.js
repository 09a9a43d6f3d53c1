// Sends a form's fields to the product's own interface and shows its answer beside the field. What was typed stays until it is taken.
'use strict';

const words = document.currentScript.dataset;
const SHOWN = 10 * 60 * 1000;

function valueOf(field) {
  switch (field.dataset.type) {
    case 'boolean': return field.value === 'true';
    case 'list': return [...field.selectedOptions].map(option => option.value).filter(Boolean);
    case 'number': return Number(field.value);
    case 'words': return field.value.split(/[,，、;；\s]+/).filter(Boolean);
    case 'instant': return new Date(field.value).toISOString();
    default: return field.value;
  }
}

function put(command, field) {
  if (field.dataset.type === 'each') (command[field.name] ??= []).push(Number(field.value));
  else command[field.name] = valueOf(field);
}

/** The command itself, the part of it that the field names, or the item of a list that the field's group stands for. */
function placeOf(field, command, items) {
  if (field.dataset.in) return command[field.dataset.in];
  const group = field.closest('[data-item]');
  if (!group) return command;
  if (!items.has(group)) {
    items.set(group, {});
    (command[group.dataset.item] ??= []).push(items.get(group));
  }
  return items.get(group);
}

/** Fields left empty are not sent: the command decides whether it can do without them. A group left empty is no item. */
function read(form) {
  const command = {};
  const items = new Map();
  for (const field of form.elements) {
    if (field.dataset.in) command[field.dataset.in] ??= {};
    const chosen = field.type === 'radio' || field.type === 'checkbox' ? field.checked : field.name && field.value !== '';
    if (chosen) put(placeOf(field, command, items), field);
  }
  return form.dataset.wrap ? {[form.dataset.wrap]: command} : command;
}

function clear(form) {
  form.querySelectorAll('.error').forEach(error => error.remove());
  form.querySelectorAll('[aria-invalid]').forEach(field => field.removeAttribute('aria-invalid'));
}

function complain(form, sentence, name) {
  const field = name && [...form.elements].find(candidate => candidate.name === name.split('.').pop());
  const error = document.createElement('p');
  error.className = 'error late';
  error.setAttribute('role', 'alert');
  error.textContent = sentence;
  if (!field) return form.prepend(error);
  field.setAttribute('aria-invalid', 'true');
  field.closest('.field').append(error);
  field.focus();
}

async function send(form) {
  const token = await (await fetch('/api/csrf')).json();
  const headers = {'Accept-Language': document.documentElement.lang, [token.headerName]: token.token};
  if (form.enctype === 'multipart/form-data') {
    return fetch(form.dataset.api, {method: 'POST', headers, body: new FormData(form)});
  }
  headers['Content-Type'] = 'application/json';
  return fetch(form.dataset.api, {method: form.dataset.method ?? 'POST', headers, body: JSON.stringify(read(form))});
}

function reveal(form, value) {
  const place = document.getElementById(form.dataset.reveals);
  const masked = place.textContent;
  place.textContent = value;
  form.reset();
  form.closest('details').open = false;
  setTimeout(() => { place.textContent = masked; }, SHOWN);
}

async function refused(form, answer) {
  if (answer.status === 401 || answer.status === 403 && !answer.headers.get('Content-Type')?.includes('problem')) {
    return complain(form, words.login);
  }
  const problem = await answer.json().catch(() => ({}));
  complain(form, problem.detail ?? problem.title ?? words.failed, problem.field);
}

async function submit(form) {
  clear(form);
  let answer;
  try {
    answer = await send(form);
  } catch (unreachable) {
    return complain(form, words.lost);
  }
  if (!answer.ok) return refused(form, answer);
  if (form.dataset.reveals) return reveal(form, (await answer.json()).value);
  if (form.dataset.leads) return location.assign(form.dataset.leads + (await answer.json()).id);
  location.reload();
}

document.addEventListener('submit', async event => {
  const form = event.target;
  if (!form.dataset.api) return;
  event.preventDefault();
  const button = form.querySelector('button');
  button.disabled = true;
  await submit(form);
  button.disabled = false;
});
