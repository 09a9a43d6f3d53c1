/**
 * Puts an app's labels where Camunda looks for them first, before it draws anything.
 *
 * By itself it fetches them while the page is being drawn: at a browser's first visit some places then show the name of a
 * label instead, and after an update the old words once more.
 *
 * @param locales the path of the app's folder of labels
 */
export const labelsFirst = async (locales, language) => {
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
};
