package cn.wenzheng.petition;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wenzheng.CityTest;
import cn.wenzheng.city.Reply;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QueryCodesTest extends CityTest {

    private static final int GUESSES = 10;

    @Test
    void tenWrongCodesCloseTheNumberForAQuarterOfAnHourEvenToTheRightOne() {
        var receipt = stranger.post("/api/petitions", Map.of("text", WORDS)).ok();
        String petition = "/api/petitions/" + receipt.path("number").asText();
        String code = receipt.path("queryCode").asText();
        for (int guess = 0; guess < GUESSES; guess++) {
            assertThat(open(petition, code).status())
                    .as("before guess %s", guess)
                    .isEqualTo(200);
            assertThat(open(petition, "222222222222").status()).isEqualTo(404);
        }
        assertThat(open(petition, code).status()).isEqualTo(404);
        var other = stranger.post("/api/petitions", Map.of("text", WORDS)).ok();
        assertThat(open(
                                "/api/petitions/" + other.path("number").asText(),
                                other.path("queryCode").asText())
                        .status())
                .as("another number from the same address")
                .isEqualTo(200);
        clerk("admin")
                .caller()
                .post("/api/demo/clock", Map.of("advance", "PT16M"))
                .ok();
        assertThat(open(petition, code).status()).isEqualTo(200);
    }

    @Test
    void anUnknownNumberAndAWrongCodeAreOneAndTheSameAnswer() {
        var receipt = stranger.post("/api/petitions", Map.of("text", WORDS)).ok();
        String number = receipt.path("number").asText();
        String unknown = "WZ-20260101-999999";
        Reply wrong = open("/api/petitions/" + number, "222222222222");
        Reply nothing = open("/api/petitions/" + unknown, "222222222222");
        assertThat(wrong.status()).isEqualTo(nothing.status()).isEqualTo(404);
        assertThat(wrong.body().toString().replace(number, unknown))
                .isEqualTo(nothing.body().toString());
    }

    private Reply open(String petition, String code) {
        return stranger.with("X-Query-Code", code).get(petition);
    }
}
