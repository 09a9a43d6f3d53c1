package cn.wenzheng.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wenzheng.city.Citizen;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The work of the departments in Tasklist itself, by clicks and keys. */
class TasklistBrowserTest extends BrowserTest {

    @Test
    void aPetitionGoesThroughAllHandsByClicks() {
        Citizen citizen = files();
        String number = citizen.number();

        open("operator", number)
                .claim()
                .choose("处理意见", "受理")
                .pick("诉求性质", "求助")
                .search("诉求内容", "路灯不亮")
                .done();
        open("dispatcher", number).claim().search("主办单位", "银州市市政照明管理所").done();
        open(LIGHTING, number)
                .claim()
                .write("办理情况", INTERNAL)
                .write("公开答复", ANSWER)
                .choose("是否解决", "已解决")
                .done();
        open("reviewer", number).claim().choose("审核结论", "合格").done();
        open("reviewer", number)
                .claim()
                .choose("是否联系到诉求人", "已联系到")
                .choose("单位是否联系过您", "联系过")
                .choose("诉求是否解决", "已解决")
                .choose("是否满意", "满意")
                .done();

        assertThat(citizen.looks().path("status").asText()).isEqualTo("closed");
        assertThat(citizen.looks().path("answers").toString()).contains(ANSWER);
        assertThat(engine.instances(number)).isZero();
    }

    @Test
    void theCaseSheetStandsAboveTheFormWithoutTheCitizensName() {
        String number = filedAndAssigned(LIGHTING).number();
        Tasklist tasklist = tasklistOf(LIGHTING).filter("本单位待办");
        assertThat(tasklist.tasks().first()).isVisible();
        tasklist.window().picture("tasklist-list");
        tasklist.open(number);
        assertThat(tasklist.caseSheet().locator("body")).containsText(WORDS);
        assertThat(tasklist.caseSheet().locator("body")).not().containsText(Citizen.NAME);
        assertThat(tasklist.caseSheet().locator("body")).not().containsText(Citizen.PHONE);
        tasklist.claim();
        tasklist.window().picture("tasklist-open-task");
        assertNothingFailed(tasklist.window());
    }

    @Test
    void aBrowsersFirstVisitShowsWordsAndNotTheNamesOfLabels() {
        Page page = tasklistOf(LIGHTING).window().page();
        assertThat(page.locator(".task-filters")).containsText("我的任务");
        assertThat(page.locator("body")).not().containsText(Pattern.compile("[A-Z]{3,}_[A-Z]{3,}"));
    }

    @Test
    void anEmptyListSaysSo() {
        Tasklist tasklist = tasklistOf("0191").filter("已逾期");
        assertThat(tasklist.window().page().locator(".tasks-list")).containsText("没有");
        tasklist.window().picture("tasklist-empty");
    }

    @Test
    void anIncompleteFormIsNotSent() {
        String number = filedAndAssigned(LIGHTING).number();
        Tasklist tasklist = open(LIGHTING, number).claim();
        tasklist.write("办理情况", INTERNAL).complete();
        assertThat(tasklist.form().locator(".fjs-form-field-error").first()).isVisible();
        tasklist.form().locator(".fjs-form-field-error").first().scrollIntoViewIfNeeded();
        tasklist.window().picture("tasklist-form-error");
        assertThat(engine.standsAt(number)).containsExactly("HandlePetition");
    }

    @Test
    void aConflictIsSaidInChineseAndChangesNothing() {
        String number = filedAndAssigned(LIGHTING, POWER).number();
        Tasklist tasklist = open(LIGHTING, number).claim();
        tasklist.write("办理情况", INTERNAL)
                .write("公开答复", ANSWER)
                .choose("是否解决", "已解决")
                .complete();
        // The assisting unit has not answered, and nothing was said about what is missing.
        assertThat(tasklist.window().page().locator(".notifications")).containsText("银州供电公司");
        tasklist.window().picture("tasklist-conflict");
        assertThat(engine.standsAt(number)).containsExactly("HandlePetition", "HandlePetition");
    }

    @Test
    void aHalfWrittenAnswerSurvivesTheSessionAndStaysOutOfTheBrowser() {
        String number = filedAndAssigned(LIGHTING).number();
        Tasklist tasklist = open(LIGHTING, number).claim();
        Page page = tasklist.window().page();
        tasklist.write("办理情况", "写到一半的答复");
        assertThat(page.locator(".wenzheng-said")).containsText("草稿已保存");
        assertThat((String) page.evaluate("() => JSON.stringify(localStorage)")).doesNotContain("写到一半");
        tasklist.window().forgetsTheSession();

        Tasklist later = tasklistOf(LIGHTING).filter("我的任务").open(number);
        assertThat(later.form().getByLabel("办理情况")).hasValue("写到一半的答复");
    }

    @Test
    void aTaskBehindTheFirstPageOfTheListIsReachedByClicks() {
        String first = files().number();
        for (int later = 0; later < 20; later++) {
            files();
        }
        tasklistOf("operator").filter("本单位待办").open(first);
    }

    private Tasklist open(String account, String number) {
        return tasklistOf(account).filter("本单位待办").open(number);
    }
}
