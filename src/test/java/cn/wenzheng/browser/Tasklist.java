package cn.wenzheng.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Camunda's Tasklist, as a person finds his way in it. */
final class Tasklist {

    private static final Pattern FILTERED = Pattern.compile("/filter/[^/]+/list");
    private static final Pattern NUMBER = Pattern.compile("WZ-\\d{8}-\\d{6}");

    private final Window window;
    private final Page page;

    Tasklist(Window window) {
        this.window = window.at("/camunda/app/tasklist/default/");
        this.page = window.page();
    }

    Window window() {
        return window;
    }

    /** Turns to the filter and waits until its own tasks are there, not those of the filter before. */
    Tasklist filter(String name) {
        Locator active = page.locator(".task-filter.active");
        assertThat(active).isVisible();
        if (!active.innerText().contains(name)) {
            page.waitForResponse(
                    answer -> FILTERED.matcher(answer.url()).find(),
                    () -> page.locator(".task-filters").getByText(name).first().click());
        }
        assertThat(active).containsText(name);
        return this;
    }

    Locator tasks() {
        return page.locator(".tasks-list li.task");
    }

    /** Opens the petition's task by its card, on whatever page of the list it stands. */
    Tasklist open(String number) {
        Locator card = tasks().filter(new Locator.FilterOptions().setHasText(number));
        Locator next = page.locator("li.pagination-next:not(.disabled) a");
        while (!isListed(card)) {
            String turned = numberOf(tasks().first());
            next.first().click();
            assertThat(tasks().first()).not().containsText(turned);
        }
        card.first().click();
        assertThat(caseSheet().locator("body")).containsText(number);
        return this;
    }

    /** The cards come first and their numbers a moment later, all at once. */
    private boolean isListed(Locator card) {
        assertThat(tasks().first()).containsText(NUMBER);
        assertThat(tasks().last()).containsText(NUMBER);
        return card.count() > 0;
    }

    private static String numberOf(Locator card) {
        return NUMBER.matcher(card.innerText())
                .results()
                .map(MatchResult::group)
                .findFirst()
                .orElseThrow();
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
