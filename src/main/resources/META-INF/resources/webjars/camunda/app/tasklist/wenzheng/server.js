// The product's own API, called with the login's session and the token it asks of browsers.
import {english, say} from './language.js';

let token;

/** The token that a write within the session carries. */
export async function csrf() {
  token ??= fetch('/api/csrf', {credentials: 'same-origin', headers: {Accept: 'application/json'}})
    .then(answer => answer.json());
  return token;
}

async function send(method, path, body, keepalive) {
  const {headerName, token: value} = await csrf();
  return fetch(path, {
    method,
    keepalive,
    credentials: 'same-origin',
    headers: {
      Accept: 'application/json',
      'Accept-Language': english ? 'en' : 'zh',
      'Content-Type': 'application/json',
      [headerName]: value
    },
    body: body && JSON.stringify(body)
  });
}

/** A refusal of the server, with the sentence to show and the status behind it. */
export class Refused extends Error {
  constructor(sentence, status) {
    super(sentence);
    this.status = status;
  }
}

async function refusal(answer) {
  const problem = await answer.json().catch(() => ({}));
  return new Refused(problem.detail ?? say('没有办成，请稍后再试一次。', 'That did not work. Please try again.'), answer.status);
}

/** Calls the API; a token that went stale with an earlier session is fetched anew, once. */
export async function call(method, path, {body, keepalive} = {}) {
  let answer = await send(method, path, body, keepalive);
  if (answer.status === 403) {
    token = undefined;
    answer = await send(method, path, body, keepalive);
  }
  if (!answer.ok) throw await refusal(answer);
  return answer.status === 204 ? undefined : answer.json();
}

/** Fetches the token ahead, for there is no time to ask for it when the page is being left. */
export const prepare = () => csrf().catch(() => { token = undefined; });
