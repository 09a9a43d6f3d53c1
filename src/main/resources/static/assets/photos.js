// Tells before they travel that photos are too large or too many; what was typed stays where it is.
'use strict';

const LARGEST = 10 * 1024 * 1024;
const photos = document.getElementById('photo');

function complaint() {
  const files = [...photos.files];
  if (files.length > Number(photos.dataset.most)) return photos.dataset.many;
  return files.some(file => file.size > LARGEST) ? photos.dataset.large : '';
}

function check() {
  const error = document.getElementById('photo-error');
  error.textContent = complaint();
  error.hidden = !error.textContent;
  photos.removeAttribute('aria-invalid');
  if (!error.hidden) photos.setAttribute('aria-invalid', 'true');
  return error.hidden;
}

if (photos) {
  photos.addEventListener('change', check);
  photos.form.addEventListener('submit', event => {
    if (check()) return;
    event.preventDefault();
    photos.focus();
  });
}
