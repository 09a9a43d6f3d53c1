// What Tasklist cannot do with a claimed task: give it back to everybody, or hand it to one colleague.
import {say} from './language.js';
import {call} from './server.js';

function make(name, properties, ...children) {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
}

const address = (task, act) => `/api/tasks/${encodeURIComponent(task)}/${act}`;

function button(text, className, onclick) {
  return make('button', {type: 'button', className: `btn ${className}`, textContent: text, onclick});
}

/** Asks for the colleague; resolves to the chosen id, or to nothing when the person thinks better of it. */
function chooseColleague(colleagues) {
  const select = make('select', {id: 'wenzheng-colleague', className: 'form-control', autofocus: true},
    ...colleagues.map(({id, name}) => make('option', {value: id, textContent: name})));
  const dialog = make('dialog', {className: 'wenzheng-dialog'},
    make('form', {method: 'dialog'},
      make('h3', {textContent: say('转交同事', 'Hand over to a colleague')}),
      make('label', {htmlFor: select.id, textContent: say('转交给', 'To')}), select,
      make('div', {className: 'wenzheng-choices'},
        make('button', {className: 'btn btn-primary', value: 'yes', textContent: say('转交', 'Hand over')}),
        make('button', {className: 'btn btn-link', value: '', textContent: say('取消', 'Cancel')}))));
  document.body.append(dialog);
  dialog.showModal();
  return new Promise(resolve => dialog.addEventListener('close', () => {
    dialog.remove();
    resolve(dialog.returnValue && select.value);
  }));
}

async function handOver(task) {
  const colleagues = await call('GET', address(task, 'colleagues'));
  if (!colleagues.length) throw new Error(say('本单位没有其他可以接手的同事。', 'There is no other person in your unit.'));
  const colleague = await chooseColleague(colleagues);
  if (colleague) await call('POST', address(task, 'handover'), {body: {colleague}});
  return Boolean(colleague);
}

async function release(task) {
  await call('POST', address(task, 'release'));
  return true;
}

/** The two buttons of a task that is mine; `act` runs one of them and shows how it went. */
export function taskButtons(act) {
  const buttons = make('span', {className: 'wenzheng-buttons', hidden: true},
    button(say('退回待办', 'Release'), 'btn-link', () => act(release)),
    button(say('转交同事', 'Hand over'), 'btn-link', () => act(handOver)));
  return buttons;
}
