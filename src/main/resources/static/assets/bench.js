// The bench: one petition after the other by keys alone. It shows as done only what the server has committed.
'use strict';

const BEAT = 1000;
const LINES = 12;

const $ = id => document.getElementById(`bench-${id}`);
const main = document.getElementById('main');
const say = JSON.parse($('say').dataset.words);

/** The page by an id of its own; loaded anew it is the same page, copied it is another one. */
const tab = sessionStorage.getItem('bench-tab') ?? main.dataset.tab;
addEventListener('pagehide', () => sessionStorage.setItem('bench-tab', tab));
addEventListener('pageshow', () => sessionStorage.removeItem('bench-tab'));

let choices = {units: [], topics: [], words: {}};
let screen = null;
let choice = null;
let done = null;
let sentTo = '';
let ahead = 0;
let busy = false;
let unsure = false;
let over = false;
let asking = false;
let token = null;

const fill = (sentence, ...values) => values.reduce((text, value, at) => text.replaceAll(`{${at}}`, value), sentence);
const word = (list, code) => choices.words[list]?.[code] ?? code;
const unitOf = code => choices.units.find(unit => unit.code === code);
const topicOf = code => choices.topics.find(topic => topic.code === code);

function element(name, text, className) {
  const made = document.createElement(name);
  if (text !== undefined) made.textContent = text;
  if (className) made.className = className;
  return made;
}

// Speaking with the server

async function call(path, body, again = true) {
  token ??= await (await fetch('/api/csrf')).json();
  const answer = await fetch(`/api/bench/${path}`, {
    method: 'POST',
    headers: {'Accept-Language': document.documentElement.lang, 'Content-Type': 'application/json', [token.headerName]: token.token},
    body: JSON.stringify({tab, ...body}),
  });
  if (answer.status === 403 && again) {
    token = null;
    return call(path, body, false);
  }
  return answer;
}

function warn(sentence) {
  $('trouble').textContent = sentence;
  $('trouble').hidden = !sentence;
}

async function turnedDown(answer) {
  if (answer.status === 401 || answer.status === 403) return warn(say.login);
  const problem = await answer.json().catch(() => ({}));
  // What broke inside the server may have broken after the commit.
  const broken = answer.status >= 500;
  unsure = answer.status === 409 || broken;
  warn(broken ? say.lost : problem.detail ?? problem.title ?? say.failed);
}

/** One key, one call: whatever is asked, the answer carries the screen that follows. True when it was done. */
async function post(path, body, told) {
  if (busy) return false;
  busy = true;
  main.setAttribute('aria-busy', 'true');
  $('status').textContent = say.sending;
  try {
    const answer = await call(path, body);
    $('status').textContent = '';
    if (!answer.ok) {
      await turnedDown(answer);
      return false;
    }
    unsure = false;
    over = false;
    warn('');
    paint(await answer.json(), told);
    return true;
  } catch {
    unsure = true;
    $('status').textContent = '';
    warn(say.lost);
    return false;
  } finally {
    busy = false;
    main.removeAttribute('aria-busy');
  }
}

async function beat() {
  if (over || asking || isLeftAlone()) return;
  asking = true;
  try {
    const answer = await call('beat', {});
    if (answer.status === 401 || answer.status === 403) {
      over = true;
      warn(say.login);
    }
    if (!answer.ok) return;
    const news = await answer.json();
    $('waiting').textContent = fill(say.waiting, news.waiting);
    announce(news.life);
    if (screen && !screen.shown && news.free && !busy) post('open', {});
  } catch {
    // Asked again in a moment.
  } finally {
    asking = false;
  }
}

/** Nothing moves under the hand: what is dangerous is told, and one key leads there. */
function announce(life) {
  const others = life.filter(number => number !== screen?.shown?.number);
  $('life').hidden = others.length === 0;
  $('life-go').dataset.number = others[0] ?? '';
  const sentence = others.length ? fill(say.life, others.length) : '';
  if ($('life-go').textContent !== sentence) $('life-go').textContent = sentence;
}

// Painting

function marked(place, gist) {
  place.replaceChildren();
  let at = 0;
  for (const span of gist.marks) {
    place.append(gist.text.slice(at, span.from));
    place.append(element('mark', gist.text.slice(span.from, span.to), span.mark.toLowerCase()));
    at = span.to;
  }
  place.append(gist.text.slice(at));
}

