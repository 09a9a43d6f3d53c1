// The webapps speak as the own pages do: Chinese until the reader has chosen English. The server knows his choice, for its
// cookie is none of a script's; the same answer says who reads, and where he may go.

async function ask() {
  try {
    // Without a choice the browser's own language would count.
    const answer = await fetch('/api/places', {credentials: 'same-origin', headers: {'Accept-Language': 'zh'}});
    return answer.ok ? await answer.json() : undefined;
  } catch {
    return undefined;
  }
}

/** Nothing when the session ended in this moment: the webapp leads to the login then. */
export const frame = await ask();

export const english = frame?.language === 'en';

/** The sentence in the reader's language. */
export const say = (chinese, inEnglish) => english ? inEnglish : chinese;
