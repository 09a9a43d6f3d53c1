package cn.wenzheng.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;

/** Camunda's Tasklist, as a person finds his way in it. */
final class Tasklist {

    /** Through the longest list twice, and some more. */
    private static final int MOST_TURNS = 60;

    private final Window window;
    private final Page page;

    Tasklist(Window window) {
        this.window = window.at("/camunda/app/tasklist/default/");
        this.page = window.page();
    }

    Window window() {
        return window;
    }

    Tasklist filter(String name) {
        page.locator(".task-filters").getByText(name).first().click();
        assertThat(page.locator(".task-filter.active")).containsText(name);
        return this;
    }

    Locator tasks() {
        return page.locator(".tasks-list li.task");
    }

    /**
     * Opens the petition's task by its card, on whatever page of the list it stands. The list comes piece by piece, the
     * filter before it first and its numbers last, so that no page is left for good.
     */
    Tasklist open(String number) {
        Locator card = tasks().filter(new Locator.FilterOptions().setHasText(number));
        for (int turned = 0; turned < MOST_TURNS && !comes(card); turned++) {
            turnsThePage();
        }
        card.first().click();
        assertThat(caseSheet().locator("body")).containsText(number);
        return this;
    }

    /** To the next page, behind the last one to the first; a list of one page has none to turn. */
    private void turnsThePage() {
        Locator next = page.locator("li.pagination-next:not(.disabled) a:visible");
        Locator turn = next.count() > 0 ? next : page.locator("li.pagination-page a:visible");
        try {
            if (turn.count() > 0) {
                turn.first().click(new Locator.ClickOptions().setTimeout(1_000));
            }
        } catch (TimeoutError otherListByNow) {
            // Looked at anew.
        }
    }

    private static boolean comes(Locator card) {
        try {
            card.first().waitFor(new Locator.WaitForOptions().setTimeout(1_000));
            return true;
        } catch (TimeoutError notYet) {
            return false;
        }
    }

    FrameLocator caseSheet() {
        return page.frameLocator("iframe.wenzheng-sheet");
    }

    Tasklist claim() {
        page.locator(".task-details button.claim").click();
        assertThat(button("退回待办")).isVisible();
        return this;
    }

    Locator form() {
        return page.locator(".fjs-form");
    }

    Tasklist write(String label, String text) {
        form().getByLabel(label).fill(text);
        return this;
    }

    /** One of several answers that are all to be seen. */
    Tasklist choose(String question, String answer) {
        field(question)
                .getByLabel(answer, new Locator.GetByLabelOptions().setExact(true))
                .check();
        return this;
    }

    /** One of many answers, chosen from a list that opens. */
    Tasklist pick(String question, String answer) {
        field(question).locator(".fjs-input-group").click();
        choice(question, answer).click();
        return this;
    }

    /** One of very many answers, found by typing and taken with the keyboard. */
    Tasklist search(String question, String answer) {
        field(question).locator("input").click();
        page.keyboard().type(answer);
        assertThat(choice(question, answer)).isVisible();
        page.keyboard().press("Enter");
        return this;
    }

    private Locator choice(String question, String answer) {
        return field(question)
                .locator(".fjs-dropdownlist-item", new Locator.LocatorOptions().setHasText(answer))
                .first();
    }

    private Locator field(String question) {
        return form().locator(
                        ".fjs-form-field",
                        new Locator.LocatorOptions()
                                .setHas(page.locator(
                                        "label",
                                        new Page.LocatorOptions()
                                                .setHasText(Pattern.compile("^" + question + "\\*?$")))));
    }

    /** Presses 完成; whether the task is done shows afterwards. */
    Tasklist complete() {
        button("完成").click();
        return this;
    }

    /** Presses 完成 and waits until the task is gone. */
    void done() {
        complete();
        assertThat(page.locator(".task-details .no-task")).isVisible();
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
