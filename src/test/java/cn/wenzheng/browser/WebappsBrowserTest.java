package cn.wenzheng.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PageAssertions;
import com.microsoft.playwright.options.LoadState;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Camunda's four webapps as parts of one house: one head, one language, one way in and out. */
class WebappsBrowserTest extends BrowserTest {

    /** A webapp reads its scripts, words and plugins one after the other. */
    private static final int PATIENCE = 20_000;

    /** Names, codes and addresses that stay as they are in a Chinese page. */
    private static final Pattern NAME = Pattern.compile(
            "Camunda|Platform|Asia/Shanghai|English|demo|v7\\.24\\.0|PetitionHandling|MatterHandling|ModelTraining|AnswerDelivery|Supervision|[0-9]+-(head|2)"
                    + "|Boolean|Integer|String|true|false|accepted|loopCounter|unitCode|nrOf\\w+|SubProcess_\\w+#?\\w*"
                    + "|WZ-[0-9-]+|[0-9a-f]{8}-[0-9a-f-]{27}|[0-9T:-]{19}|ACCESS|WORKFLOW|\\bsupervisor\\b|\\bstaff\\b|\\bdefault\\b");

    private static final Pattern WORD = Pattern.compile("[A-Za-z]{2,}");

    @ParameterizedTest
    @CsvSource({"0106, tasklist", "supervisor, cockpit", "admin, admin", "operator, welcome"})
    void aWebappShowsThePlacesOfThePersonAndNoNameOfALabel(String account, String app) {
        Window window = open(Window::desk).loggedInAs(account);
        Page page = window.page();
        List<String> places = page.locator(".head nav.wide a").allTextContents();
        window.at("/camunda/app/" + app + "/default/");
        visible(page.locator("[cam-widget-header] .navbar-brand"));
        assertThat(page.locator(".wenzheng-head nav a").allTextContents()).isEqualTo(places);
        assertThat(page.locator(".wenzheng-head .demo-mark")).hasText("演示 demo");
        assertThat(page.locator("body")).not().containsText(Pattern.compile("[A-Z]{3,}_[A-Z]{3,}"));
        window.picture("webapps-" + app);
        assertNothingFailed(window);
    }