/** The words that speak for the suggestion stand out in what the citizen said. */
function highlighted(place, text, words) {
  const known = [...new Set(words)].filter(one => one.length > 1).sort((one, other) => other.length - one.length);
  place.replaceChildren();
  if (!known.length) return place.append(text);
  const pattern = new RegExp(known.map(one => one.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|'), 'g');
  let at = 0;
  for (const found of text.matchAll(pattern)) {
    place.append(text.slice(at, found.index), element('mark', found[0], 'reason'));
    at = found.index + found[0].length;
  }
  place.append(text.slice(at));
}

const two = number => String(number).padStart(2, '0');

function length(seconds) {
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return `${hours}:${two(minutes)}:${two(seconds % 60)}`;
}

/** A danger to life has to be accepted long before its promise ends. */
function promise(place, {acceptBy, promisedBy}) {
  const due = acceptBy ?? promisedBy;
  const seconds = due ? Math.floor((Date.parse(due) - Date.now() - ahead) / 1000) : null;
  const [left, late] = acceptBy ? [say['accept.left'], say['accept.late']] : [say.left, say.late];
  place.textContent = seconds === null ? say.nopromise : seconds >= 0 ? fill(left, length(seconds)) : fill(late, length(-seconds));
  place.classList.toggle('late', seconds !== null && seconds < 0);
  place.classList.toggle('near', seconds !== null && seconds >= 0 && seconds < 2 * 3600);
}

function tick() {
  if (screen?.shown) promise($('promise'), screen.shown);
  $('queue').querySelectorAll('[data-terms]').forEach(place => promise(place, place.dataset));
  if (!done) return;
  const left = Math.ceil((Date.parse(done.undoUntil) - Date.now() - ahead) / 1000);
  $('undo-left').textContent = fill(say['undo.left'], Math.max(left, 0));
  if (left <= 0) forgetUndo();
}

function forgetUndo() {
  done = null;
  $('undo').hidden = true;
}

function line(waiting) {
  const item = element('li', undefined, waiting.life ? 'life' : '');
  const gist = element('span', undefined, 'gist');
  marked(gist, waiting.gist);
  const facts = element('span', undefined, 'mute');
  if (waiting.life) facts.append(element('strong', say['life.mark'], 'late'), ' ');
  facts.append(word('channel', waiting.channel), ' ');
  const due = element('span', undefined, 'state');
  due.dataset.terms = '';
  for (const term of ['acceptBy', 'promisedBy']) if (waiting[term]) due.dataset[term] = waiting[term];
  promise(due, waiting);
  facts.append(due);
  if (waiting.posts > 1) facts.append(' ', element('strong', fill(say.posts, waiting.posts)));
  item.append(gist, facts);
  return item;
}

/** Also {@code next} waits here: what comes now is always the first line. */
function paintQueue() {
  const lines = screen.next ? [{...screen.next, posts: 1}, ...screen.queue] : screen.queue;
  $('queue').replaceChildren(...lines.slice(0, LINES).map(line));
  $('waiting').textContent = fill(say.waiting, screen.waiting);
}

function certainty(guess) {
  if (!guess) return '';
  const percent = `${Math.round(guess.certainty * 100)}%`;
  return fill(guess.certainty >= 0.9 ? say['sure.high'] : guess.certainty >= screen.threshold ? say['sure.fair'] : say['sure.low'], percent);
}

/** What is chosen, and whether by the house, with which certainty, or by the operator. */
function fact(list, name, what, value, guess) {
  const data = element('dd');
  data.append(value ? element('strong', value) : element('span', say.none, 'near'), ' ');
  const own = String(choice[what]) !== String(screen.shown.proposal[what]);
  data.append(element('span', own ? say.chosen : guess && (guess.value === choice[what] || !value) ? certainty(guess) : '', 'mute'));
  list.append(element('dt', name), data);
}

function missing() {
  if (choice.ask === 'scope') return 'scope';
  if (!choice.category) return 'topic';
  return choice.lead ? null : 'unit';
}

function paintChoice() {
  const guess = screen.shown.suggestion;
  const ask = missing();
  const lead = unitOf(choice.lead);
  const sentence = ask ? say[`asks.${ask}`] : fill(say.sends, lead?.name ?? choice.lead);
  $('sends').replaceChildren(element('kbd', say.enter), ' ', element('strong', sentence));
  $('sends').classList.toggle('asks', Boolean(ask));
  const list = $('choice');
  list.replaceChildren();
  fact(list, say.topic, 'category', topicOf(choice.category)?.path ?? choice.category, guess?.category);
  fact(list, say.unit, 'lead', lead?.name ?? choice.lead, guess?.unit);
  if (choice.assisting.length) fact(list, say.assisting, 'assisting', choice.assisting.map(code => unitOf(code)?.name ?? code).join('、'), null);
  fact(list, say.kind, 'kind', word('kind', choice.kind), guess?.kind);
  fact(list, say.urgency, 'urgency', word('urgency', choice.urgency), guess?.urgency);
}

function paintWarnings() {
  const guess = screen.shown.suggestion;
  $('warnings').replaceChildren(...(guess?.warnings ?? []).map(code => {
    const item = element('li', undefined, `bench-warning ${code}`);
    item.append(element('strong', word('warning', code)), ' ', say[`warning.${code}`]);
    if (code === 'out-of-scope' && guess.scope) item.append(' ', element('em', word('reason', guess.scope)));
    return item;
  }));
}

function paintWhy() {
  const guess = screen.shown.suggestion;
  const place = $('why');
  place.replaceChildren();
  if (!guess) return place.append(element('p', say.nosuggestion, 'mute'));
  const words = guess.category?.reasons ?? [];
  if (words.length) place.append(element('p', `${say.why} ${words.slice(0, 6).join('、')}`));
  const clause = topicOf(choice.category)?.clause ?? (guess.unit?.value === choice.lead ? guess.unit?.reasons[0] : null);
  if (clause) place.append(element('p', fill(say.clause, clause), 'mute'));
}

function paintSimilar() {
  const similar = screen.shown.similar;
  $('similar').replaceChildren(...(similar.length ? similar.map((like, at) => {
    const item = element('li');
    const link = element('a', like.number);
    link.href = `/petitions/${like.number}`;
    link.target = '_blank';
    link.rel = 'noopener';
    item.append(element('kbd', String(at + 1)), ' ', like.beginning, ' ', link, ' ',
      element('span', [like.matter ? fill(say.matter, like.matter) : like.open ? say.open : say.over, `${Math.round(like.certainty * 100)}%`, like.reasons.slice(0, 3).join('、')].join(' · '), 'mute'));
    return item;
  }) : [element('li', say['similar.none'], 'mute')]));
}

function paintFacts(waiting) {
  const facts = [fill(say.received, new Date(waiting.receivedAt).toLocaleString(document.documentElement.lang))];
  if (waiting.address) facts.push(fill(say.address, waiting.address));
  if (waiting.attachments) facts.push(fill(say.attachments, waiting.attachments));
  if (waiting.hidden) facts.push(say.hidden);
  $('facts').replaceChildren(...facts.map(one => element('li', one)));
}

function paintShown(told) {
  const waiting = screen.shown;
  main.classList.toggle('nothing', !waiting);
  main.classList.toggle('danger', Boolean(waiting?.life));
  if (!waiting) {
    $('gist').textContent = screen.waiting > 0 ? say.others : say.empty;
    for (const id of ['promise', 'channel', 'sheet', 'text', 'facts', 'sends', 'warnings', 'choice', 'why', 'similar']) $(id).replaceChildren();
  } else {
    marked($('gist'), waiting.gist);
    $('channel').textContent = word('channel', waiting.channel);
    $('sheet').textContent = waiting.number;
    $('sheet').href = `/petitions/${waiting.number}`;
    highlighted($('text'), waiting.title ? `${waiting.title}\n${waiting.text}` : waiting.text, waiting.suggestion?.category?.reasons ?? []);
    paintFacts(waiting);
    paintWarnings();
    paintChoice();
    paintWhy();
    paintSimilar();
  }
  $('status').textContent = told ?? '';
  $('gist').focus({preventScroll: true});
}

function paint(answer, told) {
  const before = screen?.shown?.number;
  screen = answer;
  ahead = Date.parse(answer.now) - Date.now();
  if (answer.shown && answer.shown.number !== before) {
    choice = {...answer.shown.proposal};
    $('text').scrollTop = 0;
  }
  if (answer.done) {
    done = answer.done;
    draft = null;
    $('undo').hidden = false;
    told = fill(say.done, `${word('action', done.action)} ${sentTo}`.trim(), done.number);
  }
  paintShown(told);
  paintQueue();
  tick();
}

// Choosing

let picking = null;

/** Whatever a person types of an option: initials, code, part of the name; the smaller, the better it fits. */
function fit(option, typed) {
  let best = Infinity;
  for (const [weight, words] of [[0, option.initials], [0, [option.value.toLowerCase()]], [1, [option.label.toLowerCase()]], [2, [option.hint ?? '']]]) {
    for (const one of words) {
      const at = one.indexOf(typed);
      if (at >= 0) best = Math.min(best, one === typed ? weight - 1 : weight * 50 + at);
    }
  }
  return best;
}

function found(typed) {
  if (!typed) return picking.options.slice(0, LINES);
  return picking.options
    .map(option => [fit(option, typed), option])
    .filter(([rank]) => rank < Infinity)
    .sort(([one], [other]) => one - other)
    .slice(0, LINES)
    .map(([, option]) => option);
}

function mark(step) {
  const all = [...$('pick-list').children];
  const now = all.findIndex(item => item.getAttribute('aria-selected') === 'true');
  const next = Math.min(Math.max(now + step, 0), all.length - 1);
  all.forEach((item, at) => item.setAttribute('aria-selected', String(at === next)));
  $('pick-q').setAttribute('aria-activedescendant', all[next]?.id ?? '');
  all[next]?.scrollIntoView({block: 'nearest'});
}

function filter() {
  picking.found = found($('pick-q').value.trim().toLowerCase());
  $('pick-list').replaceChildren(...picking.found.map((option, at) => {
    const item = element('li');
    item.id = `bench-option-${at}`;
    item.setAttribute('role', 'option');
    item.append(element('span', option.label), ' ', element('span', option.hint ?? '', 'mute'));
    item.addEventListener('click', () => choose(option));
    return item;
  }));
  $('pick-none').hidden = picking.found.length > 0;
  mark(1);
}

function pick(title, options, taken) {
  picking = {options, taken, found: []};
  $('pick-title').textContent = title;
  $('pick-q').value = '';
  filter();
  $('pick').showModal();
  $('pick-q').focus();
}

function choose(option) {
  const {taken} = picking;
  $('pick').close();
  $('gist').focus({preventScroll: true});
  taken(option.value);
}

$('pick-q').addEventListener('input', filter);
$('pick-q').addEventListener('keydown', event => {
  if (event.isComposing) return;
  if (event.key === 'ArrowDown') mark(1);
  else if (event.key === 'ArrowUp') mark(-1);
  else if (event.key === 'Enter') {
    const at = [...$('pick-list').children].findIndex(item => item.getAttribute('aria-selected') === 'true');
    if (at >= 0) choose(picking.found[at]);
  } else return;
  event.preventDefault();
});

const named = one => ({value: one.code, label: one.name, hint: one.path === one.name ? one.code : `${one.path} ${one.code}`, initials: one.initials});

/** A short list: its numbers are its initials. */
const numbered = list => Object.entries(choices.words[list] ?? {}).map(([value, label], at) => ({value, label: `${at + 1} ${label}`, initials: [String(at + 1)]}));

function changed(what) {
  // Who has chosen a topic or a unit has seen the warning and accepts all the same; other facts say nothing of it.
  Object.assign(choice, what, 'category' in what || 'lead' in what ? {ask: null} : {});
  unsure = false;
  warn('');
  paintChoice();
  paintWhy();
  $('status').textContent = $('sends').textContent;
}

/** A topic leads to its unit; a unit that the operator has chosen himself before stays only until then. */
function chooseTopic(code) {
  const topic = topicOf(code);
  const guess = screen.shown.suggestion;
  const same = guess?.category?.value === code && guess.unit;
  changed({category: code, lead: same ? guess.unit.value : topic?.unit ?? null, assisting: same ? guess.assisting : topic?.assisting ?? []});
}

// Writing

let writing = null;

/** What was typed of a petition and is not committed yet. */
let draft = null;

async function templates(kind, mine) {
  const place = $('write-template');
  place.replaceChildren(element('option', ''));
  $('write-templates').hidden = true;
  const query = new URLSearchParams({kind, usable: true, size: 200, ...(choice.category ? {category: choice.category} : {})});
  try {
    const answer = await fetch(`/api/answers?${query}`, {headers: {Accept: 'application/json'}});
    const found = answer.ok ? (await answer.json()).items ?? [] : [];
    // Whoever has left meanwhile may write something else by now.
    if (writing !== mine) return;
    const items = found.sort((one, other) => Boolean(other.category) - Boolean(one.category));
    items.forEach(item => {
      const option = element('option', item.title);
      option.value = item.text.replaceAll('{number}', screen.shown.number).replaceAll('{unit}', unitOf(choice.lead)?.name ?? '{unit}');
      option.dataset.reason = item.reason ?? '';
      place.append(option);
    });
    $('write-templates').hidden = items.length === 0;
  } catch {
    // Own words do as well.
  }
}

/** The words that fit the reason stand there already, to be read and changed; what was typed stays. */
function proposeWords() {
  const reason = $('write-reason').value;
  const fitting = reason && [...$('write-template').options].find(option => option.dataset.reason === reason);
  if (writing?.kind !== 'refuse' || !fitting || $('write-text').value !== writing.proposed) return;
  writing.proposed = fitting.value;
  $('write-text').value = fitting.value;
}

async function write(kind, label, answerKind, send) {
  const {number} = screen.shown;
  const mine = {kind, send, number, proposed: ''};
  writing = mine;
  $('write-title').textContent = say[`do.${kind}`];
  $('write-label').textContent = label;
  $('write-error').textContent = '';
  const kept = draft?.number === number && draft.kind === kind ? draft : null;
  $('write-text').value = kept?.text ?? '';
  $('write-text').maxLength = kind === 'answer' ? 20000 : 2000;
  $('write-reasons').hidden = kind !== 'refuse';
  // A reason that nobody has chosen is none.
  $('write-reason').replaceChildren(...[['', say['write.choose']], ...Object.entries(choices.words.reason)].map(([code, name]) => {
    const option = element('option', name);
    option.value = code;
    option.selected = code === (kept?.reason ?? screen.shown.suggestion?.scope ?? '');
    return option;
  }));
  $('write').showModal();
  (kind === 'refuse' ? $('write-reason') : $('write-text')).focus();
  await templates(answerKind, mine);
  if (writing === mine) proposeWords();
}

/** Whatever becomes of it, what was typed is there again when the same is written once more. */
function keep() {
  const text = $('write-text').value;
  if (writing && text !== writing.proposed) draft = {number: writing.number, kind: writing.kind, text, reason: $('write-reason').value};
}

/** The field that lacks something, with what it lacks. */
function unwritten(text) {
  if (writing.kind === 'refuse' && !$('write-reason').value) return ['write-reason', say['write.noreason']];
  return text ? null : ['write-text', say['write.empty']];
}

function sendWritten() {
  const text = $('write-text').value.trim();
  const [field, error] = unwritten(text) ?? [];
  $('write-error').textContent = error ?? '';
  if (field) return $(field).focus();
  const {send} = writing;
  keep();
  $('write').close();
  send(text);
}

$('write-reason').addEventListener('change', proposeWords);
$('write-template').addEventListener('change', () => { $('write-text').value = $('write-template').value; });
$('write-cancel').addEventListener('click', () => $('write').close());
$('write').addEventListener('close', () => {
  if (!$('write').open) writing = null;
});
$('write-text').addEventListener('input', keep);
$('write').querySelector('form').addEventListener('submit', event => {
  event.preventDefault();
  sendWritten();
});
$('write').addEventListener('keydown', event => {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    sendWritten();
  }
});

// Deciding

function decide(action, more) {
  sentTo = unitOf(more.lead)?.name ?? more.to ?? '';
  return post('decide', {petition: screen.shown.number, action, ...more});
}

function sendChosen() {
  if (unsure) return post('open', {});
  const lacking = missing();
  if (lacking === 'scope') return deeds.palette();
  if (lacking) return deeds[lacking]();
  const {kind, category, urgency, lead, assisting} = choice;
  return decide('dispatch', {kind, category, urgency, lead, assisting});
}

function attach() {
  const similar = screen.shown.similar.filter(like => like.open && like.number !== screen.shown.number);
  if (!similar.length) return warn(say.noattach);
  if (!choice.category) return deeds.topic();
  pick(say['do.attach'], similar.map((like, at) => ({value: like.number, label: `${at + 1} ${like.beginning}`, hint: like.number, initials: [String(at + 1)]})),
    to => decide('attach', {kind: choice.kind, category: choice.category, to}));
}

/** Where something speaks against accepting, Enter leads here: to refuse comes first, and nothing sends. */
function offered() {
  const all = [...document.querySelectorAll('[data-do]')].filter(button => button.dataset.do !== 'palette');
  if (missing() !== 'scope') return all;
  const refuses = button => button.dataset.do === 'refuse';
  return [...all.filter(refuses), ...all.filter(button => !refuses(button) && button.dataset.do !== 'send')];
}

const deeds = {
  send: sendChosen,
  topic: () => pick(say['do.topic'], choices.topics.map(named), chooseTopic),
  unit: () => pick(say['do.unit'], choices.units.map(named), lead => changed({lead, assisting: choice.assisting.filter(code => code !== lead)})),
  assisting: () => pick(say['do.assisting'], choices.units.filter(unit => unit.code !== choice.lead).map(named),
    code => changed({assisting: choice.assisting.includes(code) ? choice.assisting.filter(one => one !== code) : [...choice.assisting, code]})),
  kind: () => pick(say['do.kind'], numbered('kind'), kind => changed({kind})),
  urgency: () => pick(say['do.urgency'], numbered('urgency'), urgency => changed({urgency})),
  refuse: () => write('refuse', say['write.refuse'], 'refusal', note => decide('refuse', {reason: $('write-reason').value, note})),
  answer: () => choice.category
    ? write('answer', say['write.answer'], 'knowledge', publicAnswer => decide('answer', {kind: choice.kind, category: choice.category, publicAnswer}))
    : deeds.topic(),
  ask: () => write('ask', say['write.ask'], 'ask-back', question => decide('ask', {question})),
  attach,
  skip: () => post('put-off', {petition: screen.shown.number}, say.putoff),
  palette: () => pick(say['do.palette'], offered().map(button => ({value: button.dataset.do, label: button.dataset.keyLabel, hint: button.dataset.key, initials: [button.dataset.key]})), act),
};

function act(name) {
  if (busy || !screen) return;
  if (screen.shown) deeds[name]();
  else if (unsure) post('open', {});
}

document.querySelectorAll('[data-do]').forEach(button => button.addEventListener('click', () => act(button.dataset.do)));
$('life-go').addEventListener('click', () => {
  const {number} = $('life-go').dataset;
  if (number) post('open', {petition: number});
});
$('undo-go').addEventListener('click', async () => {
  if (!done || busy) return;
  const taken = done;
  forgetUndo();
  if (await post('undo', {decision: taken.decision}, say.undone) || done) return;
  // Its seconds may not be over.
  done = taken;
  $('undo').hidden = false;
  tick();
});

document.addEventListener('keydown', event => {
  if (event.isComposing || document.querySelector('dialog[open]')) return;
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
    event.preventDefault();
    return act('palette');
  }
  const own = event.target.closest('a, button, summary, input, textarea, select');
  if (event.key !== 'Enter' || event.repeat || own || event.ctrlKey || event.altKey || event.metaKey) return;
  event.preventDefault();
  act('send');
});

async function begin() {
  try {
    const answer = await fetch('/api/bench/choices', {headers: {'Accept-Language': document.documentElement.lang}});
    if (answer.ok) choices = await answer.json();
  } catch {
    // What is missing shows as its code; the next call tells of the line.
  }
  await post('open', {});
  screen ??= {shown: null, queue: [], waiting: 0};
  setInterval(beat, BEAT);
  setInterval(tick, 1000);
  beat();
}

begin();
