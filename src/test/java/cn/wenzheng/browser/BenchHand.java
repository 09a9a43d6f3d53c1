package cn.wenzheng.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;

/**
 * A hand at the bench: presses real keys and lets the page count what it felt.
 *
 * <p>The page measures itself from a key to the next picture, and from the key that decides to the next petition's words.
 */
final class BenchHand {

    private static final LocatorAssertions.HasTextOptions PATIENT =
            new LocatorAssertions.HasTextOptions().setTimeout(30_000);

    /** As many letters as anybody types before he looks for a line by the arrow keys. */
    private static final int TYPED = 8;

    private static final String WATCH = """
            () => {
              window.felt = {keys: 0, pointer: 0, paints: [], next: []};
              let pressed = 0;
              addEventListener('keydown', event => {
                if (['Shift', 'Control'].includes(event.key)) return;
                felt.keys += 1;
                pressed = performance.now();
                const began = pressed;
                requestAnimationFrame(() => setTimeout(() => felt.paints.push(performance.now() - began)));
              }, true);
              for (const sign of ['pointermove', 'pointerdown']) addEventListener(sign, () => { felt.pointer += 1; }, true);
              new MutationObserver(() => requestAnimationFrame(() => setTimeout(() => felt.next.push(performance.now() - pressed))))
                .observe(document.getElementById('bench-sheet'), {childList: true});
            }""";

    private final Page page;

    BenchHand(Page page) {
        this.page = page;
        page.evaluate(WATCH);
    }

    void press(String key) {
        page.keyboard().press(key);
    }

    int keys() {
        return (Integer) page.evaluate("felt.keys");
    }

    int pointer() {
        return (Integer) page.evaluate("felt.pointer");
    }

    /** Milliseconds from each key to the next picture, or from each decision to the next petition. */
    double[] times(String what) {
        return ((java.util.List<?>) page.evaluate("felt." + what))
                .stream().mapToDouble(time -> ((Number) time).doubleValue()).toArray();
    }

    String number() {
        return page.locator("#bench-sheet").innerText();
    }

    /** Enter on what stands there; waits until another petition, or none, is there. */
    void sends() {
        String before = number();
        press("Enter");
        assertThat(page.locator("#bench-sheet")).not().hasText(before, PATIENT);
    }

    /** Types as much of a topic or a unit as brings it to the top, and takes it. */
    void picks(String key, String code) {
        String initials = (String) page.evaluate(
                "code => [...choices.units, ...choices.topics].find(one => one.code === code).initials[0]", code);
        int from = key.equals("d") ? withoutCity(initials) : 0;
        press(key);
        for (int at = from; at < Math.min(initials.length(), from + TYPED) && !stands(code); at++) {
            press(String.valueOf(initials.charAt(at)));
        }
        for (int line = 0; line < 12 && !stands(code); line++) {
            press("ArrowDown");
        }
        press("Enter");
    }

    /** Nobody types the name of his own city. */
    private static int withoutCity(String initials) {
        return initials.startsWith("yzs") ? 3 : 0;
    }

    private boolean stands(String code) {
        return (Boolean) page.evaluate(
                "code => picking.found[[...document.querySelectorAll('#bench-pick-list li')]"
                        + ".findIndex(item => item.getAttribute('aria-selected') === 'true')]?.value === code",
                code);
    }

    String chosen(String what) {
        return String.valueOf(page.evaluate("what => choice[what]", what));
    }

    /** True when Enter would send. */
    boolean isReady() {
        return (Boolean) page.evaluate("missing() === null");
    }
}
