package cn.wenzheng.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An answer that cannot be delivered is seen, opened and settled by an operator. */
class DeliveryBrowserTest extends BrowserTest {

    @Autowired
    private JdbcClient jdbc;

    @Test
    void anOperatorTellsACitizenByHandAndSaysSo() {
        String number = files().number();
        jdbc.sql("UPDATE petition SET channel = 'WECHAT' WHERE number = ?")
                .param(number)
                .update();
        operator.accepts(number).ok();
        await().until(() -> jdbc.sql("SELECT state FROM outbound_reply WHERE petition = ?")
                .param(number)
                .query(String.class)
                .single()
                .equals("TO_REDIRECT"));
        Window window = open(Window::desk).loggedInAs("operator").at("/deliveries");
        Page page = window.page();
        window.picture("deliveries");
        page.locator("tr:has-text('" + number + "') a.state").click();
        assertThat(page.locator(".first-line")).containsText("首次答复");
        assertThat(page.locator(".words").first()).containsText("已经受理");
        window.picture("delivery");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        page.setViewportSize(390, 844);
        window.picture("delivery-phone-dark");
        page.getByLabel("已人工告知").check();
        page.locator("button.main", new Page.LocatorOptions().setHasText("确定")).click();
        assertThat(page.locator(".first-line .state").first()).hasText("已人工告知");
        assertThat(page.locator(".timeline")).containsText("已人工告知");
        window.at("/petitions/" + number);
        assertThat(page.locator("section[aria-label='送达']")).containsText("已人工告知");
        window.at("/deliveries?group=sent");
        assertThat(page.locator("tbody")).containsText(number);
        window.picture("deliveries-phone-dark");
        assertNothingFailed(window);
    }
}
