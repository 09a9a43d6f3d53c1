package cn.wenzheng.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One person's browser; closed, it keeps nothing. */
final class Window implements AutoCloseable {

    private static final Path PICTURES = Path.of("target", "pictures");
    private static final String PASSWORD = "Wenzheng-demo-1";

    /** The webapps probe for a login and for a welcome page that is not there (both measured on the bare webapps). */
    private static final String PROBES = ".*/camunda/api/admin/auth/user/default|.*/camunda-welcome.*";

    private final String address;
    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    private Window(String address, Browser.NewContextOptions options) {
        this.address = address;
        this.context =
                Chromium.get().browser().newContext(options.setLocale("zh-CN").setTimezoneId("Asia/Shanghai"));
        this.page = context.newPage();
        page.onResponse(this::watch);
        page.onPageError(error -> complaints.add("script: " + error));
    }

    static Window desk(String address) {
        return new Window(address, new Browser.NewContextOptions().setViewportSize(1366, 900));
    }

    static Window phone(String address) {
        return new Window(
                address,
                new Browser.NewContextOptions()
                        .setViewportSize(390, 844)
                        .setIsMobile(true)
                        .setHasTouch(true));
    }

    static Window phoneWithoutScript(String address) {
        return new Window(
                address,
                new Browser.NewContextOptions().setViewportSize(390, 844).setJavaScriptEnabled(false));
    }

    private void watch(Response response) {
        if (response.status() >= 400 && !response.url().matches(PROBES)) {
            complaints.add(response.status() + " " + response.url());
        }
    }

    Page page() {
        return page;
    }

    Window at(String path) {
        page.navigate(address + path);
        return this;
    }

    Window loggedInAs(String account) {
        at("/login");
        logsInAgain(account);
        page.waitForURL(address + "/work**");
        return this;
    }

    /** Fills in the login that stands before him, wherever it leads. */
    void logsInAgain(String account) {
        logsIn(account, PASSWORD);
    }

    void logsIn(String account, String password) {
        page.getByLabel("账号").fill(account);
        page.getByLabel("密码").fill(password);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("登录"))
                .click();
    }

    /** The session ends as it does after half an hour: the browser forgets who it was. */
    void forgetsTheSession() {
        context.clearCookies();
    }

    /** What went wrong in the background: refused or failed requests and script errors. */
    List<String> complaints() {
        return complaints;
    }

    /** Leaves a picture of what is to be seen in target/pictures. */
    void picture(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
    }

    @Override
    public void close() {
        context.close();
    }
}
