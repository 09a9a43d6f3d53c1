package cn.wenzheng.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/** A citizen with a phone. */
class CitizenBrowserTest extends BrowserTest {

    @Test
    void filesAPetitionAndFollowsItOnAPhone() {
        Window phone = open(Window::phone).at("/");
        Page page = phone.page();
        page.getByLabel("您的诉求").fill(WORDS);
        page.getByLabel("怎么称呼您").fill("王小明");
        phone.picture("portal-phone");
        press(page, "提交诉求");

        // The receipt says number and code; the link carries them behind the #, which no server gets to see.
        String number = page.locator("#number").innerText();
        String code = page.locator("#code").innerText();
        assertThat(number).matches("WZ-\\d{8}-\\d{6}");
        phone.picture("receipt-phone");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("查看进度"))
                .click();
        assertThat(page.locator("h1")).hasText("待受理");
        assertThat(page.locator(".words")).hasText(WORDS);
        assertThat(page.url()).doesNotContain(code);
        phone.picture("track-phone");
        assertNothingFailed(phone);
    }

    @Test
    void needsNoScript() {
        Page page = open(Window::phoneWithoutScript).at("/").page();
        page.getByLabel("您的诉求").fill(WORDS);
        press(page, "提交诉求");
        String number = page.locator("#number").innerText();
        String code = page.locator("#code").innerText();
        open(Window::phoneWithoutScript).at("/track");
        page.navigate(stranger.address() + "/track");
        page.getByLabel("诉求编号").fill(number);
        page.getByLabel("查询码").fill(code);
        press(page, "查询");
        assertThat(page.locator("h1")).hasText("待受理");
    }

    @Test
    void isToldWhatIsMissingAndLosesNothing() {
        Page page = open(Window::phone).at("/").page();
        page.getByLabel("联系电话").fill("不是电话");
        page.getByLabel("您的诉求").fill(WORDS);
        press(page, "提交诉求");
        assertThat(page.locator("#phone-error")).isVisible();
        assertThat(page.getByLabel("您的诉求")).hasValue(WORDS);
    }

    private static void press(Page page, String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }
}
