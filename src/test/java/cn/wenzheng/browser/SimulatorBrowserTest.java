package cn.wenzheng.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;

/** Whoever runs the demo city speaks as a citizen in a browser and makes the platform behave. */
class SimulatorBrowserTest extends BrowserTest {

    @Test
    void aCitizenSpeaksAndThePlatformIsMadeSlow() {
        Window window = open(Window::desk).loggedInAs("admin").at("/demo/simulator");
        Page page = window.page();
        page.locator("#user").fill("xiaowang");
        page.locator("#kind").selectOption("mention");
        page.locator("#text").fill("新华街的路灯坏了三天，晚上很黑。");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("发出"))
                .click();
        assertThat(page.locator("#heard")).containsText("新华街的路灯坏了三天");
        assertThat(page.locator("#heard")).containsText("xiaowang");
        page.locator("input[name=delay]").first().fill("PT1S");
        page.locator("form:has(input[type=text][name=delay]) button").click();
        assertThat(page.locator("tr:has(code:text-is('delay'))")).containsText("恢复平常");
        window.picture("simulator");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        window.picture("simulator-dark");
        assertNothingFailed(window);
    }

    @Test
    void thePageFitsAPhone() {
        Window window = open(Window::phone).loggedInAs("admin").at("/demo/simulator?channel=wechat");
        assertThat(window.page().locator("h1")).hasText("模拟平台");
        window.picture("simulator-phone");
        assertNothingFailed(window);
    }
}
