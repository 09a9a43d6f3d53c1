// The form that Tasklist shows. Tasklist keeps the form-js instance to itself; what form-js draws leads back to it.

/** The form-js instance behind a drawn form: its outermost part hands the form's services down to the fields. */
export function formOf(container) {
  let part = container.__k;
  while (part && !part.props?.value?.getService) part = part.__k?.[0];
  return part?.props.value.getService('form');
}

/** What was typed so far: only the form's own fields, never another variable of the task. */
export function fieldsOf(data) {
  return Object.fromEntries(Object.entries(data).filter(([key, value]) => key.startsWith('form_') && value !== undefined));
}

/** Moves to the first field that can be filled in. */
export function focusForm() {
  document.querySelector('.fjs-form :is(input, textarea, select):not(:disabled)')?.focus();
}
