// The receipt can be printed or saved by a click.
'use strict';

const print = document.getElementById('print');
print.hidden = false;
print.addEventListener('click', () => window.print());
