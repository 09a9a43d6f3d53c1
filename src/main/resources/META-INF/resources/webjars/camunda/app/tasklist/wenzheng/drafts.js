// A half-written form goes to the server while it is being written. The browser keeps none of it.
import {fieldsOf, formOf} from './form.js';
import {say} from './language.js';
import {call, prepare} from './server.js';

/** Long enough not to save every keystroke, short enough to lose at most a word. */
const PAUSE = 1000;

const KEPT_BY_TASKLIST = 'camunda-form:';

let pending;
let tell = () => {};

async function save({task, fields}, keepalive) {
  try {
    await call('PUT', `/api/tasks/${encodeURIComponent(task)}/draft`, {body: fields, keepalive});
    tell('status', say(`草稿已保存 ${clock()}`, `Draft saved ${clock()}`));
  } catch (failure) {
    // The task was completed, or is no longer mine: there is nothing left to keep.
    if (failure.status === 404 || failure.status === 409) return;
    tell('alert', failure.status === 422
      ? failure.message
      : say('保存失败，您写的内容还在，请再试一次。', 'Not saved. What you wrote is still here; please try again.'));
  }
}

const clock = () => new Date().toLocaleTimeString('zh-CN', {hour: '2-digit', minute: '2-digit'});

function flush(keepalive) {
  if (!pending) return;
  const draft = pending;
  forget();
  save(draft, keepalive);
}

function forget() {
  clearTimeout(pending?.timer);
  pending = undefined;
}

function note(task, data) {
  if (pending?.task !== task) flush(false);
  forget();
  pending = {task, fields: fieldsOf(data), timer: setTimeout(() => flush(false), PAUSE)};
}

/** Follows a form that was drawn for a task; what the form filled in by itself is not yet a draft. */
function follow(container, task) {
  const form = formOf(container);
  if (!form) return;
  let known = JSON.stringify(fieldsOf(form._getState().data));
  form.on('changed', ({data}) => {
    const now = JSON.stringify(fieldsOf(data));
    if (now === known) return;
    known = now;
    note(task, data);
  });
}

/** Tasklist's own keeping is turned away from the browser's storage: its button 保存 saves to the server as well. */
function keepOutOfStorage() {
  const store = Storage.prototype.setItem;
  const remove = Storage.prototype.removeItem;
  Object.keys(localStorage).filter(key => key.startsWith(KEPT_BY_TASKLIST)).forEach(key => localStorage.removeItem(key));
  Storage.prototype.setItem = function (key, value) {
    if (!String(key).startsWith(KEPT_BY_TASKLIST)) return store.call(this, key, value);
    note(String(key).slice(KEPT_BY_TASKLIST.length), JSON.parse(value));
    flush(false);
  };
  // Tasklist removes its copy when the task is done: a draft still waiting would come too late.
  Storage.prototype.removeItem = function (key) {
    if (String(key).startsWith(KEPT_BY_TASKLIST)) forget();
    remove.call(this, key);
  };
}

/** Starts keeping drafts; `opened` names the task whose form is drawn, `show` tells the person how it went. */
export function keepDrafts(opened, show) {
  tell = show;
  prepare();
  const seen = new WeakSet();
  const watcher = new MutationObserver(() => document.querySelectorAll('.fjs-container').forEach(container => {
    if (seen.has(container) || !container.firstElementChild || !opened()) return;
    seen.add(container);
    follow(container, opened());
  }));
  watcher.observe(document.body, {childList: true, subtree: true});
}

keepOutOfStorage();
addEventListener('pagehide', () => flush(true));
document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && flush(true));
