package cn.wenzheng.city;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One of the city's people at work. */
public record Clerk(Caller caller) {

    /** A leaf of the demo city's category tree: a street light that is out. */
    private static final String STREET_LIGHT = "C010601";

    public Reply accepts(String number) {
        return step(number, "accept", Map.of("kind", "help", "category", STREET_LIGHT));
    }

    public Reply refuses(String number, String note) {
        return step(number, "refuse", Map.of("reason", "not-this-city", "note", note));
    }

    public Reply assigns(String number, String lead, String... assisting) {
        return step(number, "assign", Map.of("lead", lead, "assisting", List.of(assisting)));
    }

    public Reply reassigns(String number, String lead) {
        return step(number, "reassign", Map.of("lead", lead, "reason", "原单位职责不符"));
    }

    /** Signs for the petition in the unit's name. */
    public Reply signs(String number) {
        return step(number, "sign", Map.of());
    }

    /** The lead's answer, for the centre and for the citizen. */
    public Reply answers(String number, String answer, String publicAnswer) {
        return step(number, "handle", Map.of("answer", answer, "publicAnswer", publicAnswer, "solved", true));
    }

    /** The lead ends the handling though a part is missing. */
    public Reply answersWithDissent(String number, String publicAnswer, String dissent) {
        Map<String, Object> answer =
                Map.of("answer", "已办理", "publicAnswer", publicAnswer, "solved", true, "dissent", dissent);
        return step(number, "handle", answer);
    }

    /** An assisting unit's part. */
    public Reply assists(String number, String answer) {
        return step(number, "handle", Map.of("answer", answer, "solved", true));
    }

    public Reply saysNotOurs(String number) {
        Map<String, String> ground = Map.of("ground", "not-our-duty", "note", "不属于本单位职责范围");
        return step(number, "handle", Map.of("notOurs", ground));
    }

    public Reply passes(String number) {
        return step(number, "review", Map.of("pass", true));
    }

    public Reply sendsBack(String number) {
        return step(number, "review", Map.of("pass", false, "note", "答复没有说明何时修好"));
    }

    public Reply closes(String number) {
        return step(
                number,
                "close",
                Map.of("reached", true, "contacted", true, "solved", true, "satisfaction", "satisfied"));
    }

    private Reply step(String number, String step, Map<String, ?> command) {
        return caller.post("/api/petitions/" + number + "/" + step, command);
    }

    /** The words of the tasks this person may work on for the petition. */
    public List<String> tasks(String number) {
        return openTasks().stream()
                .filter(task -> task.path("petition").asText().equals(number))
                .map(task -> task.path("task").asText())
                .toList();
    }

    /** The task, which must be there. */
    public JsonNode task(String number, String word) {
        Optional<JsonNode> found = openTasks().stream()
                .filter(task -> task.path("petition").asText().equals(number))
                .filter(task -> task.path("task").asText().equals(word))
                .findFirst();
        return found.orElseThrow(() -> new AssertionError("no task " + word + " of " + number));
    }

    private List<JsonNode> openTasks() {
        List<JsonNode> open = new ArrayList<>();
        JsonNode page;
        do {
            page = caller.get("/api/tasks?size=200&page=" + open.size() / 200).ok();
            page.path("items").forEach(open::add);
        } while (open.size() < page.path("total").asLong());
        return open;
    }

    public JsonNode sheet(String number) {
        return caller.get("/api/petitions/" + number).ok();
    }
}
