package cn.wenzheng.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Two people at two screens: what one does, the other is told of, and nothing moves under anybody's hand. */
class NoticeBrowserTest extends BrowserTest {

    /** The figure is asked for every four seconds. */
    private static final LocatorAssertions.HasTextOptions SOON =
            new LocatorAssertions.HasTextOptions().setTimeout(5_000);

    private static final String REPORT = "线路老化，已更换电缆，今晚恢复照明";

    @Test
    void theHeadSeesASlipAtOnceAndAnswersItAndTheSupervisorSeesTheAnswer() {
        String number = filedAndAssigned(LIGHTING).number();
        nothingIsUnread(LIGHTING + "-head", "supervisor");
        Window head = open(Window::desk).loggedInAs(LIGHTING + "-head").at("/supervision");
        Window supervisor = open(Window::desk).loggedInAs("supervisor").at("/supervision");
        assertThat(figure(head)).hasText("");

        // 1. The limit is missed while both look at their screens: the urging, the warning, the slip.
        passUntilOverdue(clerk(LIGHTING), number);
        assertThat(figure(head)).hasText(Pattern.compile("[2-9]|[1-9]\\d"), SOON);
        assertThat(head.page().locator("#notices-said")).containsText("条通知没有看");

        // 2. The head opens the slip from his notices by the keyboard alone, and answers it.
        head.page().keyboard().press("u");
        assertThat(head.page().getByRole(AriaRole.HEADING).first()).hasText("通知");
        head.picture("notices");
        Locator slip = head.page().locator("tr.unread:has-text('督办单发出'):has-text('" + number + "') a");
        String id = slip.textContent();
        slip.press("Enter");
        assertThat(head.page().getByRole(AriaRole.HEADING).first()).hasText("黄色督办单");
        head.page().getByLabel("落实情况").fill(REPORT);
        head.picture("slip-answer");
        press(head, "提交反馈");
        assertThat(head.page().locator(".timeline")).containsText(REPORT);
        assertThat(head.page().getByLabel("落实情况")).hasCount(0);

        // 3. The supervisor is told, reads the answer and lifts the slip.
        assertThat(figure(supervisor)).hasText(Pattern.compile("[1-9]"), SOON);
        supervisor.at("/notices");
        assertThat(supervisor.page().locator("tr.unread", new Page.LocatorOptions().setHasText("张督办单已反馈待核")))
                .hasCount(1);
        supervisor.picture("notices-supervisor");
        supervisor.at("/supervision/" + id);
        assertThat(supervisor.page().locator(".timeline")).containsText(REPORT);
        supervisor.page().getByLabel("解除督办").check();
        supervisor.page().getByLabel("结论说明").fill("已落实");
        supervisor.picture("slip-examine");
        press(supervisor, "提交结论");
        assertThat(supervisor.page().locator(".first-line .state").first()).hasText("已解除");

        // 4. The head hears how it ended.
        head.at("/notices");
        assertThat(head.page().locator("tr.unread:has-text('督办单解除'):has-text('" + number + "')"))
                .hasCount(1);
        assertNothingFailed(head);
        assertNothingFailed(supervisor);
    }

    @Test
    void thePetitionsOwnPageShowsTheSlipAndLeadsTheHeadToHisAnswer() {
        String number = filedAndAssigned(LIGHTING).number();
        Window head = open(Window::desk).loggedInAs(LIGHTING + "-head").at("/petitions/" + number);
        assertThat(head.page().locator(".slip")).hasCount(0);
        passUntilOverdue(clerk(LIGHTING), number);
        head.at("/petitions/" + number);
        assertThat(head.page().locator(".slip")).containsText("黄色督办单");
        head.picture("sheet-slip");
        head.page().locator(".slip a").click();
        assertThat(head.page().getByLabel("落实情况")).isVisible();

        // Who does the work reads it; the answer is the head's, so no link leads him there.
        Window handler = open(Window::desk).loggedInAs(LIGHTING).at("/petitions/" + number);
        assertThat(handler.page().locator(".slip")).containsText("黄色督办单");
        assertThat(handler.page().locator(".slip a")).hasCount(0);
        Window operator = open(Window::desk).loggedInAs("operator").at("/petitions/" + number);
        assertThat(operator.page().locator(".slip")).hasCount(0);
        assertNothingFailed(head);
    }

    @Test
    void theListIsReadOnAPhoneAndInTheDark() {
        filedAndAssigned(LIGHTING);
        Window phone = open(Window::phone).loggedInAs(LIGHTING).at("/notices");
        assertThat(phone.page().locator("tr.unread").first()).isVisible();
        phone.picture("notices-phone");
        phone.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        phone.picture("notices-phone-dark");
        press(phone, "全部标为已读");
        assertThat(phone.page().locator("tr.unread")).hasCount(0);
        assertThat(figure(phone)).hasText("");
        phone.at("/notices?kind=slip-ruled");
        assertThat(phone.page().locator(".empty")).hasText("没有这一种通知。");
        phone.picture("notices-empty");
        assertNothingFailed(phone);
    }

    @Test
    void twelvePetitionsAreOneLineThatLeadsToTheirList() {
        nothingIsUnread("operator");
        for (int petition = 0; petition < 12; petition++) {
            files();
        }
        Window window = open(Window::desk).loggedInAs("operator").at("/notices");
        Locator line = window.page().getByText("有 12 件新诉求待受理");
        assertThat(line).isVisible();
        assertThat(figure(window)).hasText("12");
        window.picture("notices-bundle");
        line.click();
        assertThat(window.page()).hasURL(Pattern.compile(".*/petitions\\?status=received"));
        assertThat(figure(window)).hasText("");
        assertNothingFailed(window);
    }

    @Test
    void tasklistShowsTheSameFigure() {
        nothingIsUnread(LIGHTING);
        filedAndAssigned(LIGHTING);
        Tasklist tasklist = tasklistOf(LIGHTING);
        Locator link = tasklist.window().page().locator(".wenzheng-notices a");
        assertThat(link.locator(".wenzheng-count")).hasText("1");
        tasklist.window().picture("tasklist-notices");
        filedAndAssigned(LIGHTING);
        assertThat(link.locator(".wenzheng-count")).hasText("2", SOON);
        link.click();
        assertThat(tasklist.window().page().locator("tr.unread")).hasCount(2);
        assertNothingFailed(tasklist.window());
    }

    private static Locator figure(Window window) {
        return window.page().locator("#notices .count");
    }

    private void nothingIsUnread(String... accounts) {
        for (String account : accounts) {
            clerk(account).caller().post("/api/notices/read", Map.of()).ok();
        }
    }

    private static void press(Window window, String button) {
        window.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .click();
    }
}
