package cn.wenzheng.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wenzheng.city.Citizen;
import cn.wenzheng.triage.TaughtSuggestions;
import cn.wenzheng.triage.Warning;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An operator at the bench with nothing but his keys. */
@Import(TaughtSuggestions.Taught.class)
class BenchBrowserTest extends BrowserTest {

    private static final String STREET_LIGHT = "C010601";

    private static final LocatorAssertions.IsVisibleOptions SOON =
            new LocatorAssertions.IsVisibleOptions().setTimeout(10_000);

    @Autowired
    private TaughtSuggestions taught;

    @Autowired
    private JdbcClient rows;

    @BeforeEach
    void nothingWaits() {
        rows.sql("DELETE FROM bench_lease").update();
        rows.sql("UPDATE petition SET status = 'WITHDRAWN', version = version + 1 WHERE status = 'RECEIVED'")
                .update();
    }

    @Test
    void twentyPetitionsByKeysAlone() {
        List<String> numbers = new ArrayList<>();
        for (int n = 0; n < 20; n++) {
            numbers.add(waiting(n % 5 == 4 ? POWER : LIGHTING));
        }
        Window window = bench();
        BenchHand hand = new BenchHand(window.page());
        for (String number : numbers) {
            assertThat(window.page().locator("#bench-sheet")).hasText(number);
            int before = hand.keys();
            boolean right = hand.chosen("lead").equals(LIGHTING);
            if (!right) {
                hand.picks("d", LIGHTING);
            }
            hand.sends();
            assertThat(hand.keys() - before).isLessThanOrEqualTo(right ? 2 : 8);
        }
        assertThat(hand.pointer()).isZero();
        assertThat(window.page().locator("#bench-gist")).hasText("现在没有待受理的诉求。来了新的会自己出现。");
        window.picture("bench-empty");
        assertThat(rows.sql("SELECT count(*) FROM petition WHERE lead_unit = ? AND number = ANY (?)")
                        .params(LIGHTING, numbers.toArray(String[]::new))
                        .query(Integer.class)
                        .single())
                .isEqualTo(numbers.size());
        assertNothingFailed(window);

        // What comes in while nothing is shown appears by itself.
        String late = waiting(LIGHTING);
        assertThat(window.page().locator("#bench-sheet"))
                .hasText(late, new LocatorAssertions.HasTextOptions().setTimeout(10_000));
    }

    @Test
    void everythingIsSeenAtOnceAndSaidToWhoCannotSee() {
        String shown = waiting(LIGHTING);
        for (int n = 0; n < 8; n++) {
            waiting(LIGHTING);
        }
        taught.say(shown, STREET_LIGHT, LIGHTING, 0.95, Warning.DANGER, Warning.CONFLICT_OF_INTEREST);
        taught.sayNear(shown, speaks().number(), 0.8);
        Window window = bench();
        Page page = window.page();
        page.setViewportSize(1366, 768);
        assertThat(page.locator("#bench-gist mark.place")).hasText("新华街");
        assertThat(page.locator("#bench-text mark.reason").first()).hasText("路灯");
        assertThat(page.locator("#bench-sends")).containsText("先选承办单位");
        assertThat(page.locator("#bench-warnings li")).hasCount(2);
        assertThat((Boolean) page.evaluate("document.documentElement.scrollHeight <= innerHeight"
                        + " && document.documentElement.scrollWidth <= innerWidth"
                        + " && document.querySelector('.bench-keys').getBoundingClientRect().bottom <= innerHeight"))
                .isTrue();
        assertThat((String) page.evaluate("document.activeElement.id")).isEqualTo("bench-gist");
        window.picture("bench");
        page.keyboard().press("?");
        assertThat(page.locator("#keys-dialog")).containsText("改承办单位");
        window.picture("bench-keys");
        page.keyboard().press("Escape");
        page.keyboard().press("Control+k");
        page.keyboard().type("不予");
        assertThat(page.locator("#bench-pick-list li").first()).containsText("不予受理");
        window.picture("bench-palette");
        page.keyboard().press("Escape");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        window.picture("bench-dark");
        page.setViewportSize(390, 844);
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .isTrue();
        window.picture("bench-phone");
        assertNothingFailed(window);
    }

