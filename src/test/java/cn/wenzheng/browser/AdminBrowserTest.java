package cn.wenzheng.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The administrator keeps the city in a browser; the auditor looks at it. */
class AdminBrowserTest extends BrowserTest {

    @Test
    void theAdministratorImportsPeopleAndKeepsTheirPasswords() throws IOException {
        Window window = open(Window::desk).loggedInAs("admin").at("/admin/import");
        window.picture("city-import");
        Page page = window.page();
        look(page, "人员", "id,name,unit,roles\nneu1,纪新,0106,boss\nneu1,纪新,9999,handler\n");
        assertThat(page.locator("#problems")).containsText("没有岗位“boss”");
        assertThat(button(page, "确认导入")).hasCount(0);
        window.picture("city-preview-wrong");
        window.at("/admin/import");
        look(page, "人员", "id,name,unit,roles\nneu1,纪新,0106,handler\n0106,新姓名,0106,handler\n");
        assertThat(page.locator("#changes")).containsText("新姓名");
        assertThat(page.locator("#changes")).containsText("银州市市政照明管理所 0106");
        assertThat(page.locator("#changes")).containsText("经办人");
        assertThat(page.locator("#changes")).not().containsText("handler");
        window.picture("city-preview");
        button(page, "确认导入").click();
        assertThat(page.locator("#accounts")).containsText("neu1");
        Download file = page.waitForDownload(() -> button(page, "存为 CSV 文件").click());
        assertThat(Files.readString(file.path()))
                .contains("neu1," + page.locator("#accounts tbody td").last().textContent());
        assertNothingFailed(window);
    }

    @Test
    void theAdministratorAddsAPersonByKeyboardAndNotesAnAbsence() {
        Window window = open(Window::desk).loggedInAs("admin").at("/admin/people");
        Page page = window.page();
        window.picture("city-people");
        page.keyboard().press("n");
        page.locator("#add-id").fill("neu2");
        page.locator("#add-name").fill("纪二");
        page.locator("#add-unit").selectOption("0106");
        page.locator("#add-roles").selectOption("handler");
        button(page, "新增人员").click();
        assertThat(page.locator("#new-password")).hasText(Pattern.compile("\\w{5}(-\\w{5}){3}"));
        window.at("/admin/people/neu2");
        page.keyboard().press("a");
        page.locator("#deputy").selectOption("0106-head");
        page.locator("#from").fill("2999-01-04");
        page.locator("#to").fill("2999-01-03");
        button(page, "登记").click();
        assertThat(page.locator("form .error")).containsText("结束要在开始之后");
        page.locator("#to").fill("2999-01-05");
        button(page, "登记").click();
        assertThat(page.locator("table")).containsText("还没有开始");
        window.picture("city-person");
    }

    @Test
    void theTreeReadsOnAPhoneAndInTheDark() {
        Window phone = open(Window::phone).loggedInAs("auditor");
        for (String name :
                new String[] {"", "/units", "/people", "/topics", "/import", "/units/0106", "/people/0106"}) {
            phone.at("/admin" + name);
            assertThat((Boolean) phone.page().evaluate("document.documentElement.scrollWidth <= innerWidth"))
                    .as("/admin" + name)
                    .isTrue();
            phone.picture("city-phone" + name.replace('/', '-'));
        }
        assertThat(button(phone.page(), "保存")).hasCount(0);
        phone.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        phone.at("/admin/units").picture("city-phone-dark");
        assertNothingFailed(phone);
    }

    private static void look(Page page, String kind, String table) {
        page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName(kind))
                .check();
        page.setInputFiles("#file", new FilePayload("people.csv", "text/csv", table.getBytes(StandardCharsets.UTF_8)));
        button(page, "看预览").click();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
