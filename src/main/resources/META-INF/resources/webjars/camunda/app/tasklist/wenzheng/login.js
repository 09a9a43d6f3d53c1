// Camunda's own login form is closed. Where a webapp would show it, the session has ended or the app is not the person's.

const KEPT = 'wenzheng-place';

/** The address before Camunda's login, where the browser can tell it. */
function placeBefore() {
  const {navigation} = window;
  return navigation?.entries()[navigation.currentEntry.index - 1]?.url;
}

/** A webapp's places stand behind the hash, which the way over the login page does not keep. */
function keepPlace() {
  const place = placeBefore();
  if (place) sessionStorage.setItem(KEPT, place);
}

/** Goes back to where the session ended, before the webapp looks where it is. */
export function returnToPlace() {
  const place = sessionStorage.getItem(KEPT);
  sessionStorage.removeItem(KEPT);
  if (place && new URL(place).pathname === location.pathname) history.replaceState(null, '', place);
}

let leaving;

/** Leads to the product's login, which comes back here; whoever is still logged in goes to the start page instead. */
async function leave() {
  const me = await fetch('/api/me', {credentials: 'same-origin'});
  if (me.status === 401) {
    keepPlace();
    location.reload();
  } else {
    location.assign('/work');
  }
}

/** The plugin that stands in for the login form of one webapp. */
export const loginOf = app => ({
  id: 'wenzheng-login',
  pluginPoint: `${app}.login`,
  priority: 1000,
  // Every refused call would show the form once more.
  render: () => { leaving ??= leave(); }
});
