// Unread notices in Tasklist's bar: the same figure as in the head of the product's own pages.
import {say} from './language.js';

const PAUSE = 4000;

const text = unread => unread === 0 ? '' : unread > 99 ? '99+' : String(unread);

/** Asks while somebody looks; an ended session is not asked again, a server that is away for a moment is. */
class Figure {
  #figure = document.createElement('span');
  #said = document.createElement('span');
  #shown = 0;
  #timer = setInterval(() => this.#ask(), PAUSE);

  constructor(node) {
    const link = document.createElement('a');
    link.href = '/notices';
    link.append(say('通知', 'Notices'), ' ', this.#figure);
    this.#figure.className = 'wenzheng-count';
    this.#said.className = 'sr-only';
    this.#said.setAttribute('role', 'status');
    node.className = 'wenzheng-notices';
    node.append(link, this.#said);
    this.#ask();
  }

  async #ask() {
    if (document.visibilityState !== 'visible') return;
    try {
      const answer = await fetch('/api/notices/unread', {credentials: 'same-origin', cache: 'no-store'});
      if (answer.status === 401) this.stop();
      else if (answer.ok) this.#show((await answer.json()).unread);
    } catch {
      // Asked again in a moment.
    }
  }

  #show(unread) {
    this.#figure.textContent = text(unread);
    if (unread > this.#shown) this.#said.textContent = say(`您有 ${text(unread)} 条通知没有看`, `You have ${text(unread)} unread notices`);
    this.#shown = unread;
  }

  stop() {
    clearInterval(this.#timer);
  }
}

let figure;

export const notices = {
  id: 'wenzheng-notices',
  pluginPoint: 'tasklist.navbar.action',
  priority: 400,
  render: node => {
    figure = new Figure(node);
  },
  unmount: () => figure.stop()
};
