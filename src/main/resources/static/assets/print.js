// The print button of a document; without scripts the browser's own menu prints it.
'use strict';

document.querySelectorAll('[data-print]').forEach(button => {
  button.hidden = false;
  button.addEventListener('click', () => print());
});
