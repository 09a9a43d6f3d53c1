package cn.wenzheng.channel.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wenzheng.channel.Account;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import me.chanjar.weixin.common.util.crypto.WxCryptUtil;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Tencent's published samples, the library as oracle, and what no honest sender seals. */
class EnvelopeTest {

    private static final String SAMPLE =
            "jn1L23DB+6ELqJ+6bruv21Y6MD7KeIfP82D6gU39rmkgczbWwt5+3bnyg5K55bgVtVzd832WzZGMhkP72vVOfg==";

    private static final String MESSAGE =
            "mfBCs65c67CeJw22u4VT2TD73q5H06+ocrAIxswCaeZ/d/Lw0msSZFHY0teqgSYiI1zR2gD2DKrB3TIrmX/"
                    + "liNSDrGqS8jSI/WPeKB5VPr7Ezr7gomZAyGCwJSgT1TRFWPfONGJMxuj2nk4faTuspAuVIFQ6SHwZuJBZC7mcJp7Cgr9cUhATQWDbOPaE7"
                    + "ukZBTV2YqyzH+UI2AK+J1S47cE79k1RX8t0hcTz/O0hlK8DGXKnvYv88qKQcI7z4iaajqHfRVZKBNyOODabs+It+ZfM3dWTeFcPgDbGtIE"
                    + "npt/EDtuuA/zMvtkaKdHdswPnVZQ+xdwbYr3ldGvfT8HlEYEgkgKaThxTFobVlwzu2ZkXCjicbP3xdr15Iq48ObgzPpqYuZ3IEoyggZDKCl"
                    + "quk0u0orMck4GTF/XyE8yGzc4=";

    @Test
    void x1OpensAndProvesTencentsFirstSample() {
        Account account = Tencent.account("wxb11529c136998cb6", "pamtest", Tencent.AES_KEY, Map.of());

        assertThat(Envelope.open(account, SAMPLE)).contains("我是中文abcd123");
        assertThat(Envelope.isSigned(account, "76480565cbe296026c53aaacd1ad523a1ddba24f", "1409304348", "xxxxxx"))
                .isTrue();
        assertThat(Envelope.isSigned(
                        account, "82c962d39941aa48552f90ef55aa323dc620cc10", "1409304348", "xxxxxx", SAMPLE))
                .isTrue();
    }

    @Test
    void x1TheLibrarySealsTheSampleAsPublished() {
        WxCryptUtil library = new WxCryptUtil("pamtest", Tencent.AES_KEY, "wxb11529c136998cb6");

        assertThat(library.encrypt("aaaabbbbccccdddd", "我是中文abcd123")).isEqualTo(SAMPLE);
    }

    @Test
    void x1OpensTencentsTextMessageWithItsLineFeeds() {
        Account account = Tencent.account("wx2c2769f8efd9abc2", "spamtest", Tencent.AES_KEY, Map.of());

        assertThat(Envelope.isSigned(
                        account, "003fee52ecc56afb46c00b5c7721be87860ce785", "1410349438", "298025754", MESSAGE))
                .isTrue();
        assertThat(Envelope.open(account, MESSAGE)).contains("""
                        <xml><ToUserName><![CDATA[gh_10f6c3c3ac5a]]></ToUserName>
                        <FromUserName><![CDATA[oyORnuP8q7ou2gfYjqLzSIWZf0rs]]></FromUserName>
                        <CreateTime>1410349438</CreateTime>
                        <MsgType><![CDATA[text]]></MsgType>
                        <Content><![CDATA[abcdteT]]></Content>
                        <MsgId>6057404712141979648</MsgId>
                        </xml>""");
    }

    @Test
    void x1OpensTheSampleWithTheSecondKey() {
        String encrypted = "P9nAzCzyDtyTWESHep1vC5X9xho/qYX3Zpb4yKa9SKld1DsH3Iyt3tP3zNdtp+4RPcs8TgAE7OaBO+FZXvnaqQ==";
        Account account = Tencent.account(
                "wx5823bf96d3bd56c7", "QDG6eK", "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C", Map.of());

        assertThat(Envelope.isSigned(
                        account, "5c45ff5e21c57e6ad56bac8758b79b1d9ac89fd3", "1409659589", "263014780", encrypted))
                .isTrue();
        assertThat(Envelope.open(account, encrypted)).contains("1616140317555161061");
    }

    @Property(tries = 200)
    void x1OpensWhateverTheLibrarySeals(@ForAll String words) {
        // Half a character is no text; the library writes it as a question mark.
        String text = new String(words.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        WxCryptUtil.EncryptContext sealed =
                new WxCryptUtil(Tencent.TOKEN, Tencent.AES_KEY, Tencent.APPID).encryptContext(text);
        Account account = Tencent.account(Map.of());

        assertThat(Envelope.open(account, sealed.getEncrypt())).contains(text);
        assertThat(Envelope.isSigned(
                        account, sealed.getSignature(), sealed.getTimeStamp(), sealed.getNonce(), sealed.getEncrypt()))
                .isTrue();
    }

    @Test
    void x3DoesNotOpenWhatWasSealedForAnotherAppidWithOurKey() {
        String foreign =
                new WxCryptUtil(Tencent.TOKEN, Tencent.AES_KEY, "wxother").encrypt("aaaabbbbccccdddd", "<xml/>");

        assertThat(Envelope.open(Tencent.account(Map.of()), foreign)).isEmpty();
    }

    @Test
    void x19OpensNothingThatIsCutOrLiesAboutItsLength() {
        Account account = Tencent.account(Map.of());
        int length = "<xml/>".length();
        assertThat(Envelope.open(account, Tencent.seal(Tencent.inside(length, "<xml/>", Tencent.APPID, null))))
                .contains("<xml/>");

        byte[] whole = Base64.getDecoder().decode(SAMPLE);
        for (int cut : new int[] {0, 1, 15, 16, 31, 32, 48, whole.length - 1}) {
            String cutOff = Base64.getEncoder().encodeToString(Arrays.copyOf(whole, cut));
            assertThat(Envelope.open(account, cutOff)).as("cut to %d", cut).isEmpty();
        }
        for (int wrong : new int[] {-1, Integer.MIN_VALUE, Integer.MAX_VALUE, 0x7ffffff0, length + 1, length - 1}) {
            String lie = Tencent.seal(Tencent.inside(wrong, "<xml/>", Tencent.APPID, null));
            assertThat(Envelope.open(account, lie)).as("length %d", wrong).isEmpty();
        }
        for (int padding : new int[] {0, 33, 127, -1}) {
            String lie = Tencent.seal(Tencent.inside(length, "<xml/>", Tencent.APPID, padding));
            assertThat(Envelope.open(account, lie)).as("padding %d", padding).isEmpty();
        }
        assertThat(Envelope.open(account, "no base64: $$$")).isEmpty();
    }
}
