package cn.wenzheng.city;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * A citizen with a petition.
 *
 * @param number the petition's number
 * @param queryCode known to the citizen alone
 */
public record Citizen(Caller caller, String number, String queryCode) {

    public static final String NAME = "欧阳听雪";
    public static final String PHONE = "13912345678";
    public static final String EMAIL = "tingxue@example.org";

    /** Files a petition on the portal's API. */
    public static Citizen files(Caller caller, String title, String text) {
        Map<String, Object> petition = Map.of(
                "kind",
                "help",
                "title",
                title,
                "text",
                text,
                "address",
                "兴庆区新华街12号",
                "petitioner",
                Map.of("name", NAME, "phone", PHONE, "email", EMAIL));
        JsonNode receipt = caller.post("/api/petitions", petition).ok();
        return new Citizen(
                caller,
                receipt.path("number").asText(),
                receipt.path("queryCode").asText());
    }

    /** What the tracking page knows. */
    public JsonNode looks() {
        return mine().get("/api/petitions/" + number).ok();
    }

    public void withdraws() {
        mine().post("/api/petitions/" + number + "/withdraw", Map.of()).ok();
    }

    public void writes(String text) {
        mine().post("/api/petitions/" + number + "/replies", Map.of("text", text))
                .ok();
    }

    public Reply adds(String text) {
        return acts("add", Map.of("text", text));
    }

    public Reply adds(Upload upload) {
        return mine().upload("/api/petitions/" + number + "/add", upload);
    }

    public Reply acts(String act, Map<String, ?> command) {
        return mine().post("/api/petitions/" + number + "/" + act, command);
    }

    /** The petitioner as whoever knows his code. */
    public Caller mine() {
        return caller.with("X-Query-Code", queryCode);
    }
}
