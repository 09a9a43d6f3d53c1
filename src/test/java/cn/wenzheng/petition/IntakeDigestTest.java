package cn.wenzheng.petition;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.jspecify.annotations.Nullable;

class IntakeDigestTest {

    @Property
    void isTheSameForTheSameMessage(@ForAll @AlphaChars @StringLength(min = 1, max = 30) String text) {
        assertThat(IntakeDigest.of(intake("a", text, false))).isEqualTo(IntakeDigest.of(intake("a", text, true)));
    }

    @Property
    void differsWhenAnyWordDiffers(
            @ForAll @AlphaChars @StringLength(min = 1, max = 30) String text,
            @ForAll @AlphaChars @StringLength(min = 1, max = 30) String title) {
        byte[] original = IntakeDigest.of(intake(title, text, false));
        assertThat(IntakeDigest.of(intake(title, text + "x", false))).isNotEqualTo(original);
        assertThat(IntakeDigest.of(intake(title + "x", text, false))).isNotEqualTo(original);
        assertThat(IntakeDigest.of(intake(null, text, false))).isNotEqualTo(original);
    }

    @Property
    void keepsTheBordersBetweenFields(@ForAll @AlphaChars @StringLength(min = 2, max = 20) String words) {
        byte[] oneWay = IntakeDigest.of(intake(words.substring(0, 1), words.substring(1), false));
        byte[] otherWay = IntakeDigest.of(intake(words, "x", false));
        assertThat(oneWay).isNotEqualTo(otherWay);
        assertThat(IntakeDigest.of(intake("null", words, false)))
                .isNotEqualTo(IntakeDigest.of(intake(null, words, false)));
    }

    private static Intake intake(@Nullable String title, String text, boolean backlog) {
        return new Intake(
                Channel.IMPORT,
                "",
                "1",
                null,
                null,
                title,
                text,
                null,
                null,
                null,
                Petitioner.UNKNOWN,
                false,
                false,
                null,
                backlog);
    }
}
