package cn.wenzheng.channel.open311;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wenzheng.city.Citizen;
import cn.wenzheng.petition.RefusalReason;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What everybody reads of requests, and what nobody does. */
class PublicRequestsTest extends Open311Scene {

    private static final String NAME = "李建国";
    private static final String PHONE = "13912345678";
    private static final String MAIL = "lijianguo@example.org";

    @Test
    void o9ListsHaveTheirWindowTheirCapAndTheirFilters() {
        String first = filed();
        String second = filed();
        assertThat(numbers("?service_request_id=" + second + "," + first
                        + "&status=closed&start_date=1999-01-01T00:00:00Z"))
                .as("ids override the rest")
                .containsExactlyInAnyOrder(first, second);
        assertThat(numbers("?service_code=C999999," + LIGHTS)).contains(first, second);
        assertThat(numbers("?service_code=C999999")).isEmpty();
        assertThat(numbers("?status=open,closed")).contains(first);
        assertThat(numbers("?status=closed")).doesNotContain(first);
        assertThat(numbers("?page_size=1&page=1")).containsExactly(second);
        assertThat(numbers("?page_size=1&page=2")).containsExactly(first);
        assertThat(numbers("?start_date=" + encoded(at(first)) + "&end_date=" + encoded(at(first))))
                .contains(first);

        rows.sql("UPDATE public_petition SET requested_at = requested_at - interval '91 days' WHERE petition = ?")
                .param(first)
                .update();
        assertThat(numbers("")).contains(second).doesNotContain(first);
        Instant then = Instant.parse(at(first)).minus(Duration.ofDays(92));
        assertThat(numbers("?start_date=" + then)).contains(first).doesNotContain(second);
        assertThat(numbers("?start_date=" + then + "&end_date=" + then.plus(Duration.ofDays(90))))
                .contains(first);
        errors(gets(ROOT + "/requests.json?start_date=" + then + "&end_date=" + then.plus(Duration.ofDays(91))), 400);
        errors(gets(ROOT + "/requests.json?start_date=2026-01-01"), 400);
        errors(gets(ROOT + "/requests.json?start_date=2026-02-01T00:00:00Z&end_date=2026-01-01T00:00:00Z"), 400);
        errors(gets(ROOT + "/requests.json?status=pending"), 400);
        errors(gets(ROOT + "/requests.json?page_size=1001"), 400);
    }

    @Test
    void whatWasToldInATimeIsFoundByItsIndex(@Autowired PlatformTransactionManager transactions) {
        List<String> plan = new TransactionTemplate(transactions).execute(begun -> {
            rows.sql("SET LOCAL enable_seqscan = off").update();
            return rows.sql("EXPLAIN SELECT e.id FROM timeline_entry e WHERE e.for_citizen AND e.event IN "
                            + ToldRows.EVENTS + " AND " + ToldRows.TOLD + " >= :start AND " + ToldRows.TOLD + " < :end")
                    .param("start", Timestamp.from(Instant.EPOCH))
                    .param("end", Timestamp.from(Instant.EPOCH.plusSeconds(1)))
                    .query(String.class)
                    .list();
        });
        assertThat(String.join("\n", plan)).contains("timeline_entry_told").contains("Index Cond");
    }

    @Test
    void o9AListHasAThousandAtMost() {
        String number = filed();
        rows.sql("""
                INSERT INTO petition SELECT (jsonb_populate_record(p, jsonb_build_object('number', 'WZ-20200101-9' || g,
                    'external_id', 'many-' || g, 'query_code', 'Q' || g))).*
                FROM petition p, generate_series(100000, 101005) g WHERE p.number = ?""").param(number).update();
        rows.sql("""
                INSERT INTO petition_content SELECT (jsonb_populate_record(c, jsonb_build_object('petition', 'WZ-20200101-9' || g))).*
                FROM petition_content c, generate_series(100000, 101005) g WHERE c.petition = ?""").param(number).update();
        rows.sql("""
                INSERT INTO public_petition (petition, requested_at, listed)
                SELECT 'WZ-20200101-9' || g, ?::timestamptz - interval '600 days', true FROM generate_series(100000, 101005) g""").param(at(number)).update();
        Instant then = Instant.parse(at(number)).minus(Duration.ofDays(601));
        assertThat(numbers("?start_date=" + then)).hasSize(1_000);
        assertThat(numbers("?page=2&start_date=" + then)).hasSize(6);
    }

