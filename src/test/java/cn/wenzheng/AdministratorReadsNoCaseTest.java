package cn.wenzheng;

import static cn.wenzheng.city.Webapp.ENGINE;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wenzheng.city.Citizen;
import cn.wenzheng.city.Visitor;
import cn.wenzheng.city.Webapp;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An administrator keeps the product running and reads no case, whatever door he tries. */
class AdministratorReadsNoCaseTest extends CityTest {

    /** What the citizen said and who he is, and what the city has answered. */
    private static final List<String> CONTENT =
            List.of("路灯坏了三天", "老人夜里", "兴庆区新华街12号", Citizen.NAME, Citizen.PHONE, "听雪", "13912", INTERNAL, ANSWER);

    private static final String HISTORY = ENGINE + "/history";

    @LocalServerPort
    private int port;

    private String number;
    private String task;
    private String instance;

    @BeforeEach
    void aCaseIsAnswered() {
        number = filedAndAssigned(LIGHTING).number();
        clerk(LIGHTING).answers(number, INTERNAL, ANSWER).ok();
        task = reviewer.task(number, "ReviewPetition").path("id").asText();
        instance = engine.engine()
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .list()
                .get(0)
                .getId();
    }

    @Test
    void noPageAndNoRouteShowsHimOne() {
        Visitor admin = new Visitor(port);
        admin.logIn("admin", "Wenzheng-demo-1");
        List<String> leaks = new ArrayList<>();
        addresses().forEach(address -> {
            String page = admin.get(address).body();
            String call = admin.get(address, Visitor.basic("admin", "Wenzheng-demo-1"))
                    .body();
            leaks.addAll(leaks(address, page));
            leaks.addAll(leaks(address + " (API)", call));
        });

        assertThat(leaks).isEmpty();
    }

    @Test
    void aReviewerSeesItInTheSamePlaces() {
        Visitor page = new Visitor(port);
        page.logIn("reviewer", "Wenzheng-demo-1");

        assertThat(leaks("sheet", page.get("/petitions/" + number).body())).isNotEmpty();
        assertThat(leaks("list", page.get("/petitions?q=" + number).body())).isNotEmpty();
        assertThat(leaks("task", page.get("/tasks/" + task + "/sheet").body())).isNotEmpty();
    }

    @Test
    void camundasWebappsShowHimNone() {
        Webapp cockpit = webapp("admin", "cockpit");
        List<String> leaks = new ArrayList<>();
        Stream.of(
                        ENGINE + "/task",
                        ENGINE + "/task/" + task,
                        ENGINE + "/task/" + task + "/form-variables",
                        ENGINE + "/task/" + task + "/comment",
                        ENGINE + "/process-instance/" + instance + "/variables",
                        ENGINE + "/process-instance/" + instance + "/activity-instances",
                        ENGINE + "/variable-instance?processInstanceIdIn=" + instance,
                        HISTORY + "/variable-instance?processInstanceId=" + instance,
                        HISTORY + "/detail?processInstanceId=" + instance,
                        HISTORY + "/task?processInstanceId=" + instance,
                        HISTORY + "/activity-instance?processInstanceId=" + instance,
                        HISTORY + "/process-instance?processInstanceBusinessKey=" + number,
                        HISTORY + "/user-operation",
                        HISTORY + "/job-log",
                        HISTORY + "/decision-instance?processInstanceId=" + instance + "&includeInputs=true",
                        "/camunda/api/cockpit/plugin/base/default/process-instance/" + instance
                                + "/called-process-instances",
                        ENGINE + "/user",
                        ENGINE + "/filter")
                .forEach(address -> leaks.addAll(
                        leaks(address, cockpit.get(bounded(address)).body().toString())));
        assertThat(leaks).isEmpty();
        assertThat(cockpit.get(bounded(HISTORY + "/variable-instance?processInstanceId=" + instance))
                        .ok())
                .isEmpty();
    }

    @Test
    void whatHeTriesIsWritten() {
        clerk("admin").caller().get("/api/petitions/" + number);

        assertThat(clerk("auditor")
                        .caller()
                        .get("/api/audit/journal?person=admin&outcome=refused&petition=" + number)
                        .ok()
                        .path("total")
                        .asInt())
                .isPositive();
    }

    /** Every reading route there is, asked about this case, and the searches that would find it. */
    private Stream<String> addresses() {
        Stream<String> routes = RouteMatrix.ROWS.stream()
                .filter(row -> row.method().equals("GET"))
                // What everybody may read, and what the demo city's platforms show.
                .filter(row -> !row.path().matches("/open311/.*|/simulator/.*|/demo/simulator"))
                .map(row -> row.path()
                        .replace("{number}", number)
                        .replace("{id}", row.path().contains("tasks") ? task : "1")
                        .replace("{channel}", "weibo")
                        .replaceAll("\\{[^}]+}", "none"))
                .filter(path -> !path.contains("{"));
        Stream<String> searches = Stream.of(
                "/petitions?q=" + number,
                "/petitions?status=handled",
                "/api/petitions?q=" + number + "&size=200",
                "/api/petitions?status=handled&size=200",
                "/audit?number=" + number,
                "/audit?petition=" + number);
        return Stream.concat(routes, searches);
    }

    /** As the webapps ask: without a bound the engine refuses lists. */
    private static String bounded(String address) {
        return address + (address.contains("?") ? "&" : "?") + "firstResult=0&maxResults=50";
    }

    private static List<String> leaks(String address, String answer) {
        return CONTENT.stream()
                .filter(answer::contains)
                .map(words -> address + " shows " + words)
                .toList();
    }
}
