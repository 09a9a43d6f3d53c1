// Tasks of one kind look alike in the list: each card says which petition it belongs to.
import {call} from './server.js';

/** A task's petition never changes, so it is asked for once. */
const numbers = new Map();

function numberOf(task) {
  if (!numbers.has(task)) numbers.set(task, call('GET', `/api/tasks/${encodeURIComponent(task)}`).then(line => line.petition));
  return numbers.get(task);
}

export const petitionNumber = {
  id: 'wenzheng-petition-number',
  pluginPoint: 'tasklist.card',
  priority: 300,
  render: (node, {taskId}) => {
    node.className = 'wenzheng-number';
    // A task that has just gone from under the list has no number to show.
    numberOf(taskId).then(number => { node.textContent = number; }, () => numbers.delete(taskId));
  }
};
