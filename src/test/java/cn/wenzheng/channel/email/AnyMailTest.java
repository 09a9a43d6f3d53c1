package cn.wenzheng.channel.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

/** Whatever comes into a mailbox is read and throws nothing. */
class AnyMailTest {

    @Property(tries = 300)
    void readsAnyBytes(@ForAll @Size(max = 500) byte[] bytes) {
        assertThat(Mails.read(bytes).stream()).allSatisfy(item -> {
            assertThat(item.externalId()).isNotBlank().hasSizeLessThan(300);
            assertThat(item.conversationKey()).hasSizeLessThan(300);
        });
    }

    @Property(tries = 300)
    void readsAnyWordsInAnyHeader(@ForAll String words) {
        String line = words.replaceAll("[\\r\\n]", "");
        assertThat(Mails.read(Mails.mail(
                        "Subject: " + line + "\nReferences: " + line + "\nIn-Reply-To: " + line + "\nContent-Type: "
                                + line + "\nContent-Disposition: " + line + "\nContent-Transfer-Encoding: " + line
                                + "\n",
                        "路灯")))
                .isPresent();
    }

    @Property(tries = 300)
    void breaksAtNoPlaceOfAGoodMail(@ForAll byte wrong, @ForAll int place) {
        byte[] mail = Mails.mail(
                "Subject: =?UTF-8?B?6Lev54Gv?=\nContent-Type: multipart/mixed; boundary=a\n",
                "--a\nContent-Type: text/html; charset=gbk\nContent-Transfer-Encoding: base64\n\nPHA+eDwvcD4=\n--a\n"
                        + "Content-Type: image/png; name=\"=?GBK?Q?=C2=B7?=\"\n\nx\n--a--\n");
        mail[Math.floorMod(place, mail.length)] = wrong;

        assertThat(Mails.read(mail).stream())
                .allSatisfy(item -> assertThat(item.text()).isNotNull());
    }

    @Property(tries = 300)
    void decodesAnything(@ForAll String words) {
        assertThat(EncodedWords.decode(words)).isNotNull();
        assertThat(Charsets.decode(words.getBytes(StandardCharsets.UTF_16), words))
                .isNotNull();
    }
}