    private String at(String number) {
        return one(number).path("requested_datetime").asText();
    }

    private List<String> numbers(String query) {
        return StreamSupport.stream(both("/requests", query).spliterator(), false)
                .map(request -> request.path("service_request_id").asText())
                .toList();
    }

    @Test
    void o13NobodyReadsWhoItWasOrWhatIsNotReleased() {
        String number = filed(
                "description",
                "我是" + NAME + "，电话" + PHONE + "，新华街路灯坏了",
                "first_name",
                "建国",
                "last_name",
                "李",
                "phone",
                PHONE,
                "email",
                MAIL,
                "address_string",
                "新华街5号");
        assertThat(operator.sheet(number).path("petitioner").path("name").asText())
                .startsWith("李");
        assertThat(one(number).path("description").isNull()).isTrue();
        assertThat(one(number).path("address").isNull()).isTrue();
        assertThat(one(number).path("lat").asDouble()).isEqualTo(38.4872);
        assertThat(reviewer.caller()
                        .post("/api/petitions/" + number + "/release", Map.of())
                        .status())
                .as("nobody has read it yet")
                .isEqualTo(409);

        answered(number, "您好，" + NAME + "，路灯已修复，请拨" + PHONE);
        reviewer.caller()
                .post("/api/petitions/" + number + "/messages", Map.of("text", "只给诉求人的话"))
                .ok();
        JsonNode before = one(number);
        assertThat(before.path("description").isNull()).isTrue();
        assertThat(before.path("status_notes").asText()).contains("路灯已修复").doesNotContain(NAME, PHONE);
        assertThat(before.path("agency_responsible").asText()).isNotBlank();
        assertThat(before.path("expected_datetime").asText()).endsWith("Z");

        released(number);
        assertThat(one(number).path("description").asText()).contains("新华街路灯坏了").doesNotContain(NAME, PHONE);
        for (String query : List.of("", "?extensions=true")) {
            for (String path : List.of("/requests/" + number, "/requests", "/servicerequestupdates")) {
                for (String format : List.of(".xml", ".json")) {
                    assertThat(gets(ROOT + path + format + query).body())
                            .contains(number)
                            .doesNotContain(NAME, PHONE, MAIL, INTERNAL, "只给诉求人的话");
                }
            }
        }
    }

    @Test
    void o13TheSentencesOfARefusalAreTheCitizensUntilSomebodyReleasesThem() {
        String number = filed();
        engine.beginsWhatArrived();
        operator.refuses(number, "请向邻市反映您说的王某").ok();
        String word = RefusalReason.NOT_THIS_CITY.zh();
        assertThat(one(number).path("status").asText()).isEqualTo("closed");
        assertThat(one(number).path("status_notes").asText()).isEqualTo(word);
        assertThat(updatesOf(number))
                .extracting(update -> update.path("description").asText())
                .containsExactly(word);
        assertThat(both("/requests/" + number, "?extensions=true").toString()).doesNotContain("王某");
    }

    @Test
    void o13WhatTheOperatorSaysOnAcceptingIsNotToldBeforeTheRelease() {
        String number = filed();
        answered(number, ANSWER);
        rows.sql("UPDATE timeline_entry SET text = '王某的事我们已受理' WHERE petition = ? AND event = 'ACCEPTED'")
                .param(number)
                .update();
        assertThat(updatesOf(number).toString()).doesNotContain("王某");
        released(number);
        assertThat(updatesOf(number).toString()).contains("王某的事我们已受理");
    }

    @Test
    void o13WhatItsWriterHasTakenAwayIsNotThere() {
        for (String state : List.of("DELETED", "HIDDEN")) {
            String number = filed();
            assertThat(one(number).path("service_request_id").asText()).isEqualTo(number);
            rows.sql("UPDATE petition_source SET state = ? WHERE petition = ?")
                    .params(state, number)
                    .update();
            errors(gets(ROOT + "/requests/" + number + ".json"), 404);
        }
    }

