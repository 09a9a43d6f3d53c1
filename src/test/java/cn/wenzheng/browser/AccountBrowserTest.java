package cn.wenzheng.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wenzheng.city.Caller;
import cn.wenzheng.organization.OrganizationDesk;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Somebody's first login, and his own account afterwards. */
class AccountBrowserTest extends BrowserTest {

    private static final String CHOSEN = "Zhongxin-Tram-4711";

    @Autowired
    private Clock now;

    @Autowired
    private OrganizationDesk organization;

    @Test
    void aNewcomerChoosesHisPasswordOnAPhoneWithoutScriptAndGoesToWork() {
        String temporary = engages("xin1");
        Window phone = open(Window::phoneWithoutScript).at("/login");
        Page page = phone.page();
        page.getByLabel("账号").fill("xin1");
        page.getByLabel("密码").fill(temporary);
        button(page, "登录");
        assertThat(page).hasURL(stranger.address() + "/account");
        phone.picture("account-first-phone");

        fill(page, temporary, "short", "short");
        assertThat(page.locator("#new-error")).containsText("至少要有 12 个字符");
        assertThat(page.locator("#old")).hasValue("");
        phone.picture("account-refused-phone");

        fill(page, temporary, CHOSEN, CHOSEN);
        assertThat(page.locator("main .notice.good")).containsText("密码已修改");
        page.getByText("去工作台").click();
        assertThat(page).hasURL(stranger.address() + "/work");
    }

    @Test
    void thePageOfTheOwnAccountShowsWhoStandsIn() {
        String today = LocalDate.now(now).toString();
        clerk("admin")
                .caller()
                .post("/api/admin/people/0107/absences", Map.of("deputy", "0107-head", "from", today, "to", today))
                .ok();
        Window window = open(Window::desk).loggedInAs("0107");
        Page page = window.page();
        page.locator(".account summary").click();
        page.getByText("我的账号").click();

        String head = organization.person("0107-head").orElseThrow().name();
        assertThat(page.locator("main li")).containsText("由" + head + "代理");
        window.picture("account");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        window.picture("account-dark");
        page.locator("[data-language]").click();
        assertThat(page.locator("h1")).hasText("My account");
        window.picture("account-english");
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .isTrue();
        assertNothingFailed(window);
    }

    private String engages(String account) {
        Caller admin = clerk("admin").caller();
        return admin.post(
                        "/api/admin/people",
                        Map.of("id", account, "name", "辛一", "unit", LIGHTING, "roles", List.of("handler")))
                .ok()
                .path("value")
                .asText();
    }

    private static void fill(Page page, String old, String chosen, String again) {
        page.locator("#old").fill(old);
        page.locator("#new").fill(chosen);
        page.locator("#again").fill(again);
        button(page, "修改密码");
    }

    private static void button(Page page, String words) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(words))
                .click();
    }
}
