package cn.wenzheng.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Those who watch: the supervisor in Cockpit, the auditor beside the diagram. */
class OfficeBrowserTest extends BrowserTest {

    /** Cockpit loads the diagram and its overlays one after the other. */
    private static final LocatorAssertions.IsVisibleOptions PATIENTLY =
            new LocatorAssertions.IsVisibleOptions().setTimeout(20_000);

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
        window.picture("cockpit");
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
}
