package cn.wenzheng.petition;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wenzheng.CityTest;
import cn.wenzheng.city.Citizen;
import cn.wenzheng.city.Clerk;
import cn.wenzheng.city.Photos;
import cn.wenzheng.city.Reply;
import cn.wenzheng.city.Upload;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pictures and documents through every door: cleaned on the way in, handed out by right. */
class AttachmentsTest extends CityTest {

    private static final byte[] PDF = "%PDF-1.7\n1 0 obj\n<<>>\nendobj\n".getBytes(StandardCharsets.US_ASCII);

    @Test
    void aCitizensPhotoIsSeenByWhoMaySeeTheCaseAndByNobodyElse() {
        Citizen citizen = filedAndAssigned(LIGHTING);
        citizen.adds(new Upload().field("text", "照片在这里").file("photo", "../../我家.jpg", Photos.withPlace()))
                .ok();
        JsonNode attachment = citizen.looks().path("attachments").path(0);
        String address = "/api/petitions/" + citizen.number() + "/attachments/"
                + attachment.path("id").asText();

        HttpResponse<byte[]> photo = citizen.mine().download(address);
        assertThat(photo.statusCode()).isEqualTo(200);
        assertThat(new String(photo.body(), StandardCharsets.ISO_8859_1))
                .doesNotContain(Photos.SECRET, "Exif", "script");
        assertThat(photo.body()).hasSize(attachment.path("size").asInt());
        assertThat(attachment.toString()).contains("image/jpeg").doesNotContain("我家");
        assertThat(operator.sheet(citizen.number()).toString()).doesNotContain("我家");
        assertThat(header(photo, "Content-Type")).startsWith("image/jpeg");
        assertThat(header(photo, "Content-Disposition")).startsWith("inline");
        assertThat(header(photo, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(photo, "Content-Security-Policy")).contains("sandbox", "default-src 'none'");
        assertThat(header(photo, "Cache-Control")).contains("no-store");

        for (String reader : new String[] {"operator", "reviewer", "supervisor", "auditor", "assessor", LIGHTING}) {
            assertThat(status(clerk(reader), address)).as(reader).isEqualTo(200);
        }
        for (String other : new String[] {ROADS, "admin"}) {
            assertThat(status(clerk(other), address)).as(other).isEqualTo(404);
        }
        assertThat(stranger.download(address).statusCode()).isEqualTo(404);
        assertThat(stranger.with("X-Query-Code", "WRONGWRONG22")
                        .download(address)
                        .statusCode())
                .isEqualTo(404);
        assertThat(files().mine().download(address).statusCode())
                .as("the code of another petition")
                .isEqualTo(404);
        assertThat(trail(citizen.number())).contains("attachment-added", "attachment-viewed");
    }

    @Test
    void aUnitsProofGoesToTheCitizenWithTheAnswerAndOnlyIfItShall() {
        Citizen citizen = filedAndAssigned(LIGHTING);
        Clerk handler = clerk(LIGHTING);
        String number = citizen.number();
        attach(handler, number, "a\"../../b.jpg", Photos.jpeg(40, 30), true).ok();
        attach(handler, number, "现场记录.pdf", PDF, false).ok();
        assertThat(citizen.looks().path("attachments")).isEmpty();
        JsonNode kept = handler.sheet(number).path("attachments");
        assertThat(kept).hasSize(2);
        assertThat(kept.path(1).path("label").asText()).isEqualTo("现场记录.pdf");
        String internal = "/api/petitions/" + number + "/attachments/"
                + kept.path(1).path("id").asText();
        HttpResponse<byte[]> document = handler.caller().download(internal);
        assertThat(document.body()).isEqualTo(PDF);
        assertThat(header(document, "Content-Disposition"))
                .startsWith("attachment")
                .contains(number)
                .doesNotContain("现场");

        handler.answers(number, INTERNAL, ANSWER).ok();
        assertThat(attach(handler, number, "c.jpg", Photos.jpeg(4, 4), true).status())
                .as("its part has ended")
                .isEqualTo(409);
        reviewer.passes(number).ok();
        JsonNode seen = citizen.looks().path("attachments");
        assertThat(seen).hasSize(1);
        assertThat(seen.path(0).path("by").asText()).contains("照明");
        assertThat(seen.toString()).doesNotContain("\"" + LIGHTING + "\"");
        assertThat(citizen.mine().download(internal).statusCode()).isEqualTo(404);
    }

    @Test
    void onlyWhoWorksOnItAttaches() {
        String number = filedAndAssigned(LIGHTING).number();
        assertThat(attach(operator, number, "a.jpg", Photos.jpeg(4, 4), false).status())
                .isEqualTo(204);
        assertThat(attach(reviewer, number, "a.jpg", Photos.jpeg(4, 4), false).status())
                .isEqualTo(204);
        assertThat(attach(clerk(ROADS), number, "a.jpg", Photos.jpeg(4, 4), false)
                        .status())
                .isEqualTo(404);
        assertThat(attach(supervisor, number, "a.jpg", Photos.jpeg(4, 4), false).status())
                .isEqualTo(403);
        assertThat(attach(clerk("auditor"), number, "a.jpg", Photos.jpeg(4, 4), false)
                        .status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({"html,attachment-not-a-picture", "pdf,attachment-not-a-picture", "bomb,attachment-dimensions"})
    void aBadPhotoIsRefusedWithASentenceAndNothingIsAdded(String kind, String slug) {
        Citizen citizen = files();
        byte[] content = switch (kind) {
            case "html" -> "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8);
            case "pdf" -> PDF;
            default -> Photos.bomb(50_000);
        };
        Reply reply = citizen.adds(new Upload()
                .field("text", "看照片")
                .file("photo", "good.jpg", Photos.jpeg(4, 4))
                .file("photo", "photo.jpg", content));
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.body().path("type").asText()).endsWith(slug);
        assertThat(reply.body().path("field").asText()).isEqualTo("photo");
        assertThat(citizen.looks().path("attachments")).isEmpty();
        assertThat(citizen.looks().toString()).doesNotContain("看照片");
    }

    @Test
    void aCitizenAttachesNineAtMost() {
        Citizen citizen = files();
        citizen.adds(new Upload().files("photo", Photos.jpeg(4, 4), 8)).ok();
        assertThat(citizen.adds(new Upload().files("photo", Photos.jpeg(4, 4), 2))
                        .status())
                .isEqualTo(422);
        citizen.adds(new Upload().files("photo", Photos.jpeg(4, 4), 1)).ok();
        assertThat(citizen.looks().path("attachments")).hasSize(9);
    }

    @Test
    void twoHundredMegabytesAreAnsweredWithASentence() throws Exception {
        Citizen citizen = files();
        String address = stranger.address();
        HttpResponse<String> api =
                send(HttpRequest.newBuilder(URI.create(address + "/api/petitions/" + citizen.number() + "/add"))
                        .header("X-Query-Code", citizen.queryCode()));
        assertThat(api.statusCode()).isEqualTo(413);
        assertThat(api.body()).contains("upload-too-large", "10 MB");

        for (String path : new String[] {"/", "/track/" + citizen.number() + "/add"}) {
            HttpResponse<String> page =
                    send(HttpRequest.newBuilder(URI.create(address + path)).header("Accept", "text/html"));
            assertThat(page.statusCode()).as(path).isEqualTo(413);
            assertThat(page.body()).as(path).contains("文件太大", "10 MB");
        }
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        HttpRequest upload = request.header("Content-Type", Upload.contentType())
                .header("Accept-Language", "zh-CN")
                .POST(new Upload()
                        .field("text", "录像")
                        .file("photo", "video.mp4", new byte[0])
                        .withMegabytes(200))
                .build();
        return HttpClient.newHttpClient().send(upload, BodyHandlers.ofString());
    }

    @Test
    void whatIsNotThereIsNotFound() {
        Citizen citizen = files();
        for (String id : new String[] {"none", UUID.randomUUID().toString(), "..%2f..%2fetc"}) {
            assertThat(citizen.mine()
                            .download("/api/petitions/" + citizen.number() + "/attachments/" + id)
                            .statusCode())
                    .as(id)
                    .isIn(400, 404);
        }
    }

    private static Reply attach(Clerk clerk, String number, String name, byte[] content, boolean forCitizen) {
        Upload upload = new Upload()
                .field("forCitizen", String.valueOf(forCitizen))
                .file("file", name.replace("\"", "%22"), content);
        return clerk.caller().upload("/api/petitions/" + number + "/attachments", upload);
    }

    private static int status(Clerk clerk, String address) {
        return clerk.caller().download(address).statusCode();
    }

    private static String header(HttpResponse<byte[]> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private String trail(String number) {
        return clerk("auditor")
                .caller()
                .get("/api/audit/petitions/" + number)
                .ok()
                .toString();
    }

    @Test
    void aPhotoFiledOnThePortalComesWithThePetition() {
        Map<String, String> words =
                Map.of("text", WORDS, "key", UUID.randomUUID().toString());
        Upload upload = new Upload().file("photo", "a.jpg", Photos.jpeg(40, 30)).file("photo", "", new byte[0]);
        words.forEach(upload::field);
        HttpResponse<byte[]> receipt = page(upload);
        assertThat(receipt.statusCode()).isEqualTo(200);
        assertThat(page(upload).statusCode()).as("pressed twice").isEqualTo(200);
        String body = new String(receipt.body(), StandardCharsets.UTF_8);
        String number = body.replaceAll("(?s).*id=\"number\">([^<]+)<.*", "$1");
        assertThat(operator.sheet(number).path("attachments")).hasSize(1);

        Upload bad = new Upload().file("photo", "a.jpg", new byte[] {1, 2, 3}).field("text", "没有进来的话");
        HttpResponse<byte[]> refused = page(bad);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(new String(refused.body(), StandardCharsets.UTF_8)).contains("没有进来的话", "JPEG");
        assertThat(operator.caller()
                        .get("/api/petitions?q=" + URLEncoder.encode("没有进来的话", StandardCharsets.UTF_8))
                        .ok()
                        .path("total")
                        .asInt())
                .isZero();
    }

    private HttpResponse<byte[]> page(Upload upload) {
        return stranger.with("Accept", "text/html").submit("/", upload);
    }
}
