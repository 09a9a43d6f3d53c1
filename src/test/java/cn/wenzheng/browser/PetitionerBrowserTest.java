package cn.wenzheng.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wenzheng.city.Citizen;
import cn.wenzheng.city.Photos;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a citizen does on the tracking page with a phone, and what the staff sees of it. */
class PetitionerBrowserTest extends BrowserTest {

    private static final FilePayload PHOTO = new FilePayload("灯.jpg", "image/jpeg", Photos.jpeg(400, 300));

    @Test
    void answersAQuestionWithAPhotoAndUrges() {
        Citizen citizen = filedAndAssigned(LIGHTING);
        ask(citizen, "是哪一根灯杆？");
        Window phone = open(Window::phone);
        Page page = tracking(phone, citizen);
        assertThat(page.getByText("是哪一根灯杆？").first()).isVisible();
        phone.picture("track-question-phone");

        page.getByLabel("您的回答").fill("12 号门口那根");
        page.getByLabel("照片（可不选）").setInputFiles(PHOTO);
        press(page, "发送回答");
        assertThat(page.locator(".pictures img")).hasCount(1);
        assertThat(page.locator(".pictures img")).hasJSProperty("naturalWidth", 400);
        press(page, "催单");
        assertThat(page.getByText("您已经催过单")).isVisible();
        assertFits(page);
        phone.picture("track-acts-phone");
        assertNothingFailed(phone);
    }

    @Test
    void keepsWhatWasTypedWhenThePhotoIsRefusedWithoutAScript() {
        Citizen citizen = files();
        Window phone = open(Window::phoneWithoutScript);
        Page page = phone.at("/track").page();
        page.getByLabel("诉求编号").fill(citizen.number());
        page.getByLabel("查询码").fill(citizen.queryCode());
        press(page, "查询");
        page.getByLabel("补充情况或留言").fill("这是照片");
        page.getByLabel("照片（可不选）").setInputFiles(new FilePayload("a.jpg", "image/jpeg", "<html>".getBytes()));
        press(page, "发送留言");
        assertThat(page.locator("#photo-error")).containsText("不是 JPEG");
        assertThat(page.getByLabel("补充情况或留言")).hasValue("这是照片");
        phone.picture("track-photo-refused-phone");
    }

    @Test
    void isToldOfATooLargePhotoBeforeItTravels() {
        Window phone = open(Window::phone).at("/");
        Page page = phone.page();
        page.getByLabel("您的诉求").fill(WORDS);
        page.getByLabel("照片").setInputFiles(new FilePayload("a.jpg", "image/jpeg", new byte[11 << 20]));
        press(page, "提交诉求");
        assertThat(page.locator("#photo-error")).containsText("10 MB");
        assertThat(page.getByLabel("您的诉求")).hasValue(WORDS);
        phone.picture("portal-photo-phone");
        page.getByLabel("照片").setInputFiles(PHOTO);
        press(page, "提交诉求");
        assertThat(page.locator("#number")).isVisible();
        assertNothingFailed(phone);
    }

    @Test
    void readsTheRefusalAndObjects() {
        Citizen citizen = files();
        operator.refuses(citizen.number(), "请向吴忠市政府反映").ok();
        Window phone = open(Window::phone);
        Page page = tracking(phone, citizen);
        assertThat(page.getByText("怎样提出异议")).isVisible();
        phone.picture("track-refused-phone");
        page.getByLabel("您的理由").fill("这盏灯就在本市");
        press(page, "提出异议");
        assertThat(page.getByText("您已经提出异议")).isVisible();
        assertNothingFailed(phone);
    }

    @Test
    void saysThatNothingIsSolved() {
        Citizen citizen = filedAndAssigned(LIGHTING);
        clerk(LIGHTING).answers(citizen.number(), INTERNAL, ANSWER).ok();
        reviewer.passes(citizen.number()).ok();
        Window phone = open(Window::phone);
        Page page = tracking(phone, citizen);
        page.getByLabel("想说的话").fill("灯还是不亮");
        press(page, "没有解决");
        assertThat(page.locator("#rate-error")).isVisible();
        assertThat(page.getByLabel("想说的话")).hasValue("灯还是不亮");
        page.getByLabel("不满意").check();
        phone.picture("track-rate-phone");
        press(page, "没有解决");
        assertThat(page.getByText("您的评价")).isVisible();

        Window desk = open(Window::desk).loggedInAs("reviewer").at("/petitions/" + citizen.number());
        assertThat(desk.page().getByText("诉求人自己的评价")).isVisible();
        desk.picture("sheet-rating");
        assertNothingFailed(desk);
    }

    @Test
    void aHandlerAddsAProofOnTheCaseSheet() {
        Citizen citizen = filedAndAssigned(LIGHTING);
        Window desk = open(Window::desk).loggedInAs(LIGHTING).at("/petitions/" + citizen.number());
        addProof(desk.page());
        desk.picture("sheet-attachments");
        String task = clerk(LIGHTING)
                .task(citizen.number(), "HandlePetition")
                .path("id")
                .asText();
        desk.at("/tasks/" + task + "/sheet");
        addProof(desk.page());
        assertThat(desk.page().locator(".pictures img")).hasCount(2);
        assertNothingFailed(desk);
    }

    private static void addProof(Page page) {
        Locator form = page.locator("details:has(#attachment-file)");
        form.locator("summary").click();
        form.locator("#attachment-file").setInputFiles(PHOTO);
        int before = page.locator(".pictures img").count();
        form.locator("button.main").click();
        assertThat(page.locator(".pictures img")).hasCount(before + 1);
    }

    @Test
    void anOperatorEntersACallAndSeesWhatTheCallerBroughtInBefore() {
        Citizen citizen = files();
        Window desk = open(Window::desk).loggedInAs("operator").at("/petitions/new");
        Page page = desk.page();
        page.getByLabel("诉求人说的话").fill(WORDS);
        page.getByLabel("电话", new Page.GetByLabelOptions().setExact(true)).pressSequentially(Citizen.PHONE);
        assertThat(page.locator("#earlier")).containsText(citizen.number());
        desk.picture("entry");
        press(page, "登记");
        String number = page.locator("#number").innerText();
        assertThat(page.locator("#code")).isVisible();
        assertThat(page.url()).doesNotContain(page.locator("#code").innerText());
        desk.picture("entered");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("去受理"))
                .click();
        assertThat(page).hasURL(stranger.address() + "/petitions/" + number);
        assertThat(page.locator(".facts").first()).containsText("来电");
        assertNothingFailed(desk);
    }

    private void ask(Citizen citizen, String question) {
        clerk(LIGHTING)
                .caller()
                .post("/api/petitions/" + citizen.number() + "/messages", Map.of("text", question, "question", true))
                .ok();
    }

    private static Page tracking(Window window, Citizen citizen) {
        Page page = window.at("/track#" + citizen.number() + ":" + citizen.queryCode())
                .page();
        assertThat(page.locator("h1")).not().hasText("查询进度");
        return page;
    }

    private static void assertFits(Page page) {
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .as("nothing sticks out")
                .isLessThanOrEqualTo(390);
    }

    private static void press(Page page, String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }
}
