package cn.wenzheng.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The duty directory and the prepared answers in a browser: kept by some, read by others. */
class DutyBrowserTest extends BrowserTest {

    private static final String LAMPS = "C010601";

    @Test
    void theAdministratorSeesWhatAChangeWouldRerouteBeforeHeSavesIt() {
        String number = files().number();
        operator.accepts(number).ok();
        Window window = open(Window::desk).loggedInAs("admin").at("/admin/duties?q=路灯");
        Page page = window.page();
        window.picture("duties");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("路灯不亮"))
                .click();
        page.locator("#area").selectOption("0309");
        page.locator("#unit").selectOption("0113");
        page.locator("#clause").fill("银新桥街道照明移交协议第二条");
        window.picture("duty");
        button(page, "看看会怎样").click();
        assertThat(page.locator("main")).containsText("银新桥街道办事处");
        window.at("/admin/duties/" + LAMPS);
        page.locator("tbody a").first().click();
        page.locator("#unit").selectOption("0113");
        button(page, "看看会怎样").click();
        assertThat(page.locator("#reroutes")).containsText("件没办完的诉求会改派");
        assertThat(page.locator("#reroutes")).not().containsText("路灯坏了");
        window.picture("duty-preview");
        window.at("/admin/duties/" + LAMPS);
        page.locator("#area").selectOption("0309");
        page.locator("#unit").selectOption("0113");
        button(page, "看看会怎样").click();
        button(page, "保存").click();
        assertThat(page.locator("tbody")).containsText("银新桥街道办事处");
        page.locator("tbody tr", new Page.LocatorOptions().setHasText("银新桥街道办事处"))
                .getByRole(AriaRole.LINK)
                .first()
                .click();
        page.locator("#unit").selectOption("");
        button(page, "看看会怎样").click();
        button(page, "去掉这一行").click();
        assertThat(page.locator("tbody")).not().containsText("银新桥街道办事处");
        assertNothingFailed(window);
    }

    @Test
    void whatIsWrongIsSaidBesideWhatWasTyped() {
        Window window = open(Window::desk).loggedInAs("admin").at("/admin/duties/" + LAMPS);
        Page page = window.page();
        page.locator("#unit").selectOption("0113");
        page.locator("#assisting").selectOption("0113");
        page.locator("#clause").fill("第九条");
        button(page, "看看会怎样").click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("不能同时是协办单位");
        assertThat(page.locator("#clause")).hasValue("第九条");
        window.picture("duty-refused");
    }

    @Test
    void aTableIsLookedAtBeforeItGoesIn() {
        Window window = open(Window::desk).loggedInAs("admin").at("/admin/duties/import");
        Page page = window.page();
        window.picture("duty-import");
        look(page, "category,unit,area,level\nC010603,0113,0304,urgent\nC0106,0113,,\n");
        assertThat(page.locator("#problems")).containsText("3");
        assertThat(button(page, "确认导入")).hasCount(0);
        window.at("/admin/duties/import");
        look(page, "category,unit,area,level\nC010603,0113,0304,urgent\n");
        assertThat(page.locator("#changes")).containsText("银州市市政设施养护中心");
        assertThat(page.locator("#changes")).containsText("紧急突发");
        window.picture("duty-import-preview");
        button(page, "确认导入").click();
        assertThat(page.locator("main")).containsText("导入。");
        window.at("/admin/duties/C010603");
        assertThat(page.locator("tbody")).containsText("丽泽街道办事处");
        assertNothingFailed(window);
    }

    @Test
    void thePublicityDepartmentWritesAnAnswer() {
        Window window = open(Window::desk).loggedInAs("publicity").at("/admin/answers");
        Page page = window.page();
        window.picture("answers");
        page.keyboard().press("n");
        page.locator("#add-code").fill("B-1");
        page.locator("#add-title").fill("消防栓漏水怎么办");
        page.locator("#add-text").fill("您好，{name}");
        button(page, "新增答复").click();
        assertThat(page.locator("form .error")).containsText("大括号里只能写");
        page.locator("#add-text").fill("您好，编号 {number} 已交{unit}。");
        button(page, "新增答复").click();
        assertThat(page.locator("tbody")).containsText("消防栓漏水怎么办");
        window.at("/admin/answers/B-1");
        page.keyboard().press("e");
        page.locator("#change-active").selectOption("false");
        button(page, "保存").click();
        assertThat(page.locator(".first-line")).containsText("已停用");
        window.picture("answer");
    }

    @Test
    void othersReadItOnAPhoneAndInTheDark() {
        Window phone = open(Window::phone).loggedInAs("dispatcher");
        for (String path :
                new String[] {"/admin/duties", "/admin/duties/C010801", "/admin/answers", "/admin/answers/K-01"}) {
            phone.at(path);
            assertThat((Boolean) phone.page().evaluate("document.documentElement.scrollWidth <= innerWidth"))
                    .as(path)
                    .isTrue();
            phone.picture("phone" + path.replace('/', '-'));
        }
        assertThat(button(phone.page(), "看看会怎样")).hasCount(0);
        phone.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        phone.at("/admin/duties").picture("duties-phone-dark");
        Window wide = open(Window::desk).loggedInAs("auditor");
        wide.page().setViewportSize(1440, 900);
        wide.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        wide.at("/admin/duties/C010801").picture("duty-dark");
        assertNothingFailed(phone);
        assertNothingFailed(wide);
    }

    private static void look(Page page, String table) {
        page.setInputFiles("#file", new FilePayload("duties.csv", "text/csv", table.getBytes(StandardCharsets.UTF_8)));
        button(page, "看预览").click();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
