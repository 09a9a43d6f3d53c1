// A citizen's link carries number and code behind the #, which no browser sends; the code travels in a header instead.
'use strict';

async function openFromLink() {
  const [, number, code] = location.hash.match(/^#([^:]+):(.+)$/) ?? [];
  if (!code) return;
  history.replaceState(null, '', location.pathname);
  document.getElementById('number').value = decodeURIComponent(number);
  document.getElementById('code').value = decodeURIComponent(code);
  const page = '/track/' + encodeURIComponent(decodeURIComponent(number));
  const answer = await fetch(page, {headers: {'X-Query-Code': decodeURIComponent(code)}});
  if (answer.ok) location.replace(page);
  else document.getElementById('wrong').hidden = false;
}

addEventListener('hashchange', openFromLink);
openFromLink();
