package cn.wenzheng.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wenzheng.TestDatabase;
import com.microsoft.playwright.Page;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/**
 * A city's first day: on an empty database, with nothing but the log, the pages and the product's own templates, up to
 * the first petition that is closed.
 */
@ExtendWith({NeedsBrowser.class, OutputCaptureExtension.class})
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "camunda.bpm.job-execution.enabled=false")
@ContextConfiguration(initializers = TestDatabase.Empty.class)
@ActiveProfiles("production")
class ProductionFromZeroTest {

    private static final Pattern CODE = Pattern.compile("setup code: ([2-9A-Z]{4}(-[2-9A-Z]{4}){3})");
    private static final String ANSWER = "您好，路灯已经修好，感谢您的反映";

    @LocalServerPort
    private int port;

    /** Told as one story, as a city begins once. */
    @Test
    void anEmptyProductIsSetUpByPagesAndClosesItsFirstPetition(CapturedOutput log) {
        Map<String, String> passwords;
        try (FirstDay admin = new FirstDay(Window.desk(address()))) {
            admin.setsUp(codeIn(log));
            passwords = admin.importsTheTemplates();
        }
        assertThat(passwords).hasSize(7);
        try (FirstDay citizen = new FirstDay(Window.phone(address()))) {
            String number = citizen.files("新华街的路灯不亮，已经三天了，请来修一下");
            assertThat(citizen.page().locator("h1")).hasText("待受理");
            theStaffCarriesOn(number, passwords);
            citizen.page().reload();
            assertThat(citizen.page().locator("h1")).hasText("已办结");
            assertThat(citizen.page().locator(".answer .said").last()).hasText(ANSWER);
            citizen.picture("zero-closed-phone");
        }
    }

    private void theStaffCarriesOn(String number, Map<String, String> passwords) {
        onTheSheet("shouli1", number, passwords, page -> {
            page.locator("#accept-kind").selectOption("help");
            assertThat(page.locator("#accept-category")).hasValue("C0101");
            FirstDay.sends(page, "受理");
        });
        onTheSheet("paidan1", number, passwords, page -> {
            assertThat(page.getByLabel("主办单位").first()).hasValue("0101");
            FirstDay.sends(page, "派单");
        });
        onTheSheet("zhaoming1", number, passwords, page -> {
            page.getByLabel("办理情况").fill("已更换灯具");
            page.getByLabel("公开答复").fill(ANSWER);
            FirstDay.yes(page, "solved");
            FirstDay.sends(page, "答复");
        });
        onTheSheet("shenhe1", number, passwords, page -> {
            FirstDay.yes(page, "pass");
            FirstDay.sends(page, "提交审核意见");
            FirstDay.yes(page, "reached", "contacted", "solved");
            page.getByLabel("满意度").selectOption("satisfied");
            FirstDay.sends(page, "回访并办结");
        });
    }

    /** Somebody comes with his temporary password, finds the petition by the navigation and does his part. */
    private void onTheSheet(String account, String number, Map<String, String> passwords, Consumer<Page> work) {
        try (FirstDay person = new FirstDay(Window.desk(address()))) {
            person.begins(account, passwords.get(account));
            person.follows("诉求");
            person.page().getByText(number).click();
            work.accept(person.page());
            person.picture("zero-" + account);
            assertThat(person.complaints()).isEmpty();
        }
    }

    private static String codeIn(CapturedOutput log) {
        Matcher printed = CODE.matcher(log.getAll());
        assertThat(printed.find()).as("a setup code in the log").isTrue();
        return printed.group(1);
    }

    /** There a browser keeps cookies that want TLS. */
    private String address() {
        return "http://localhost:" + port;
    }
}
