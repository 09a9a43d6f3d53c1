// The petition's words above the form: a page of the product's own, as tall as what it says.
import {say} from './language.js';

/** Follows the height of the page inside; the body is measured, for the document is never lower than its frame. */
function followHeight(frame) {
  const fit = () => {
    const body = frame.contentDocument?.body;
    if (body) frame.style.height = `${Math.ceil(body.getBoundingClientRect().bottom + frame.contentWindow.scrollY)}px`;
  };
  const watcher = new ResizeObserver(fit);
  frame.addEventListener('load', () => {
    watcher.disconnect();
    watcher.observe(frame.contentDocument.body);
    fit();
  });
  return () => watcher.disconnect();
}

/** A frame with the task's case sheet; each one that is made is a view that the server notes. */
export function caseSheet(task) {
  const frame = document.createElement('iframe');
  frame.className = 'wenzheng-sheet';
  frame.title = say('诉求单', 'Case sheet');
  frame.src = `/tasks/${encodeURIComponent(task)}/sheet`;
  const release = followHeight(frame);
  return {
    element: frame,
    remove() {
      release();
      frame.remove();
    }
  };
}
