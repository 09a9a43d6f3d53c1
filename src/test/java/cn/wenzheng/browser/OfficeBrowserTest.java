package cn.wenzheng.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Those who watch: the supervisor in Cockpit, the auditor beside the diagram. */
class OfficeBrowserTest extends BrowserTest {

    /** Cockpit loads the diagram and its overlays one after the other. */
    private static final LocatorAssertions.IsVisibleOptions PATIENTLY =
            new LocatorAssertions.IsVisibleOptions().setTimeout(20_000);

    private static final LocatorAssertions.HasTextOptions TOKEN =
            new LocatorAssertions.HasTextOptions().setTimeout(20_000);

    private static final LocatorAssertions.ContainsTextOptions TIMERS =
            new LocatorAssertions.ContainsTextOptions().setTimeout(20_000);

    private static final LocatorAssertions.HasClassOptions DRAWN =
            new LocatorAssertions.HasClassOptions().setTimeout(20_000);

    @Test
    void theSupervisorFindsAPetitionInCockpitAndSeesWhereItStands() {
        String number = filedAndAssigned(LIGHTING).number();
        Window window = open(Window::desk).loggedInAs("supervisor");
        Page page = window.at("/camunda/app/cockpit/default/#/processes").page();
        page.getByText("诉求办理").first().click();
        page.locator("tr:has-text('" + number + "') td.instance-id a[href]").click();
        assertThat(page.locator("[data-element-id=Task_HandlePetition].djs-element"))
                .isVisible(PATIENTLY);
        assertThat(page.locator(".ctn-sidebar")).containsText(number);
        assertThat(page.locator(".djs-overlays .badge:visible").first()).hasText("1", TOKEN);
        page.getByText("作业", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator("table.process-instance-tasks, table").last()).containsText("办理超期", TIMERS);
        window.picture("cockpit");
        String before = variables(page, "GET", "", 200);
        variables(page, "PUT", "/unitResponsible", 404);
        assertThat(variables(page, "GET", "", 200)).isEqualTo(before);
    }

    /** Asks for the instance's variables, or changes one, with everything a browser of this login has. */
    private static String variables(Page page, String method, String path, int status) {
        String answer = (String) page.evaluate("""
                async ([method, path]) => {
                  const instance = location.hash.match(/process-instance\\/([^/?]+)/)[1];
                  const token = document.cookie.match(/XSRF-TOKEN=([^;]+)/)[1];
                  const answer = await fetch(
                    `/camunda/api/engine/engine/default/process-instance/${instance}/variables${path}`,
                    {
                      method,
                      headers: {'Content-Type': 'application/json', 'X-XSRF-TOKEN': token},
                      body: method === 'PUT' ? JSON.stringify({value: true, type: 'Boolean'}) : undefined
                    });
                  return `${answer.status} ${await answer.text()}`;
                }
                """, List.of(method, path));
        assertThat(answer).startsWith(status + " ");
        return answer;
    }

    @Test
    void theAuditorSeesEveryStepBesideTheDiagram() {
        String number = filedAndAssigned(LIGHTING).number();
        Window window = open(Window::desk).loggedInAs("auditor").at("/audit?number=" + number);
        Page page = window.page();
        assertThat(page.locator("#diagram .djs-element[data-element-id=Task_HandlePetition]"))
                .hasClass(Pattern.compile(".*current.*"));
        assertThat(page.locator("table.trail")).containsText("受理");
        window.picture("audit");
        assertNothingFailed(window);
    }

    @Test
    void theAuditorFindsARefusedLookAndGoesOnToItsTrail() {
        String number = filedAndAssigned(LIGHTING).number();
        clerk(POWER).caller().get("/api/petitions/" + number);
        Window window = open(Window::desk).loggedInAs("auditor").at("/audit");
        Page page = window.page();
        window.picture("journal");
        page.keyboard().press("/");
        page.keyboard().type(POWER);
        page.getByLabel("结果").selectOption("refused");
        page.getByLabel("诉求编号").fill(number);
        page.keyboard().press("Enter");
        assertThat(page.locator("table.trail tbody tr")).hasCount(1);
        assertThat(page.locator("table.trail tbody tr")).containsText("查看诉求");
        assertThat(page.locator("a[download]")).hasCount(2);
        window.picture("journal-found");
        page.locator("table.trail").getByText(number).click();
        assertThat(page.locator("#diagram .djs-element[data-element-id=Task_HandlePetition]"))
                .hasClass(Pattern.compile(".*current.*"), DRAWN);
        page.keyboard().press("a");
        assertThat(page.getByLabel("账号或姓名")).isVisible();
        window.at("/audit?person=nobody-here");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("没有这个账号或姓名");
        window.picture("journal-wrong");
        assertNothingFailed(window);
    }

    @Test
    void theJournalFitsAPhone() {
        Window window = open(Window::phone).loggedInAs("auditor").at("/audit?kind=read");
        Page page = window.page();
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(390);
        window.picture("journal-phone");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        window.picture("journal-phone-dark");
    }
}
