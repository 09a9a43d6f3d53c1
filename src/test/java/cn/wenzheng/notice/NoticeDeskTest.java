package cn.wenzheng.notice;

import static cn.wenzheng.CityRows.LIGHTING;
import static cn.wenzheng.CityRows.ROADS;
import static cn.wenzheng.notice.NoticeCity.ADMIN;
import static cn.wenzheng.notice.NoticeCity.COLLEAGUE;
import static cn.wenzheng.notice.NoticeCity.HANDLER;
import static cn.wenzheng.notice.NoticeCity.HEAD;
import static cn.wenzheng.notice.NoticeCity.OPERATOR;
import static cn.wenzheng.notice.NoticeCity.OTHER;
import static cn.wenzheng.notice.NoticeCity.SUPERVISOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.wenzheng.access.Window;
import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Refusal;
import cn.wenzheng.organization.Role;
import cn.wenzheng.petition.Channel;
import cn.wenzheng.petition.Stage;
import cn.wenzheng.petition.delivery.AccountTrouble;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

class NoticeDeskTest {

    private static final Window FIRST = Window.of(null, null);

    private final NoticeCity city = new NoticeCity();
    private final NoticeDesk desk = city.desk;

    @Test
    void oneNoticeServesTheWholeUnitAndNobodyElse() {
        String number = city.assignedTo(LIGHTING);
        for (Actor actor : List.of(HANDLER, COLLEAGUE, HEAD)) {
            assertThat(petitions(actor)).as(actor.id()).containsExactly(number);
            assertThat(desk.of(actor)).isOne();
        }
        for (Actor actor : List.of(OTHER, OPERATOR, SUPERVISOR, ADMIN)) {
            assertThat(petitions(actor)).as(actor.id()).isEmpty();
            assertThat(desk.of(actor)).isZero();
        }
        assertThat(city.jdbc
                        .sql("SELECT count(*) FROM notice")
                        .query(Long.class)
                        .single())
                .isOne();
    }

    @Test
    void whatTheHeadHasToKnowIsTheHeadsAlone() {
        city.rows.add(city.about(city.petition()).to(Audience.head(LIGHTING), NoticeKind.SLIP_LIFTED, LIGHTING));
        assertThat(desk.of(HEAD)).isOne();
        assertThat(desk.of(HANDLER)).isZero();
    }

    @Test
    void anAccountThatNeedsThemIsToldToTheAdministratorsAlone() {
        long account = city.troubled("lights", LIGHTING);

        assertThat(List.of(desk.of(ADMIN), desk.of(OPERATOR), desk.of(HEAD))).containsExactly(1, 0, 0);
        assertThat(desk.bundles(ADMIN)).containsExactly(new Bundle(NoticeKind.ACCOUNT_TROUBLE, null, 1));
        assertThat(desk.ofKind(ADMIN, NoticeKind.ACCOUNT_TROUBLE, FIRST))
                .singleElement()
                .satisfies(notice -> {
                    assertThat(notice.account()).isEqualTo(new NoticeAccount(account, Channel.WEIBO, "lights"));
                    assertThat(notice.about()).isEqualTo(AccountTrouble.PAUSED);
                    assertThat(notice.unit()).isEqualTo(LIGHTING);
                    assertThat(notice.address()).isEqualTo("/admin/channels/" + account);
                });
    }

    @Test
    void whoReadsANoticeReadsItForHimselfOnly() {
        city.assignedTo(LIGHTING);
        Notice notice = notices(HANDLER).get(0);
        assertThat(desk.read(notice.id(), HANDLER).read()).isFalse();
        assertThat(desk.read(notice.id(), HANDLER).read()).isTrue();
        assertThat(desk.of(HANDLER)).isZero();
        assertThat(desk.of(COLLEAGUE)).isOne();
        assertThat(desk.page(HANDLER, true, FIRST)).isEqualTo(new NoticeDesk.Page(List.of(), 0, 0));
        assertThat(desk.page(HANDLER, false, FIRST).total()).isOne();
    }

