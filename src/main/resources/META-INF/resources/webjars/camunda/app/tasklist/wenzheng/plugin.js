// What the product adds to a task in Tasklist: the case sheet, giving back and handing over, drafts, Chinese forms.
import {caseSheet} from './case-sheet.js';
import {keepDrafts} from './drafts.js';
import {focusForm} from './form.js';
import {translateForms} from './form-words.js';
import {taskButtons} from './hand-over.js';
import {keepAsShown} from './kept.js';
import {loginOf} from './login.js';
import {notices} from './notices.js';
import {petitionNumber} from './petition-number.js';

/** One opened task column: Tasklist makes one and lets it follow from task to task. */
class TaskColumn {
  #scope;
  #task = null;
  #sheet;
  #buttons = taskButtons(act => this.#act(act));
  #said = document.createElement('span');
  #watcher = new MutationObserver(() => this.#place());

  constructor(node, scope) {
    this.#scope = scope;
    node.className = 'wenzheng-task';
    this.#said.className = 'wenzheng-said';
    node.append(this.#said, this.#buttons);
    scope.$watch('task', task => this.#follow(task));
    scope.$on('shortcut:focusForm', focusForm);
    this.#watcher.observe(document.body, {childList: true, subtree: true});
  }

  /** The task whose sheet and form are shown. */
  get opened() {
    return this.#task?.id;
  }

  #follow(task) {
    const other = task?.id !== this.#task?.id;
    this.#task = task;
    this.#buttons.hidden = !task || task.assignee !== this.#scope.$root.authentication?.name;
    if (!other) return;
    this.say('status', '');
    this.#sheet?.remove();
    this.#sheet = task ? caseSheet(task.id) : undefined;
    this.#place();
  }

  /** Above the tabs, as often as Tasklist draws them anew. */
  #place() {
    const tabs = document.querySelector('.task-details .task-card .tabbed-content');
    if (tabs && this.#sheet && tabs.previousElementSibling !== this.#sheet.element) tabs.before(this.#sheet.element);
  }

  /** One sentence about the open task: an alert is read out at once, a status when there is time. */
  say(role, sentence) {
    this.#said.setAttribute('role', role);
    this.#said.textContent = sentence;
  }

  async #act(act) {
    const task = this.#task.id;
    try {
      this.say('status', '');
      if (await act(task)) this.#refresh(task);
    } catch (failure) {
      this.say('alert', failure.message);
    }
  }

  /** The way Tasklist itself reads a task anew after claiming it. */
  #refresh(taskId) {
    this.#scope.$apply(() => {
      this.#scope.taskData.set('taskId', {taskId});
      this.#scope.taskData.changed('taskList');
    });
  }

  close() {
    this.#watcher.disconnect();
    this.#sheet?.remove();
  }
}

let column;

keepDrafts(() => column?.opened, (role, sentence) => column?.say(role, sentence));
translateForms();
// Deadline, unit and holder stand above a task.
keepAsShown('[cam-tasklist-task-meta] :is(.due-date, .groups, .assignee .set-value)');

const taskColumn = {
  id: 'wenzheng-task',
  pluginPoint: 'tasklist.task.action',
  priority: 200,
  render: (node, data, scope) => {
    column = new TaskColumn(node, scope);
  },
  unmount: () => {
    column.close();
    column = undefined;
  }
};

export default [taskColumn, petitionNumber, notices, loginOf('tasklist')];