    @Test
    void aDecisionIsUndoneByOneKeyAndARefusalIsWritten() {
        String first = waiting(LIGHTING);
        String second = waiting(LIGHTING);
        Window window = bench();
        Page page = window.page();
        BenchHand hand = new BenchHand(page);
        hand.sends();
        assertThat(page.locator("#bench-status")).containsText(first);
        assertThat(page.locator("#bench-undo-left")).hasText(Pattern.compile("可撤销 \\d+ 秒"));
        window.picture("bench-undo");
        hand.press("z");
        assertThat(page.locator("#bench-sheet")).hasText(first);
        assertThat(page.locator("#bench-status")).hasText("已撤销，这件诉求又在您面前。");

        hand.press("r");
        page.locator("#bench-write-text").fill("请向邻市的市民热线反映。");
        hand.press("Control+Enter");
        assertThat(page.locator("#bench-write-error")).hasText("请先选理由。");
        hand.press("Escape");
        hand.press("r");
        assertThat(page.locator("#bench-write-text")).hasValue("请向邻市的市民热线反映。");
        page.locator("#bench-write-reason").selectOption("not-this-city");
        window.picture("bench-refuse");
        hand.press("Control+Enter");
        assertThat(page.locator("#bench-sheet")).hasText(second);
        assertThat(clerk("operator").sheet(first).path("status").asText()).isEqualTo("refused");
        window.at("/bench/figures?of=undone");
        assertThat(page.locator("td.number").first()).hasText(first);
        window.picture("bench-figures");
        assertNothingFailed(window);
    }

    @Test
    void dangerIsToldWithoutMovingWhatIsShown() {
        String shown = waiting(LIGHTING);
        Window window = bench();
        Page page = window.page();
        assertThat(page.locator("#bench-sheet")).hasText(shown);
        String danger = waiting(LIGHTING);
        rows.sql("UPDATE petition SET urgency = 'LIFE' WHERE number = ?")
                .param(danger)
                .update();
        assertThat(page.locator("#bench-life")).isVisible(SOON);
        assertThat(page.locator("#bench-sheet")).hasText(shown);
        window.picture("bench-life");
        page.keyboard().press("l");
        assertThat(page.locator("#bench-sheet")).hasText(danger);
    }

    @Test
    void aLostLineLosesNothingAndClaimsNothing() {
        String number = waiting(LIGHTING);
        Window window = bench();
        Page page = window.page();
        assertThat(page.locator("#bench-sheet")).hasText(number);
        page.context().setOffline(true);
        page.keyboard().press("Enter");
        assertThat(page.locator("#bench-trouble")).containsText("没有收到回答");
        window.picture("bench-lost");
        assertThat(clerk("operator").sheet(number).path("status").asText()).isEqualTo("received");
        page.context().setOffline(false);
        page.keyboard().press("Enter");
        assertThat(page.locator("#bench-trouble")).isHidden();
        assertThat(page.locator("#bench-sheet")).hasText(number);
        new BenchHand(page).sends();
        assertThat(clerk("operator").sheet(number).path("status").asText()).isEqualTo("assigned");
    }

    private Window bench() {
        Window window = open(Window::desk).loggedInAs("operator").at("/bench");
        assertThat(window.page().locator("#bench-sheet")).hasText(Pattern.compile("WZ-.+"));
        return window;
    }

    /** Each says it in words of his own: who repeats himself word for word is not heard twice. */
    private Citizen speaks() {
        return Citizen.files(
                stranger,
                "路灯不亮",
                WORDS + "，灯杆编号"
                        + rows.sql("SELECT count(*) FROM petition")
                                .query(Integer.class)
                                .single());
    }

    private String waiting(String suggested) {
        String number = speaks().number();
        // What the house hears in the words is another test's question.
        rows.sql("UPDATE petition SET urgency = 'NORMAL' WHERE number = ?")
                .param(number)
                .update();
        taught.say(number, STREET_LIGHT, suggested, 0.95);
        return number;
    }
}
