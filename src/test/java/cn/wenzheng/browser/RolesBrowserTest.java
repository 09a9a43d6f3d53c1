package cn.wenzheng.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The first minute of everybody's day: the start page with its figures, and the next thing to do. */
class RolesBrowserTest extends BrowserTest {

    private static boolean happened;

    @ParameterizedTest
    @CsvSource({
        "operator, 等我办理, /camunda/app/tasklist/",
        "dispatcher, 等我办理, /camunda/app/tasklist/",
        "0106, 等我办理, /camunda/app/tasklist/",
        "0106-head, 督办单, /camunda/app/tasklist/",
        "reviewer, 等我办理, /camunda/app/tasklist/",
        "supervisor, 督办单, /camunda/app/tasklist/",
        "assessor, 近 7 天的考核事实, /petitions/WZ-",
        "publicity, 昨天以来发出的答复, /petitions/WZ-",
        "auditor, 昨天以来被拒绝的操作, /audit"
    })
    void everyRoleSeesWhatWaitsAndArrivesAtTheNextThing(String account, String block, String arrival) {
        everythingHasHappened();
        Window window = open(Window::desk).loggedInAs(account);
        Page page = window.page();
        assertThat(heading(page, block)).isVisible();
        assertThat(page.locator("a.figure").first()).isVisible();
        assertThat(page.locator("nav.wide a[aria-current=page]")).hasText("工作台");
        window.picture("start-" + account);

        page.locator("a.button.main").click();

        page.waitForURL(Pattern.compile(".*" + Pattern.quote(arrival) + ".*"));
        assertNothingFailed(window);
    }

    @Test
    void theAdministratorSeesTheCityAndWhatHasFailed() {
        Window window = open(Window::desk).loggedInAs("admin");
        Page page = window.page();
        assertThat(heading(page, "没有执行成功的步骤")).isVisible();
        window.picture("start-admin");
        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("在岗人员").setExact(true))
                .click();
        assertThat(page.locator("h1")).hasText("在岗人员");
        assertThat(page.locator(".items tr")).hasCount(50);
        assertNothingFailed(window);
    }

    @Test
    void theKeyboardAloneLeadsToAPlaceAndBack() {
        Page page = open(Window::desk).loggedInAs("supervisor").page();
        page.keyboard().press("Tab");
        assertThat(page.locator("a.skip")).isFocused();
        page.keyboard().press("4");
        assertThat(page.locator("h1")).hasText("督办");
        page.waitForLoadState();
        page.keyboard().press("1");
        assertThat(page.locator("h1")).containsText("您好");
        page.locator(".menu.account summary").press("Enter");
        assertThat(page.getByText("我的账号")).isVisible();
        page.keyboard().press("Escape");
        assertThat(page.getByText("我的账号")).isHidden();
        assertThat(page.locator(".menu.account summary")).isFocused();
    }

    @Test
    void aPhoneShowsThePlacesUnderOneWord() {
        Window phone = open(Window::phone).loggedInAs("supervisor");
        Page page = phone.page();
        Locator places = page.locator(".menu.narrow nav");
        assertThat(places).isHidden();
        page.getByText("菜单").click();
        assertThat(places).isVisible();
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .isEqualTo(390);
        phone.picture("start-phone-menu");
        places.getByText("督办").click();
        assertThat(page.locator("h1")).hasText("督办");
    }

    /** Once for all roles: over its limit, answered and reviewed, filed and assigned, and one attempt refused. */
    private void everythingHasHappened() {
        if (happened) {
            return;
        }
        happened = true;
        passUntilOverdue(clerk(LIGHTING), filedAndAssigned(LIGHTING).number());
        String answered = filedAndAssigned(LIGHTING).number();
        clerk(LIGHTING).answers(answered, INTERNAL, ANSWER).ok();
        reviewer.passes(answered).ok();
        String atReview = filedAndAssigned(LIGHTING).number();
        clerk(LIGHTING).answers(atReview, INTERNAL, ANSWER).ok();
        String accepted = files().number();
        operator.accepts(accepted).ok();
        filedAndAssigned(LIGHTING);
        files();
        assertThat(reviewer.accepts(accepted).status()).isEqualTo(403);
    }

    private static Locator heading(Page page, String words) {
        return page.locator("h2", new Page.LocatorOptions().setHasText(words)).first();
    }
}
