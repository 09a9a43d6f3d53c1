package cn.wenzheng.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Clock;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The administrator changes a day, sees what that would move before anything is changed, and gives it up. */
class CalendarEditBrowserTest extends BrowserTest {

    @Autowired
    private Clock clock;

    @Test
    void theAdministratorSeesWhatAnEditWouldMoveBeforeItIsSaved() {
        filedAndAssigned(LIGHTING);
        LocalDate tomorrow = LocalDate.now(clock).plusDays(1);
        Window window = open(Window::desk).loggedInAs("admin").at("/admin/calendar?day=" + tomorrow);
        Page page = window.page();
        page.keyboard().press("e");
        page.locator("#day-kind").selectOption(page.locator("#day").innerText().contains("不上班") ? "work" : "off");
        page.locator("#day-name").fill("抢险");
        page.locator("#edit-day button.main").click();
        page.waitForURL(Pattern.compile("/admin/calendar/edits/"));
        assertThat(page.locator("#progress")).containsText("待确认");
        assertThat(page.locator("#moves")).containsText(Pattern.compile("WZ-\\d{8}-\\d{6}"));
        assertThat(page.locator("main")).not().containsText("新华街");
        window.picture("calendar-edit");
        String address = page.url().replaceFirst("https?://[^/]*", "");
        onAPhone(address);
        page.keyboard().press("d");
        assertThat(page.locator("#progress")).containsText("已经放弃");
        window.at("/admin/calendar/edits").picture("calendar-edits");
        assertThat(page.locator("main")).containsText("抢险");
        assertNothingFailed(window);
    }

    private void onAPhone(String address) {
        Window phone = open(Window::phone).loggedInAs("auditor");
        phone.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        phone.at(address + "?lang=en");
        assertThat(phone.page().locator("#decide")).hasCount(0);
        Assertions.assertThat((Boolean) phone.page().evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .isTrue();
        phone.picture("calendar-edit-phone-dark");
        assertNothingFailed(phone);
    }
}
