package cn.wenzheng.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A petition's time on its case sheet: paused, read in the ledger, resumed, and more of it asked for and granted. */
class ClockBrowserTest extends BrowserTest {

    /** Each unit's sign-in and handling, and the handling of the case. */
    private static final int CLOCKS_OF_TWO_UNITS = 5;

    /** The petition's whole time, moved twice. */
    private static final int DIFFICULT_AND_NOT = 2;

    @Test
    void theDispatcherPausesAndReadsInTheLedgerWhatItMoved() {
        String number = filedAndAssigned(LIGHTING, POWER).number();
        Window window = open(Window::desk).loggedInAs("dispatcher").at("/petitions/" + number);
        Page page = window.page();
        Locator form = opened(page, "pause");
        form.locator("[name=reason]").selectOption("third-party");
        form.locator("[name=until]").fill(LocalDate.now().minusDays(30).toString());
        form.locator("button").click();
        assertThat(form.locator(".error")).containsText("要晚于现在");
        form.locator("[name=until]").fill(LocalDate.now().plusDays(60).toString());
        form.locator("button").click();

        assertThat(page.locator("main")).containsText("已挂起：等待第三方");
        page.locator("summary:has-text('计时记录')").click();
        Locator ledger = page.locator("section:has(h2:text-is('时限')) ol.timeline");
        assertThat(ledger.locator("li")).hasCount(CLOCKS_OF_TWO_UNITS);
        assertThat(ledger).containsText("中止计时 等待第三方");
        page.locator("summary:has-text('时限怎么算')").click();
        assertThat(page.locator("section:has(h2:text-is('时限'))")).containsText("挂起，不计");
        window.picture("sheet-paused");

        Locator resume = opened(page, "resume");
        resume.locator("button").click();
        assertThat(page.locator("main")).not().containsText("已挂起：等待第三方");
    }

    @Test
    void aUnitAsksForMoreTimeAndTheDispatcherGrantsIt() {
        String number = filedAndAssigned(LIGHTING).number();
        clerk(LIGHTING)
                .caller()
                .post("/api/petitions/" + number + "/extension", Map.of("days", 2, "reason", "等待备件到货"))
                .ok();
        Window window = open(Window::phone).loggedInAs("dispatcher").at("/work");
        Page page = window.page();
        assertThat(page.locator("[data-block=extensions]")).containsText(number);
        window.at("/petitions/" + number);
        Locator form = opened(page, "extension/decide");
        assertThat(form).containsText("等待备件到货");
        form.locator("[name=grant][value=true]").check();
        window.picture("sheet-extension");
        form.locator("button").click();
        assertThat(page.locator("form[data-api$='extension/decide']")).hasCount(0);
        page.locator("summary:has-text('计时记录')").click();
        assertThat(page.locator("section:has(h2:text-is('时限')) ol.timeline")).containsText("延长 2 个工作日");
    }

    @Test
    void theOperatorTakesBackThatAPetitionIsDifficult() {
        String number = files().number();
        operator.accepts(number).ok();
        operator.caller()
                .post("/api/petitions/" + number + "/category", Map.of("category", "C010601", "complex", true))
                .ok();
        Window window = open(Window::desk).loggedInAs("operator").at("/petitions/" + number);
        Page page = window.page();
        Locator form = opened(page, "category");
        assertThat(form.locator("[name=complex]")).hasValue("");
        form.locator("[name=complex]").selectOption("false");
        form.locator("button").click();

        page.locator("summary:has-text('计时记录')").click();
        Locator ledger = page.locator("section:has(h2:text-is('时限')) ol.timeline");
        assertThat(ledger.locator("li")).hasCount(DIFFICULT_AND_NOT);
        window.picture("sheet-category");
    }

    private static Locator opened(Page page, String route) {
        Locator form = page.locator("form[data-api$='/" + route + "']");
        Locator around = page.locator("section.actions > details:has(form[data-api$='/" + route + "'])");
        if (around.getAttribute("open") == null) {
            around.locator("summary").first().click();
        }
        return form;
    }
}
