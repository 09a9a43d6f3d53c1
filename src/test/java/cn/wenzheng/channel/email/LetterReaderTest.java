package cn.wenzheng.channel.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.wenzheng.channel.Inbound;
import cn.wenzheng.channel.MediaRef;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What mails say (channels' conformance cases M1 to M5, M8, M9 and M12). */
class LetterReaderTest {

    private static final String TEXT = "Content-Type: text/plain; charset=UTF-8\n";

    @ParameterizedTest
    @CsvSource({"UTF-8,8bit", "GB18030,8bit", "GB2312,8bit", "Big5,8bit", "UTF-16BE,base64", "gbk,8bit"})
    void m1WordsOfEveryCharsetAreRead(String charset, String transfer) {
        String words = charset.equals("Big5") ? "路燈壞了" : "路灯坏了";
        byte[] body = words.getBytes(Charset.forName(charset));
        byte[] sent = transfer.equals("base64") ? Base64.getMimeEncoder().encode(body) : body;
        byte[] mail = Mails.mail(
                "Content-Type: text/plain; charset=" + charset + "\nContent-Transfer-Encoding: " + transfer + "\n",
                sent);

        assertThat(Mails.item(mail).text()).isEqualTo(words);
    }

    @Test
    void m1WhoDeclaresGb2312WritesWhatOnlyGb18030Has() {
        byte[] mail =
                Mails.mail("Content-Type: text/plain; charset=gb2312\n", "镕𠮷€".getBytes(Charset.forName("GB18030")));
        assertThat(Mails.item(mail).text()).isEqualTo("镕𠮷€");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "; charset=us-ascii", "; charset=x-nobody-knows", "; charset=\"", "; charset=*?"})
    void m1WithoutAGoodCharsetItIsUtf8OrGb18030(String charset) {
        String header = "Content-Type: text/plain" + charset + "\n";
        assertThat(Mails.item(Mails.mail(header, "路灯坏了😀".getBytes(StandardCharsets.UTF_8)))
                        .text())
                .isEqualTo("路灯坏了😀");
        assertThat(Mails.item(Mails.mail(header, "路灯坏了".getBytes(Charset.forName("GB18030"))))
                        .text())
                .isEqualTo("路灯坏了");
    }

    @Test
    void m1QuotedPrintableIsRead() {
        String body = "=E8=B7=AF=E7=81=AF=\n=E5=9D=8F=E4=BA=86";
        assertThat(Mails.item(Mails.mail(TEXT + "Content-Transfer-Encoding: quoted-printable\n", body))
                        .text())
                .isEqualTo("路灯坏了");
    }

    @Test
    void m1ASubjectCutInTheMiddleOfASignIsPutTogether() {
        byte[] subject = "新华街路灯坏了".getBytes(StandardCharsets.UTF_8);
        String cut = "=?UTF-8?B?" + base64(subject, 0, 10) + "?=\n =?utf-8?B?" + base64(subject, 10, 21) + "?= ok";
        assertThat(Mails.item(Mails.mail("Subject: " + cut + "\n" + TEXT, "x"))
                        .form()
                        .title())
                .isEqualTo("新华街路灯坏了 ok");
    }

    @ParameterizedTest
    @CsvSource({
        "=?gb2312?B?wre1xru1wcs=?=, 路灯坏了",
        "=?GB18030?Q?=C2=B7=B5=C6_ok?=, 路灯 ok",
        "=?UTF-8*zh?Q?=E8=B7=AF?=, 路",
        "plain words, plain words",
        "=?UTF-8?B?not base64 at all?=, not base64 at all"
    })
    void m1EncodedWordsOfHeadersAreRead(String header, String words) {
        String decoded = EncodedWords.decode(header);
        if (header.contains("not base64")) {
            assertThat(decoded).doesNotContain("\u0000");
        } else {
            assertThat(decoded).isEqualTo(words);
        }
    }

    @Test
    void m1AHeaderThatIsNotEncodedAtAllIsRead() {
        assertThat(Mails.item(Mails.mail("Subject: 路灯\n" + TEXT, "x")).form().title())
                .isEqualTo("路灯");
    }

    @Test
    void m2HtmlAloneIsReadAsWordsAndLoadsNothing() {
        String html = "<html><head><style>p{}</style><script>alert(1)</script></head><body><p>路灯&nbsp;坏了</p>"
                + "<div>第二行<br>第三行</div><img src='http://127.0.0.1:1/track.png'><ul><li>一<li>二</ul></body></html>";
        Inbound item = Mails.item(Mails.mail("Content-Type: text/html; charset=UTF-8\n", html));

        assertThat(item.text()).isEqualTo("路灯 坏了\n第二行\n第三行\n- 一\n- 二");
        assertThat(item.media()).isEmpty();
    }

    @Test
    void m2OfSeveralFormsThePlainOneIsReadAndPicturesInTheTextAreKept() {
        String body = """
                --a
                Content-Type: multipart/related; boundary=r

                --r
                Content-Type: multipart/alternative; boundary=b

                --b
                Content-Type: text/plain; charset=UTF-8

                路灯坏了
                --b
                Content-Type: text/html; charset=UTF-8

                <p>路灯坏了<img src="cid:1"></p>
                --b--
                --r
                Content-Type: image/png
                Content-ID: <1>
                Content-Disposition: inline
                Content-Transfer-Encoding: base64

                iVBORw0KGgo=
                --r--
                --a
                Content-Type: application/ms-tnef; name=winmail.dat
                Content-Transfer-Encoding: base64

                AAAA
                --a
                Content-Type: application/pdf
                Content-Disposition: attachment; filename*=UTF-8''%E7%85%A7%E7%89%87.pdf
                Content-Transfer-Encoding: base64

                AAAA
                --a--
                """;
        Inbound item = Mails.item(Mails.mail("Content-Type: multipart/mixed; boundary=a\n", body));

        assertThat(item.text()).isEqualTo("路灯坏了");
        assertThat(item.media())
                .extracting(MediaRef::type, MediaRef::name)
                .containsExactly(tuple(MediaRef.Type.PICTURE, null), tuple(MediaRef.Type.FILE, "照片.pdf"));
        assertThat(item.media().get(0).content()).startsWith(0x89, 'P', 'N', 'G');
    }

    @Test
    void m2AMailInAMailIsReadToADepth() {
        String inner = "Subject: inner\nContent-Type: text/plain\n\nwords of %d\n";
        String mail = inner.formatted(20);
        for (int depth = 19; depth > 0; depth--) {
            String boundary = "b" + depth;
            mail = "Subject: s" + depth + "\nContent-Type: multipart/mixed; boundary=" + boundary + "\n\n--" + boundary
                    + "\nContent-Type: text/plain\n\nwords of " + depth + "\n--" + boundary
                    + "\nContent-Type: message/rfc822\n\n" + mail + "\n--" + boundary + "--\n";
        }
        Inbound item = Mails.item(Mails.mail(
                "Content-Type: multipart/mixed; boundary=o\n",
                "--o\nContent-Type: message/rfc822\n\n" + mail + "\n--o--\n"));

        assertThat(item.text())
                .contains("［附上的邮件］s1", "words of 1")
                .doesNotContain("words of 9", "words of 20")
                .endsWith("［邮件中有部分内容没有读取，请到信箱查看］");
    }

    @Test
    void m3TheNameOfAMailIsItsIdAndWhatItSays() {
        Inbound first = Mails.item(Mails.mail(TEXT, "路灯坏了"));
        Inbound again = Mails.item(Mails.mail(TEXT, "路灯坏了"));
        Inbound other = Mails.item(Mails.mail(TEXT, "又停水了"));
        byte[] nameless = new String(Mails.mail(TEXT, "路灯坏了"), StandardCharsets.UTF_8)
                .replace("Message-ID: <1@citizens.example>\r\n", "")
                .getBytes(StandardCharsets.UTF_8);

        assertThat(again.externalId()).isEqualTo(first.externalId()).startsWith("<1@citizens.example>#");
        assertThat(other.externalId()).isNotEqualTo(first.externalId()).startsWith("<1@citizens.example>#");
        assertThat(Mails.item(nameless).externalId()).isEqualTo("7:12");
    }

    @Test
    void m4AnAnswerNamesItsThreadAndAForeignSenderHasAnother() {
        Inbound first = Mails.item(Mails.mail(TEXT, "路灯坏了"));
        String headers = "In-Reply-To: <wz-5-1.WZ-20260310-000001@city.example>\n"
                + "References: <1@citizens.example> <wz-5-1.WZ-20260310-000001@city.example>\nSubject: Re: x\n" + TEXT;
        Inbound answer = Mails.item(Mails.mail(headers, "还是不亮"));
        byte[] foreign = new String(Mails.mail(headers, "我也说一句"), StandardCharsets.UTF_8)
                .replace("Li@Citizens", "Wang@Citizens")
                .getBytes(StandardCharsets.UTF_8);

        assertThat(first.conversationKey()).startsWith("<1@citizens.example>");
        assertThat(first.inReplyTo()).isNull();
        assertThat(answer.conversationKey()).isEqualTo(first.conversationKey());
        assertThat(answer.inReplyTo()).isEqualTo("<wz-5-1.WZ-20260310-000001@city.example>");
        assertThat(Mails.item(foreign).conversationKey()).isNotEqualTo(first.conversationKey());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Auto-Submitted: auto-replied",
                "Auto-Submitted: auto-generated; type=x",
                "Precedence: bulk",
                "Precedence: Junk",
                "Precedence: list",
                "Return-Path: <>",
                "List-Id: <news.example>",
                "X-Autoreply: yes",
                "Content-Type: multipart/report; report-type=delivery-status; boundary=r"
            })
    void m5MailsOfMachinesAreNoPetitions(String header) {
        assertThat(Mails.read(Mails.mail(header + "\n", "自动回复"))).isEmpty();
    }

    @Test
    void m5OwnMailsAndReportsAreIgnoredAndAPersonsAreNot() {
        assertThat(from(Mails.MAILBOX.toUpperCase(Locale.ROOT))).isEmpty();
        assertThat(from("MAILER-DAEMON@mx.example")).isEmpty();
        assertThat(Mails.read(Mails.mail("Auto-Submitted: no\nReturn-Path: <li@citizens.example>\n" + TEXT, "x")))
                .isPresent();
    }

    private static Optional<Inbound> from(String sender) {
        return Mails.read(new String(Mails.mail(TEXT, "x"), StandardCharsets.UTF_8)
                .replace("Li@Citizens.example", sender)
                .getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void m8OfFiveHundredPartsAndMoreSomeAreReadAndItIsSaid() {
        StringBuilder body = new StringBuilder();
        for (int part = 0; part < 600; part++) {
            body.append("--a\nContent-Type: text/plain\n\nnumber ").append(part).append("\n");
        }
        Inbound item = Mails.item(Mails.mail("Content-Type: multipart/mixed; boundary=a\n", body + "--a--\n"));

        assertThat(item.text())
                .contains("number 498")
                .doesNotContain("number 499")
                .contains("没有读取");
    }

    @Test
    void m8MillionsOfPartsCostNothing() {
        String body = "--a\n\n".repeat(500_000) + "--a--\n";
        Inbound item = Mails.item(Mails.mail("Subject: bomb\nContent-Type: multipart/mixed; boundary=a\n", body));

        assertThat(item.text()).contains("过大");
        assertThat(item.form().title()).isEqualTo("bomb");
    }

    @Test
    void m8AFileThatIsTooLargeIsNamedAndAnArchiveIsNotUnpacked() {
        byte[] large = new byte[24 << 20];
        String body = "--a\nContent-Type: image/jpeg\nContent-Disposition: attachment; filename=big.jpg\n"
                + "Content-Transfer-Encoding: 8bit\n\n" + new String(large, StandardCharsets.US_ASCII)
                + "\n--a\nContent-Type: application/zip\nContent-Disposition: attachment; filename=\"../../bomb.zip\"\n\n"
                + "PK..42..\n--a--\n";
        Inbound item = Mails.item(Mails.mail("Content-Type: multipart/mixed; boundary=a\n", body));

        assertThat(item.media()).hasSize(2);
        assertThat(item.media().get(0).content()).isNull();
        assertThat(item.media().get(1).name()).isEqualTo("bomb.zip");
        assertThat(item.media().get(1).content()).asString().startsWith("PK..42..");
    }

    @Test
    void m8ManyFilesAreKeptUpToALimit() {
        String file = "--a\nContent-Type: image/png\nContent-Disposition: attachment; filename=p.png\n\nx\n";
        Inbound item = Mails.item(
                Mails.mail("Content-Type: multipart/mixed; boundary=a\n", file.repeat(30) + "--a--\n"),
                "attachments",
                "5");

        assertThat(item.media()).hasSize(5).extracting(MediaRef::id).doesNotHaveDuplicates();
        assertThat(item.text()).contains("没有读取");
    }

    @Test
    void m9LineEndsInSubjectAndNameAreGone() {
        String injected = Base64.getEncoder()
                .encodeToString("路灯\r\nBcc: all@city.example\r\n\r\nx".getBytes(StandardCharsets.UTF_8));
        byte[] mail = new String(
                        Mails.mail("Subject: =?UTF-8?B?" + injected + "?=\n" + TEXT, "x"), StandardCharsets.UTF_8)
                .replace("=?UTF-8?B?5p2O5bu65Zu9?=", "=?UTF-8?B?" + injected + "?=")
                .getBytes(StandardCharsets.UTF_8);
        Inbound item = Mails.item(mail);

        assertThat(item.form().title()).isEqualTo("路灯 Bcc: all@city.example x");
        assertThat(String.valueOf(item.sender().name())).doesNotContain("\n", "\r");
    }

    @Test
    void aMailIsReadWithItsSenderAndItsTime() {
        Inbound item = Mails.item(Mails.mail("Subject: x\n" + TEXT, "路灯坏了"));

        assertThat(item.sender()).isEqualTo(new Inbound.Sender("li@citizens.example", "李建国"));
        assertThat(item.form().petitioner().email()).isEqualTo("li@citizens.example");
        assertThat(item.submittedAt()).isEqualTo(Instant.parse("2026-03-10T01:59:58Z"));
        assertThat(item.publicSource()).isFalse();
    }

    private static String base64(byte[] bytes, int from, int to) {
        return Base64.getEncoder().encodeToString(Arrays.copyOfRange(bytes, from, to));
    }
}
