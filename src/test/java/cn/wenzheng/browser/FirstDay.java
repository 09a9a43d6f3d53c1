package cn.wenzheng.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What people do in a browser on the first day of a city, by clicks alone. */
final class FirstDay implements AutoCloseable {

    static final String ADMIN = "guanli";
    private static final String CHOSEN = "Yinzhou-Lantern-2026";
    private static final Pattern AT_HOME = Pattern.compile(".*/(work|account).*");

    private final Window window;

    FirstDay(Window window) {
        this.window = window;
    }

    Page page() {
        return window.page();
    }

    List<String> complaints() {
        return window.complaints();
    }

    void picture(String name) {
        window.picture(name);
    }

    /** Names the centre and himself, and logs in. */
    void setsUp(String code) {
        Page page = window.at("/setup").page();
        page.getByLabel("一次性设置码").fill(code);
        page.getByLabel("中心名称").fill("青川市民诉求中心");
        page.getByLabel("中心代码").fill("0000");
        page.getByLabel("管理员账号").fill(ADMIN);
        page.getByLabel("管理员姓名").fill("孟望谷");
        page.locator("#password").fill(CHOSEN);
        page.locator("#repeat").fill(CHOSEN);
        picture("zero-setup");
        press(page, "完成设置");
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("设置已完成");
        assertThat(page.locator(".brand")).containsText("青川市民诉求中心");
        begins(ADMIN, CHOSEN);
    }

    /** Logs in; whoever has a password that others know is led to choose his own. */
    void begins(String account, String password) {
        if (!page().url().contains("/login")) {
            window.at("/login");
        }
        window.logsIn(account, password);
        page().waitForURL(AT_HOME);
        if (page().url().contains("/account")) {
            Locator passwords = page().locator("main input[type=password]");
            passwords.nth(0).fill(password);
            passwords.nth(1).fill(account + CHOSEN);
            passwords.nth(2).fill(account + CHOSEN);
            page().locator("main button.main").click();
        }
    }

    void follows(String place) {
        page().locator("nav.wide")
                .getByText(place, new Locator.GetByTextOptions().setExact(true))
                .click();
    }

    /**
     * Takes the four templates as they are, in the order the pages lead through.
     *
     * @return the temporary passwords by account
     */
    Map<String, String> importsTheTemplates() {
        follows("单位与人员");
        page().locator("main .notice a").click();
        Map<String, String> passwords = new TreeMap<>();
        for (String kind : List.of("units", "people", "topics", "duties")) {
            takesIn(kind);
            for (Locator row : page().locator("#accounts tbody tr").all()) {
                passwords.put(
                        row.locator("td").first().textContent(),
                        row.locator("td").last().textContent());
            }
            page().locator("#next").click();
        }
        assertThat(page().locator("main a.near")).hasCount(0);
        picture("zero-overview");
        return passwords;
    }

    private void takesIn(String kind) {
        assertThat(page().locator("input[name=kind][value=" + kind + "]")).isChecked();
        page().setInputFiles("#file", template(kind));
        press(page(), "看预览");
        assertThat(page().locator("#changes")).isVisible();
        assertThat(page().locator("#problems")).hasCount(0);
        picture("zero-preview-" + kind);
        press(page(), "确认导入");
        assertThat(page().locator("h1")).hasText("已经导入");
        picture("zero-imported-" + kind);
    }

    private FilePayload template(String kind) {
        Download file = page().waitForDownload(() ->
                page().locator("a[href*='kind=" + kind + "'][href*=xlsx]").click());
        try {
            return new FilePayload(
                    file.suggestedFilename(), "application/octet-stream", Files.readAllBytes(file.path()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Files on the portal and goes on to the tracking page. */
    String files(String words) {
        Page page = window.at("/").page();
        page.getByLabel("您的诉求").fill(words);
        page.getByLabel("怎么称呼您").fill("王小明");
        page.getByLabel("联系电话").fill("13912345678");
        press(page, "提交诉求");
        String number = page.locator("#number").textContent();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("查看进度"))
                .click();
        page.waitForURL("**/track/" + number);
        return number;
    }

    static void yes(Page page, String... questions) {
        for (String question : questions) {
            page.locator("input[name=" + question + "][value=true]").check();
        }
    }

    static void press(Page page, String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    /** Sends a form of the case sheet, which comes back as it then stands. */
    static void sends(Page page, String button) {
        page.waitForResponse("**/petitions/WZ-*", () -> press(page, button));
        page.waitForLoadState();
    }

    @Override
    public void close() {
        window.close();
    }
}
