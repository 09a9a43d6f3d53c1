package cn.wenzheng.petition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.wenzheng.organization.Refusal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PastedTest {

    private static final Instant NOW = Instant.parse("2026-03-10T02:00:00Z");

    private static Pasted from(@Nullable String link) {
        return Pasted.of(PastedFrom.WEIBO, link, "路人", NOW, NOW);
    }

    @Test
    void theSamePageIsKnownWhereverOnItOneLooks() {
        assertThat(from(" https://weibo.example/1/Ab#comment ").link()).isEqualTo("https://weibo.example/1/Ab");
        assertThat(from(null).link()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"javascript:alert(1)", "weibo.example/1", "https:///nowhere", "http://a b", "mailto:a@b.example"
            })
    void whatIsNoPageIsRefused(String link) {
        assertRefused("link-malformed", () -> from(link));
    }

    @Test
    void aPlatformIsNeededAndNobodySpeaksTomorrow() {
        assertRefused("field-required", () -> Pasted.of(null, null, null, null, NOW));
        assertRefused("said-in-the-future", () -> Pasted.of(PastedFrom.OTHER, null, null, NOW.plusSeconds(1), NOW));
    }

    private static void assertRefused(String slug, Runnable call) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.slug()).isEqualTo(slug));
    }
}
