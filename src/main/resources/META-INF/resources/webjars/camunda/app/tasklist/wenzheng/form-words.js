// form-js speaks English only: what it draws is read again in Chinese.
import {english} from './language.js';
import {keepTranslated} from './words.js';

/** Keeps every form Chinese while it is drawn and drawn again. */
export async function translateForms() {
  if (english) return;
  const words = await fetch(new URL('form-words.json', import.meta.url)).then(answer => answer.json());
  keepTranslated(words, '.fjs-container');
}
