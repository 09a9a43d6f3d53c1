package cn.wenzheng.channel.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.wenzheng.channel.Delivery.TextLimit;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A text is cut as a platform counts, and nothing of it is lost. */
class PiecesTest {

    private static final String NUMBER = "WZ-20260314-000123";
    private static final String TAIL = "查询：http://127.0.0.1/track/WZ-20260314-000123#ABCDEFGHJKLM";

    @Test
    void whatFitsStaysWhole() {
        assertThat(Pieces.of("路灯已修好。", TAIL, NUMBER, signs(200), 20)).containsExactly("路灯已修好。\n" + TAIL);
        assertThat(Pieces.of("路灯已修好。", "", NUMBER, signs(6), 20)).containsExactly("路灯已修好。");
    }

    @Test
    void everyPieceFitsNamesThePetitionAndSaysWhichItIs() {
        String words = "我们已经派人到现场查看。".repeat(30);
        List<String> pieces = Pieces.of(words, "", NUMBER, signs(140), 20);
        assertThat(pieces)
                .hasSizeGreaterThan(2)
                .allSatisfy(piece -> assertThat(piece)
                        .satisfies(text -> assertThat(text.codePointCount(0, text.length()))
                                .isLessThanOrEqualTo(140))
                        .contains(NUMBER));
        assertThat(pieces.get(0)).endsWith("，1/" + pieces.size() + "）").contains("查看。（");
        assertThat(withoutMarks(pieces)).isEqualTo(words);
    }

    @Test
    void aSignOfFourBytesIsNeverCutInTwo() {
        String words = "😀".repeat(300);
        List<String> pieces = Pieces.of(words, "", NUMBER, signs(140), 20);
        assertThat(withoutMarks(pieces)).isEqualTo(words);
        assertThat(pieces)
                .allSatisfy(piece ->
                        assertThat(Character.isLowSurrogate(piece.charAt(0))).isFalse());
    }

    @Test
    void theAddressOfThePageIsNeverCut() {
        for (int length = 60; length < 200; length++) {
            List<String> pieces = Pieces.of("好".repeat(length), TAIL, NUMBER, signs(140), 20);
            assertThat(pieces.get(pieces.size() - 1)).as("of %s signs", length).contains(TAIL);
        }
    }

    @Test
    void whatWouldTakeMorePiecesThanWantedIsNotCutAtAll() {
        String words = "我们已经派人到现场查看。".repeat(30);
        assertThat(Pieces.of(words, "", NUMBER, signs(140), 20)).hasSize(4);
        assertThat(Pieces.of(words, "", NUMBER, signs(140), 3)).isEmpty();
    }

    @Test
    void aPlatformWithoutRoomIsNoted() {
        assertThatThrownBy(() -> Pieces.of("好".repeat(50), "", NUMBER, signs(20), 20))
                .isInstanceOf(IllegalStateException.class);
    }

    private static String withoutMarks(List<String> pieces) {
        return pieces.stream()
                .map(piece -> piece.replaceAll("（WZ-[0-9-]+，[0-9]+/[0-9]+）$", ""))
                .collect(Collectors.joining());
    }

    private static TextLimit signs(int most) {
        return new TextLimit() {
            @Override
            public int most() {
                return most;
            }

            @Override
            public int length(String text) {
                return text.codePointCount(0, text.length());
            }
        };
    }
}
