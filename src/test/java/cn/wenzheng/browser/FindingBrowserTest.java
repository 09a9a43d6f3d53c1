package cn.wenzheng.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** An operator among petitions: finds, keeps the list, takes it along, reads one after the other, prints. */
class FindingBrowserTest extends BrowserTest {

    @Test
    void anOperatorFindsKeepsAndTakesAList() {
        files();
        Window window = open(Window::desk).loggedInAs("operator");
        Page page = window.at("/petitions").page();
        page.keyboard().press("/");
        page.keyboard().type("路灯 新华");
        page.keyboard().press("Enter");
        assertThat(page.locator("tbody tr").first()).containsText("路灯不亮");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("时限").setExact(true))
                .click();
        assertThat(page.locator("th[aria-sort=ascending]")).hasText("时限");
        assertThat(page.locator("#q")).hasValue("路灯 新华");
        page.waitForLoadState();
        page.keyboard().press("v");
        page.getByLabel("视图名称").fill("新华街路灯");
        page.keyboard().press("Enter");
        assertThat(page.locator(".chips .own a[aria-current]")).hasText("新华街路灯");
        window.picture("petitions");
        Download file = page.waitForDownload(() -> page.getByText("CSV 文件").click());
        assertThat(file.suggestedFilename()).startsWith("诉求清单").endsWith(".csv");
        page.getByLabel("删除视图“新华街路灯”").click();
        assertThat(page.locator(".chips .own")).hasCount(0);
        assertThat(window.complaints()).isEmpty();
    }

    @Test
    void readsOnFromOnePetitionToTheNextAndBackToTheList() {
        String first = files().number();
        String second = files().number();
        Window window = open(Window::desk).loggedInAs("operator");
        Page page = window.at("/petitions?q=%E8%B7%AF%E7%81%AF&channel=portal").page();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(second))
                .click();
        assertThat(page).hasTitle(Pattern.compile(second + ".*"));
        page.waitForLoadState();
        page.keyboard().press("n");
        assertThat(page).hasTitle(Pattern.compile(first + ".*"));
        page.waitForLoadState();
        page.evaluate("window.print = () => document.body.dataset.printed = 'yes'");
        window.picture("case-sheet");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("打印"))
                .click();
        assertThat(page.locator("body[data-printed=yes]")).isAttached();
        page.keyboard().press("p");
        assertThat(page).hasTitle(Pattern.compile(second + ".*"));
        page.waitForLoadState();
        page.keyboard().press("Escape");
        assertThat(page.locator("#q")).hasValue("路灯");
        assertThat(window.complaints()).isEmpty();
    }

    @Test
    void theListNeedsNoScrollingSideways() {
        files();
        for (Window window : new Window[] {open(Window::desk), open(Window::phone)}) {
            Page page = window.loggedInAs("operator").at("/petitions").page();
            assertThat((Boolean) page.evaluate(
                            "document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                    .isTrue();
            window.picture("petitions-" + page.viewportSize().width);
        }
    }
}
