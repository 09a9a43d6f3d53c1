// The head of the own pages above the head of a webapp: one list of places, one logout, one choice of language.
import {english, frame, say} from './language.js';
import {csrf} from './server.js';

const make = (name, properties, ...children) => {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
};

function link({name, address}) {
  const place = make('a', {href: address, textContent: name});
  if (location.pathname.startsWith(address)) place.setAttribute('aria-current', 'page');
  return place;
}

async function logOut() {
  const {token} = await csrf();
  const form = make('form', {method: 'post', action: '/logout', hidden: true},
    make('input', {type: 'hidden', name: '_csrf', value: token}));
  document.body.append(form);
  form.submit();
}

/** The own pages and the webapps follow the same cookie, and only the server sets it. */
async function speak(language) {
  await fetch(`/api/places?lang=${language}`, {credentials: 'same-origin'});
  location.reload();
}

const button = (text, lang, onclick) => make('button', {type: 'button', lang, textContent: text, onclick});

function tools() {
  return make('div', {className: 'tools'},
    make('span', {textContent: frame.person}),
    button(say('退出', 'Log out'), '', logOut),
    english ? button('中文', 'zh-CN', () => speak('zh')) : button('English', 'en', () => speak('en')));
}

function brand() {
  return make('a', {className: 'brand', href: '/work', textContent: frame.product},
    make('small', {textContent: frame.city}));
}

function places() {
  const nav = make('nav', {}, ...frame.places.map(link));
  nav.setAttribute('aria-label', say('主导航', 'Main navigation'));
  return nav;
}

/** Draws the head; the webapp's own begins below it. */
export function drawHead() {
  if (!frame) return;
  document.documentElement.classList.add('wenzheng-framed');
  const mark = frame.demo ? [make('span', {className: 'demo-mark', textContent: frame.demo})] : [];
  document.body.prepend(make('header', {className: 'wenzheng-head'}, brand(), ...mark, places(), tools()));
}