    @Test
    void o13WhatIsPrivateOrNotAgreedIsNotThere() {
        offered(LIGHTS, Map.of("private", true));
        String hidden = filed();
        errors(gets(ROOT + "/requests/" + hidden + ".json"), 404);
        offered(LIGHTS, Map.of("private", false));
        errors(gets(ROOT + "/requests/" + hidden + ".json"), 404);
        assertThat(numbers("")).doesNotContain(hidden);

        String open = filed();
        offered(LIGHTS, Map.of("private", true));
        errors(gets(ROOT + "/requests/" + open + ".json"), 404);
        offered(LIGHTS, Map.of("private", false));
        assertThat(one(open).path("service_request_id").asText()).isEqualTo(open);

        Citizen citizen = files();
        operator.accepts(citizen.number()).ok();
        errors(gets(ROOT + "/requests/" + citizen.number() + ".json"), 404);
    }

    @Test
    void aReleaseIsForPetitionsWhosePetitionerAgreedAndCanBeTakenBack() {
        String number = stranger.post("/api/petitions", Map.of("title", "路灯", "text", WORDS, "public", true))
                .ok()
                .path("number")
                .asText();
        operator.accepts(number).ok();
        errors(gets(ROOT + "/requests/" + number + ".json"), 404);
        assertThat(operator.caller()
                        .post("/api/petitions/" + number + "/release", Map.of())
                        .status())
                .isEqualTo(403);
        assertThat(publicity.sheet(number).path("actions"))
                .extracting(JsonNode::asText)
                .contains("release");
        released(number);
        assertThat(publicity.sheet(number).path("actions"))
                .extracting(JsonNode::asText)
                .contains("withhold");
        JsonNode request = one(number);
        assertThat(request.path("description").asText()).isEqualTo(WORDS);
        assertThat(updatesOf(number)).as("told before the release").allSatisfy(update -> {
            assertThat(update.path("description").isNull()).isTrue();
            assertThat(update.path("updated_datetime").asText()).isEqualTo(releasedAt(number));
        });
        assertThat(withheld(number)).isEqualTo(204);
        assertThat(withheld(number)).isEqualTo(409);
        errors(gets(ROOT + "/requests/" + number + ".json"), 404);

        Citizen citizen = files();
        operator.accepts(citizen.number()).ok();
        assertThat(publicity
                        .caller()
                        .post("/api/petitions/" + citizen.number() + "/release", Map.of())
                        .status())
                .as("not agreed")
                .isEqualTo(409);
    }

    private String releasedAt(String number) {
        return rows.sql("SELECT released_at FROM public_petition WHERE petition = ?")
                .param(number)
                .query(Timestamp.class)
                .single()
                .toInstant()
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
    }

    private int withheld(String number) {
        return send(request("/api/petitions/" + number + "/release")
                        .header(
                                "Authorization",
                                "Basic " + Base64.getEncoder().encodeToString("publicity:Wenzheng-demo-1".getBytes()))
                        .DELETE())
                .statusCode();
    }

    private List<JsonNode> updatesOf(String number) {
        return StreamSupport.stream(both("/servicerequestupdates", "").spliterator(), false)
                .filter(update -> update.path("service_request_id").asText().equals(number))
                .toList();
    }

    @Test
    void o14UpdatesHaveAStableIdAWindowWithBothEndsAndTheirStatuses() {
        String number = filed();
        answered(number, ANSWER);
        reviewer.closes(number).ok();
        List<JsonNode> updates = updatesOf(number);
        assertThat(updates)
                .extracting(update -> update.path("status").asText())
                .containsExactly("investigating", "in_progress", "unchanged", "fixed");
        assertThat(updates)
                .allSatisfy(update -> assertThat(names(update))
                        .containsExactly(
                                "update_id",
                                "service_request_id",
                                "status",
                                "updated_datetime",
                                "description",
                                "media_url"));
        assertThat(updates.get(2).path("description").asText()).isEqualTo(ANSWER);
        assertThat(updatesOf(number)).isEqualTo(updates);

        String moment = updates.get(2).path("updated_datetime").asText();
        String id = updates.get(2).path("update_id").asText();
        assertThat(ids(moment, moment)).contains(id);
        Instant second = Instant.parse(moment);
        assertThat(ids(second.minusSeconds(60).toString(), moment)).contains(id);
        assertThat(ids(
                        second.minusSeconds(60).toString(),
                        second.minusSeconds(1).toString()))
                .doesNotContain(id);
        assertThat(ids(second.plusSeconds(1).toString(), second.plusSeconds(60).toString()))
                .doesNotContain(id);
        errors(gets(ROOT + "/servicerequestupdates.json?api_key=wrong"), 403);
        assertThat(one(number).path("status").asText()).isEqualTo("closed");

        String refused = filed();
        engine.beginsWhatArrived();
        operator.refuses(refused, "请向邻市反映").ok();
        assertThat(updatesOf(refused)).singleElement().satisfies(update -> {
            assertThat(update.path("status").asText()).isEqualTo("not_councils_responsibility");
            assertThat(update.path("description").asText()).isEqualTo(RefusalReason.NOT_THIS_CITY.zh());
        });
    }

