// form-js speaks English only and has no place for other words: what it draws is read again in Chinese.
import {english} from './language.js';

const ATTRIBUTES = ['placeholder', 'title', 'aria-label'];

/** An English sentence with places ({0}) as an expression that finds what stands in them. */
const expression = sentence => new RegExp(
  `^${sentence.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{\d\}/g, '(.+?)')}$`);

/** The translation of one text, or the text itself. */
export function translator(words) {
  const sentences = Object.entries(words)
    .filter(([sentence]) => sentence.includes('{0}'))
    .map(([sentence, chinese]) => [expression(sentence), places(sentence), chinese]);
  return text => {
    if (Object.hasOwn(words, text)) return words[text];
    for (const [pattern, order, chinese] of sentences) {
      const found = pattern.exec(text);
      if (found) return order.reduce((said, place, index) => said.replace(place, () => found[index + 1]), chinese);
    }
    return text;
  };
}

const places = sentence => sentence.match(/\{\d\}/g);

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

const inForm = node => (node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement)?.closest('.fjs-container');

function onChange(changes, translate) {
  for (const {type, target, addedNodes} of changes) {
    if (!inForm(target) && ![...addedNodes].some(node => node.querySelector?.('.fjs-container'))) continue;
    if (type === 'childList') addedNodes.forEach(node => translateTree(node, translate));
    else if (type === 'characterData') translateText(target, translate);
    else translateAttributes(target, translate);
  }
}

/** Keeps every form Chinese while it is drawn and drawn again. */
export async function translateForms() {
  if (english) return;
  const words = await fetch(new URL('form-words.json', import.meta.url)).then(answer => answer.json());
  const translate = translator(words);
  document.querySelectorAll('.fjs-container').forEach(form => translateTree(form, translate));
  new MutationObserver(changes => onChange(changes, translate)).observe(document.body, {
    subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ATTRIBUTES
  });
}
