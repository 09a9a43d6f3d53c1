package cn.wenzheng.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What platforms push is read; what strangers hide in XML is not. */
class SafeXmlTest {

    @Example
    void readsTextsByPath() throws Exception {
        assertThat(SafeXml.read("""
                        <?xml version="1.0" encoding="GBK"?>
                        <xml><From>12</From><Text kind="a"><Content><![CDATA[<b>路灯</b> & 𠀀😀]]></Content></Text><From>13</From></xml>"""))
                .containsEntry("From", "12")
                .containsEntry("Text/Content", "<b>路灯</b> & 𠀀😀")
                .doesNotContainKey("xml");
    }

    @Example
    void readsTheFiveEntitiesAndADoctypeThatIsOnlyQuoted() throws Exception {
        assertThat(SafeXml.read("<xml><C>&lt;&#x4e2d;&amp;</C><D><![CDATA[<!DOCTYPE html>]]></D></xml>"))
                .isEqualTo(Map.of("C", "<中&", "D", "<!DOCTYPE html>"));
    }

    @Example
    void leavesOutSignsThatXmlDoesNotAllow() throws Exception {
        assertThat(SafeXml.read("<xml><C>路\u0000灯\uD800坏\u0007了</C></xml>")).isEqualTo(Map.of("C", "路灯坏了"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "路灯",
                "<xml>",
                "<xml><a></b></xml>",
                "<a/><b/>",
                "<!DOCTYPE xml><xml><C>a</C></xml>",
                "<!DOCTYPE xml [<!ENTITY a 'b'>]><xml><C>a</C></xml>",
                "<!DOCTYPE xml [<!ENTITY a 'b'>]><xml><C>&a;</C></xml>",
                "<!DOCTYPE xml [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;'>]><xml><C>&c;</C></xml>",
                "<xml><C>&nbsp;</C></xml>"
            })
    void refusesDocumentTypesForeignEntitiesAndWhatIsNoXml(String xml) {
        assertThatExceptionOfType(SafeXml.Unreadable.class).isThrownBy(() -> SafeXml.read(xml));
    }

    @Test
    void refusesWhatIsDeepOrLong() {
        for (String xml : new String[] {
            "<a>".repeat(17) + "</a>".repeat(17),
            "<x>" + "<a/>".repeat(500) + "</x>",
            "<x>" + "路".repeat(1 << 18) + "</x>"
        }) {
            assertThatExceptionOfType(SafeXml.Unreadable.class).isThrownBy(() -> SafeXml.read(xml));
        }
    }

    @Test
    void asksNobodyAndOpensNoFile(@TempDir Path folder) throws Exception {
        Path secret = Files.writeString(folder.resolve("secret"), "geheim");
        try (ServerSocket stranger = new ServerSocket(0)) {
            String address = "http://127.0.0.1:" + stranger.getLocalPort() + "/x";
            for (String type : new String[] {
                "<!DOCTYPE xml SYSTEM '" + address + "'>",
                "<!DOCTYPE xml [<!ENTITY e SYSTEM '" + address + "'>]>",
                "<!DOCTYPE xml [<!ENTITY % e SYSTEM '" + address + "'> %e;]>",
                "<!DOCTYPE xml [<!ENTITY e SYSTEM '" + secret.toUri() + "'>]>"
            }) {
                assertThatExceptionOfType(SafeXml.Unreadable.class)
                        .isThrownBy(() -> SafeXml.read(type + "<xml><C>&e;</C></xml>"))
                        .withMessageNotContaining("geheim");
            }
            stranger.setSoTimeout(50);
            assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(stranger::accept);
        }
    }

    @Property(tries = 500)
    void takesAnythingOrRefusesIt(@ForAll String anything) {
        try {
            assertThat(SafeXml.read("<xml><C>" + anything + "</C></xml>")).isNotNull();
        } catch (SafeXml.Unreadable refused) {
            assertThat(refused).hasMessageNotContaining("<");
        }
    }
}
