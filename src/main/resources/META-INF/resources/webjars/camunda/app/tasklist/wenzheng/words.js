// Some of what is drawn has no place for other words than English ones: it is read again in Chinese.
import {english} from './language.js';

const ATTRIBUTES = ['placeholder', 'title', 'aria-label'];

/** An English sentence with places ({0}) as an expression that finds what stands in them. */
const expression = sentence => new RegExp(
  `^${sentence.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{\d\}/g, '(.+?)')}$`);

/** The translation of one text, or the text itself. */
export function translator(words) {
  const sentences = Object.entries(words)
    .filter(([sentence]) => sentence.includes('{0}'))
    .map(([sentence, chinese]) => [expression(sentence), placesOf(sentence), chinese]);
  return text => {
    if (Object.hasOwn(words, text)) return words[text];
    for (const [pattern, order, chinese] of sentences) {
      const found = pattern.exec(text);
      if (found) return order.reduce((said, place, index) => said.replace(place, () => found[index + 1]), chinese);
    }
    return text;
  };
}

const placesOf = sentence => sentence.match(/\{\d\}/g);

function translateText(node, translate) {
  const text = node.data.trim();
  const said = text && translate(text);
  if (said && said !== text) node.data = node.data.replace(text, () => said);
}

function translateAttributes(element, translate) {
  ATTRIBUTES.filter(name => element.hasAttribute(name)).forEach(name => {
    const text = element.getAttribute(name);
    const said = translate(text);
    if (said !== text) element.setAttribute(name, said);
  });
}

function translateTree(root, translate) {
  if (root.nodeType === Node.TEXT_NODE) return translateText(root, translate);
  if (root.nodeType !== Node.ELEMENT_NODE) return;
  const nodes = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  for (let node = root; node; node = nodes.nextNode()) {
    if (node.nodeType === Node.TEXT_NODE) translateText(node, translate);
    else translateAttributes(node, translate);
  }
}

const elementOf = node => node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement;

function onChange(changes, translate, places) {
  for (const {type, target, addedNodes} of changes) {
    if (type === 'childList') addedNodes.forEach(node => translateIn(node, translate, places));
    else if (!elementOf(target)?.closest(places)) continue;
    else if (type === 'characterData') translateText(target, translate);
    else translateAttributes(target, translate);
  }
}

/** What has come into the page: inside one of the places, or around some. */
function translateIn(node, translate, places) {
  if (elementOf(node)?.closest(places)) translateTree(node, translate);
  else node.querySelectorAll?.(places).forEach(place => translateTree(place, translate));
}

/**
 * Keeps these words Chinese wherever the places are drawn and drawn again.
 *
 * @param places a selector of what is to be read; nothing else is touched
 */
export function keepTranslated(words, places) {
  if (english) return;
  const translate = translator(words);
  translateIn(document.body, translate, places);
  new MutationObserver(changes => onChange(changes, translate, places)).observe(document.body, {
    subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ATTRIBUTES
  });
}
