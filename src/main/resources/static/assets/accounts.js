// Lets the table of new accounts be kept as a file; its passwords are on this page only, so the file is made here.
'use strict';

const button = document.getElementById('save-accounts');

function save() {
  const rows = [...document.querySelectorAll('#accounts tr')];
  // Accounts and passwords are letters, digits and hyphens and begin with a letter or a digit: no quotes, no formulas.
  const text = rows.map(row => [...row.cells].map(cell => cell.textContent.trim()).join(',')).join('\r\n');
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob(['\uFEFF', text, '\r\n'], {type: 'text/csv'}));
  link.download = button.dataset.file;
  link.click();
  URL.revokeObjectURL(link.href);
}

button.hidden = false;
button.addEventListener('click', save);