    private List<String> ids(String start, String end) {
        return StreamSupport.stream(
                        both("/servicerequestupdates", "?start_date=" + encoded(start) + "&end_date=" + encoded(end))
                                .spliterator(),
                        false)
                .map(update -> update.path("update_id").asText())
                .toList();
    }

    @Test
    void o14AnUpdateOfTheCitizenIsOneMessageHoweverOftenItComes() {
        String number = filed();
        engine.beginsWhatArrived();
        String id = UUID.randomUUID().toString();
        for (int time = 0; time < 2; time++) {
            HttpResponse<String> answer = update(KEY, number, id, "OPEN", "还有一盏也坏了");
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(json(answer).path(0).path("update_id").asText()).isEqualTo(id);
        }
        assertThat(messages(number)).containsExactly("还有一盏也坏了");
        assertThat(update(KEY, number, UUID.randomUUID().toString(), "FIXED", "")
                        .statusCode())
                .isEqualTo(200);
        assertThat(messages(number)).containsExactly("还有一盏也坏了", "［FIXED］");
        errors(update(OTHER_KEY, number, "x", "OPEN", "别人的话"), 404);
        errors(update("wrong", number, "x", "OPEN", "x"), 403);
        errors(update(KEY, number, "", "open", ""), 400);
        assertThat(updatesOf(number))
                .as("a citizen's words are not for everybody")
                .isEmpty();
    }

    private HttpResponse<String> update(String key, String number, String id, String status, String words) {
        return posts(
                ROOT + "/servicerequestupdates.json",
                encoded(Map.of(
                        "api_key", key,
                        "service_request_id", number,
                        "update_id", id,
                        "updated_datetime", "2026-01-01T00:00:00Z",
                        "status", status,
                        "description", words,
                        "first_name", "不认识的字段也可以")));
    }

    private List<String> messages(String number) {
        return StreamSupport.stream(operator.sheet(number).path("timeline").spliterator(), false)
                .filter(entry -> entry.path("event").asText().equals("message-from-citizen"))
                .map(entry -> entry.path("text").asText())
                .toList();
    }

    @Test
    void o16ForeignElementsComeOnlyWhenAskedFor() {
        String number = filed();
        answered(number, ANSWER);
        assertThat(names(one(number)))
                .containsExactly(
                        "service_request_id",
                        "status",
                        "status_notes",
                        "service_name",
                        "service_code",
                        "description",
                        "agency_responsible",
                        "service_notice",
                        "requested_datetime",
                        "updated_datetime",
                        "expected_datetime",
                        "address",
                        "address_id",
                        "zipcode",
                        "lat",
                        "long",
                        "media_url");
        JsonNode more = both("/requests/" + number, "?extensions=true").path(0);
        assertThat(names(more)).endsWith("attributes", "extended_attributes", "notes");
        assertThat(more.path("notes")).hasSize(3);
        assertThat(more.path("extended_attributes").path("detailed_status").asText())
                .isEqualTo("reviewed");
        assertThat(names(both("/servicerequestupdates", "?extensions=true").path(0)))
                .contains("external_status_code");
    }

    @Test
    void aRequestIsAnsweredOnceFromTheFirstWordToTheLast() {
        String number = filed("description", "新华街路灯坏了");
        answered(number, ANSWER);
        reviewer.closes(number).ok();
        assertIsOver(number);
        assertThat(updatesOf(number))
                .filteredOn(update -> update.path("description").asText().equals(ANSWER))
                .hasSize(1);
        assertThat(one(number).path("status_notes").asText()).isEqualTo(ANSWER);
    }
}
