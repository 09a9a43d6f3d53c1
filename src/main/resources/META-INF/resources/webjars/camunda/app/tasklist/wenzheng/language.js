// Tasklist's own rule: the browser's first language decides, and whoever does not ask for English gets Chinese.
export const english = (navigator.languages[0] ?? '').toLowerCase().startsWith('en');

/** The sentence in the reader's language. */
export const say = (chinese, inEnglish) => english ? inEnglish : chinese;
