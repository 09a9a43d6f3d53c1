// What is shown but not changed: the server refuses it, so nothing offers it.

/** Keeps what the selector finds from being clicked, pressed or pasted into. */
export function keepAsShown(selector) {
  const still = event => {
    if (event.key === 'Tab' || !event.target.closest?.(selector)) return;
    event.stopPropagation();
    event.preventDefault();
  };
  ['click', 'keydown', 'paste'].forEach(act => document.addEventListener(act, still, true));
}
