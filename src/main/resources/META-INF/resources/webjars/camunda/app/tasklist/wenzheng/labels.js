import {english} from './language.js';

/**
 * Puts an app's labels where Camunda looks for them first, before it draws anything.
 *
 * By itself it fetches them while the page is being drawn: at a browser's first visit some places then show the name of a
 * label instead, and after an update the old words once more.
 */
async function labelsFirst(locales, language) {
  try {
    const answer = await fetch(`${locales}${language}.json`, { cache: 'no-cache' });
    if (answer.ok) {
      const kept = JSON.parse(localStorage.getItem('camunda-web') ?? '{}');
      kept[`${locales}_locales_data_${language}_${window.bust}`] = await answer.text();
      localStorage.setItem('camunda-web', JSON.stringify(kept));
    }
  } catch {
    // Without storage or network Camunda fetches them itself, a moment later.
  }
}

/**
 * The part of an app's settings that makes it speak the reader's language.
 *
 * @param locales the address of the app's folder of labels
 */
export async function speech(locales) {
  const language = english ? 'en' : 'zh';
  document.documentElement.lang = english ? 'en' : 'zh-CN';
  await labelsFirst(locales.pathname, language);
  return {
    // The only one: the browser's language does not count, and moment keeps the language of dates that came last.
    locales: {
      availableLocales: [language],
      fallbackLocale: language
    },
    ...(!english && {
      dateFormat: {
        short: 'YYYY年M月D日',
        abbr: 'YYYY年M月D日 HH:mm',
        normal: 'YYYY年M月D日 HH:mm',
        long: 'YYYY年M月D日 HH:mm'
      }
    })
  };
}