    @Test
    void aNoticeToOthersDoesNotExist() {
        city.assignedTo(LIGHTING);
        long id = notices(HANDLER).get(0).id();
        assertThatThrownBy(() -> desk.read(id, OTHER))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.slug()).isEqualTo("not-found"));
        assertThat(desk.of(HANDLER)).isOne();
    }

    @Test
    void readingAllLeavesNothingUnreadButWhatComesLater() {
        city.assignedTo(LIGHTING);
        city.clock.shows("2026-03-10 11:00");
        city.assignedTo(LIGHTING);
        desk.readAll(HANDLER);
        assertThat(desk.of(HANDLER)).isZero();
        assertThat(desk.of(HEAD)).isEqualTo(2);
        city.assignedTo(LIGHTING);
        assertThat(desk.of(HANDLER)).isOne();
    }

    @Test
    void aNoticeOfASlowTransactionIsNotTakenForRead() {
        TransactionTemplate slow = city.city.transactions();
        TransactionTemplate meanwhile = city.city.transactions();
        meanwhile.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        String late = city.petition();
        slow.executeWithoutResult(tx -> {
            city.rows.add(city.about(late).to(Audience.unit(LIGHTING), NoticeKind.NEW_TASK, LIGHTING));
            meanwhile.executeWithoutResult(other -> {
                city.assignedTo(LIGHTING);
                desk.readAll(HANDLER);
                assertThat(desk.of(HANDLER)).isZero();
            });
        });
        assertThat(desk.of(HANDLER)).isOne();
    }

    @Test
    void aDeputySeesWhatIsOpenHoweverMuchHeHasReadForHimself() {
        city.rows.add(city.about(city.petition()).to(Audience.head(LIGHTING), NoticeKind.SLIP_LIFTED, LIGHTING));
        city.assignedTo(LIGHTING);
        city.clock.shows("2026-03-10 11:00");
        desk.readAll(HANDLER);
        assertThat(desk.of(HANDLER)).isZero();
        Actor deputy = NoticeCity.actor(HANDLER.id(), LIGHTING, Role.HANDLER, Role.HEAD);
        assertThat(desk.page(deputy, true, FIRST).items())
                .extracting(Notice::kind)
                .containsExactly(NoticeKind.SLIP_LIFTED);
    }

    @Test
    void whatIsDoneStopsToCallAndStaysInTheList() {
        String number = city.assignedTo(LIGHTING);
        city.rows.add(city.about(number).settlesWork());
        assertThat(desk.of(HANDLER)).isZero();
        assertThat(notices(HANDLER)).extracting(Notice::read).containsExactly(true);
        assertThat(desk.page(HANDLER, true, FIRST).items()).isEmpty();
    }

    @Test
    void theWorkOfOneUnitIsSettledWithoutThatOfAnother() {
        String number = city.petition();
        city.rows.add(city.about(number)
                .about(Stage.HANDLING)
                .to(Audience.unit(LIGHTING), NoticeKind.NEW_TASK, LIGHTING)
                .to(Audience.unit(ROADS), NoticeKind.NEW_TASK, ROADS));
        city.rows.add(city.about(number).settlesWorkOf(ROADS));
        assertThat(desk.of(OTHER)).isZero();
        assertThat(desk.of(HANDLER)).isOne();
    }

    @Test
    void anotherPetitionsStepSettlesNothing() {
        city.assignedTo(LIGHTING);
        city.rows.add(city.about(city.petition()).settlesWork());
        assertThat(desk.of(HANDLER)).isOne();
    }

    @Test
    void manyNoticesToARoleAreOneLineWithAFigure() {
        for (int petition = 0; petition < 12; petition++) {
            city.received();
        }
        assertThat(desk.bundles(OPERATOR)).containsExactly(new Bundle(NoticeKind.NEW_TASK, Stage.ACCEPTANCE, 12));
        assertThat(desk.besideBundles(OPERATOR, FIRST)).isEmpty();
        assertThat(desk.ofKind(OPERATOR, NoticeKind.NEW_TASK, FIRST)).hasSize(12);
        assertThat(desk.of(OPERATOR)).isEqualTo(12);
        assertThat(desk.bundles(HANDLER)).isEmpty();
        desk.readBundle(NoticeKind.NEW_TASK, Stage.ACCEPTANCE, OPERATOR);
        assertThat(desk.bundles(OPERATOR)).isEmpty();
        assertThat(desk.of(OPERATOR)).isZero();
        assertThat(desk.besideBundles(OPERATOR, FIRST)).hasSize(12);
    }

    @Test
    void readingOneLineReadsNoOther() {
        city.received();
        city.rows.add(city.about(city.petition()).to(Audience.role(Role.OPERATOR), NoticeKind.MESSAGE, null));
        desk.readBundle(NoticeKind.MESSAGE, null, OPERATOR);
        assertThat(desk.bundles(OPERATOR)).extracting(Bundle::kind).containsExactly(NoticeKind.NEW_TASK);
    }

    @Test
    void countsForThePageNoFurtherThanMany() {
        for (int petition = 0; petition < 105; petition++) {
            city.received();
        }
        assertThat(desk.of(OPERATOR)).isEqualTo(100);
        assertThat(desk.page(OPERATOR, true, Window.of(1, 100)))
                .satisfies(page -> assertThat(page.items()).hasSize(5))
                .satisfies(page -> assertThat(page.total()).isEqualTo(105))
                .satisfies(page -> assertThat(page.unread()).isEqualTo(105));
    }

    @Test
    void listsTheNewestOfAllAudiencesFirst() {
        String first = city.assignedTo(LIGHTING);
        String second = city.petition();
        city.rows.add(city.about(second).to(Audience.head(LIGHTING), NoticeKind.SLIP_RULED, LIGHTING));
        String third = city.assignedTo(LIGHTING);
        assertThat(petitions(HEAD)).containsExactly(third, second, first);
        assertThat(desk.besideBundles(HEAD, Window.of(1, 2)))
                .extracting(Notice::petition)
                .containsExactly(first);
    }

    @Test
    void whatIsOldGoesWithItsMarks() {
        city.assignedTo(LIGHTING);
        desk.read(notices(HANDLER).get(0).id(), HANDLER);
        city.clock.shows("2026-09-06 10:01");
        String number = city.assignedTo(LIGHTING);
        new Retention(city.rows, new NoticeSettings(Duration.ofMinutes(30), null, Duration.ofDays(180)), city.clock)
                .forgetOld();
        assertThat(petitions(HANDLER)).containsExactly(number);
        assertThat(city.jdbc
                        .sql("SELECT count(*) FROM notice_mark")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private List<Notice> notices(Actor actor) {
        return desk.page(actor, false, FIRST).items();
    }

    private List<String> petitions(Actor actor) {
        return notices(actor).stream().map(Notice::petition).toList();
    }
}
