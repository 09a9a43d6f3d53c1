// Deadline, unit and holder are shown above a task but not changed there: the server refuses it, so nothing offers it.
const KEPT = '[cam-tasklist-task-meta] :is(.due-date, .groups, .assignee .set-value)';

function still(event) {
  if (event.key === 'Tab' || !event.target.closest?.(KEPT)) return;
  event.stopPropagation();
  event.preventDefault();
}

export function keepAsShown() {
  ['click', 'keydown', 'paste'].forEach(act => document.addEventListener(act, still, true));
}
