package cn.wenzheng.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;

/** Camunda's Tasklist, as a person finds his way in it. */
final class Tasklist {

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

    /** Opens the petition's task; each task's case sheet is looked at until it is the right one. */
    Tasklist open(String taskId) {
        String filter = page.url().replaceAll("&task=[^&]*", "");
        page.navigate(filter + "&task=" + taskId);
        assertThat(page.locator(".task-details h2.task")).isVisible();
        return this;
    }

    FrameLocator caseSheet() {
        return page.frameLocator("iframe.wenzheng-sheet");
    }

    Tasklist claim() {
        page.locator(".task-details button.claim").click();
        assertThat(form().locator("input, textarea").first()).isEnabled();
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

    /** One of many answers, found by typing. */
    Tasklist pick(String question, String answer) {
        Locator field = field(question);
        field.locator(".fjs-input-group").click();
        field.locator("input").pressSequentially(answer);
        field.locator(".fjs-dropdownlist-item").first().click();
        return this;
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

    /** Presses 完成 and waits until Tasklist says that the task is done. */
    void done() {
        complete();
        assertThat(page.locator(".notifications")).containsText("任务已完成");
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
