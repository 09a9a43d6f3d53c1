package cn.wenzheng.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The administrator looks at a year of days and changes one; the auditor only looks. */
class CalendarBrowserTest extends BrowserTest {

    @Test
    void theAdministratorWalksTheYearByKeyboardAndHearsWhatADayNeeds() {
        Window window = open(Window::desk).loggedInAs("admin").at("/admin/calendar?year=2026&day=2026-02-13");
        Page page = window.page();
        page.setViewportSize(1440, 1000);
        window.picture("calendar");
        assertThat(page.locator("main")).containsText("248 个工作日");
        assertThat(day(page, "2026-02-14"))
                .hasAttribute("title", Pattern.compile("班 春节 国办发明电〔2025〕7号 2025-11-04 09:00-12:00"));
        day(page, "2026-02-13").focus();
        page.keyboard().press("ArrowRight");
        assertThat(day(page, "2026-02-14")).isFocused();
        page.keyboard().press("ArrowDown");
        assertThat(day(page, "2026-02-21")).isFocused();
        page.keyboard().press("Enter");
        page.waitForURL(Pattern.compile("day=2026-02-21"));
        assertThat(page.locator("#day")).containsText("这一天不上班");
        assertThat(page.locator("#day")).containsText("国办发明电〔2025〕7号");
        page.keyboard().press("e");
        page.locator("#day-kind").selectOption("work");
        page.locator("#edit-day button.main").click();
        assertThat(page.locator("#edit-day .error")).containsText("请填写");
        window.picture("calendar-day");
    }

    @Test
    void theYearReadsOnAPhoneInTheDarkAndInEnglish() {
        Window phone = open(Window::phone).loggedInAs("auditor");
        for (String name : new String[] {"", "?calendar=national&year=2027", "/units/0106", "?lang=en"}) {
            phone.at("/admin/calendar" + name);
            assertThat((Boolean) phone.page().evaluate("document.documentElement.scrollWidth <= innerWidth"))
                    .as("/admin/calendar" + name)
                    .isTrue();
            phone.picture("calendar-phone" + name.replaceAll("\\W", "-"));
        }
        assertThat(phone.page().locator("h1")).hasText("Working calendar");
        assertThat(phone.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save")))
                .hasCount(0);
        phone.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        phone.at("/admin/calendar?lang=zh").picture("calendar-phone-dark");
        assertNothingFailed(phone);
    }

    private static Locator day(Page page, String date) {
        return page.locator("#months a[data-date='" + date + "']");
    }
}