    @ParameterizedTest
    @CsvSource({"processes, 流程", "decisions, 决策", "tasks, 人工任务", "repository, 部署"})
    void cockpitSpeaksChinese(String place, String title) {
        Window window = open(Window::desk).loggedInAs("supervisor").at("/camunda/app/cockpit/default/#/" + place);
        assertThat(window.page())
                .hasTitle(Pattern.compile(".*\\| " + title), new PageAssertions.HasTitleOptions().setTimeout(PATIENCE));
        window.page().waitForLoadState(LoadState.NETWORKIDLE);
        assertChinese(window);
        assertNothingFailed(window);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "users",
                "users/supervisor?tab=groups",
                "groups/staff?tab=group",
                "system?section=system-settings-general"
            })
    void adminSpeaksChineseAndOffersNoChange(String place) {
        Window window = open(Window::desk).loggedInAs("admin").at("/camunda/app/admin/default/#/" + place);
        visible(window.page()
                .locator(".ctn-main h3, .ctn-main legend, .ctn-main table")
                .first());
        assertChinese(window);
        assertThat(window.page().locator(".ctn-main .btn-primary:visible, .ctn-main .btn-danger:visible"))
                .hasCount(0);
    }

    @Test
    void theSupervisorLooksAtAPetitionAndMeetsNoButtonThatIsRefused() {
        String number = filedAndAssigned(LIGHTING).number();
        Window window = open(Window::desk).loggedInAs("supervisor");
        Page page = cockpitAt(window, number);
        visible(page.locator("[cam-widget-variables-table] td:has-text('unitCode')"));
        assertThat(page.locator(".ctn-toolbar a, td.actions:visible")).hasCount(0);
        assertChinese(window);
        page.locator(".nav-tabs a:text-is('用户任务')").click();
        visible(page.locator("a:text-is('办理诉求')"));
        assertThat(page.locator(".edit-toggle:visible, .action-button:visible")).hasCount(0);
        page.locator(".nav-tabs a:text-is('作业')").click();
        visible(page.locator("a:text-is('办理超期')").first());
        assertThat(page.locator(".action-button:visible")).hasCount(0);
        assertNothingFailed(window);
    }

    @Test
    void onlyTheAdministratorMayTryAFailedJobAgain() {
        String number = filedAndAssigned(LIGHTING).number();
        Page page = cockpitAt(open(Window::desk).loggedInAs("admin"), number);
        assertThat(page.locator(".ctn-toolbar a")).hasCount(1);
        visible(page.locator(".ctn-toolbar .glyphicon-repeat"));
    }

    @Test
    void aWebappSpeaksTheLanguageThatWasChosen() {
        Window window = open(Window::desk).loggedInAs("supervisor").at("/camunda/app/cockpit/default/");
        Page page = window.page();
        page.locator(".wenzheng-head .tools button:text-is('English')").click();
        visible(page.locator("[cam-widget-header] a:text-is('Processes')"));
        assertThat(page.locator(".wenzheng-head .brand")).containsText("Wenzheng");
        assertThat(page.locator("html")).hasAttribute("lang", "en");
        window.at("/camunda/app/tasklist/default/");
        visible(page.locator(".tools button:text-is('中文')"));
        window.at("/work");
        assertThat(page.locator("html")).hasAttribute("lang", "en");
    }

    @ParameterizedTest
    @CsvSource({
        "0106, tasklist, #/, 本单位待办, filter=",
        "supervisor, cockpit, #/processes, 决策, #/decisions",
        "admin, admin, #/users, 用户组, #/groups",
    })
    void aSessionThatEndsLeadsOverTheLoginBackToWhereItEnded(
            String account, String app, String from, String to, String place) {
        Window window = open(Window::desk).loggedInAs(account);
        Page page = window.page();
        Locator next = page.locator("a:text-is('" + to + "'), .task-filter .name:has-text('" + to + "')")
                .first();
        window.at("/camunda/app/" + app + "/default/" + from);
        visible(next);
        page.waitForLoadState(LoadState.NETWORKIDLE);
        window.forgetsTheSession();
        next.dispatchEvent("click");
        visible(page.getByLabel("账号"));
        window.logsInAgain(account);
        page.waitForURL(address -> address.contains("/camunda/app/" + app) && address.contains(place));
        visible(page.locator("[cam-widget-header] .navbar-brand"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "welcome"})
    void theHeadLeadsOutOfTheHouse(String app) {
        Window window = open(Window::desk).loggedInAs("supervisor").at("/camunda/app/" + app + "/default/");
        window.page().locator(".wenzheng-head .tools button:text-is('退出')").click();
        visible(window.page().getByLabel("账号"));
        assertThat(window.page().url()).contains("/login");
    }

    @ParameterizedTest
    @CsvSource({"0106, tasklist", "supervisor, cockpit", "admin, admin", "operator, welcome"})
    void theHeadFitsAPhone(String account, String app) {
        Window window = open(Window::phone).loggedInAs(account).at("/camunda/app/" + app + "/default/");
        Page page = window.page();
        visible(page.locator("[cam-widget-header] .navbar-brand"));
        assertThat(page.locator(".wenzheng-head nav a").first()).isInViewport();
        assertThat(page.locator(".wenzheng-head .tools button:text-is('退出')")).isInViewport();
        window.picture("webapps-" + app + "-phone");
        assertNothingFailed(window);
    }

    /** Opens the petition's instance through the list of its process. */
    private static Page cockpitAt(Window window, String number) {
        Page page = window.at("/camunda/app/cockpit/default/#/processes").page();
        page.getByText("诉求办理").first().click();
        page.locator("tr:has-text('" + number + "') td.instance-id a[href]").click();
        visible(page.locator("[data-element-id=Task_HandlePetition].djs-element"));
        return page;
    }

    /** Every visible line without Latin words, names left out. */
    private static void assertChinese(Window window) {
        String page = window.page().locator("body").innerText();
        assertThat(Arrays.stream(page.split("[\\n\\t]"))
                        .map(line -> NAME.matcher(line).replaceAll(""))
                        .filter(line -> WORD.matcher(line).find()))
                .isEmpty();
    }

    private static void visible(Locator found) {
        assertThat(found).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE));
    }
}
