// Camunda's own login form is closed. Where a webapp would show it, the session has ended or the app is not the person's.

/** Leads to the product's login, which comes back here; whoever is still logged in goes to the start page instead. */
async function leave() {
  const me = await fetch('/api/me', {credentials: 'same-origin'});
  if (me.status === 401) location.reload();
  else location.assign('/work');
}

/** The plugin that stands in for the login form of one webapp. */
export const loginOf = app => ({
  id: 'wenzheng-login',
  pluginPoint: `${app}.login`,
  priority: 1000,
  render: leave
});
