package cn.wenzheng.channel.email;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wenzheng.channel.Inbound;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an answer repeats is left out where people read (channels' conformance case M12). */
class QuotedHistoryTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "------------------ 原始邮件 ------------------\n发件人: x",
                "-----Original Message-----\nFrom: x",
                "On Tue, Mar 10, 2026 at 9:00 AM City <wenzheng@city.example> wrote:\n> 已修复",
                "On Tue, Mar 10, 2026 at 9:00 AM City\n<wenzheng@city.example> wrote:\n> 已修复",
                "在 2026-03-10 09:00:00，\"问政银州\" <wenzheng@city.example> 写道：\n> 已修复",
                "2026年3月10日 09:00，问政银州 <wenzheng@city.example> 写道：\n已修复",
                "发件人: 问政银州\n发送时间: 2026年3月10日\n收件人: li\n主题: x\n\n已修复",
                "________________________________\nFrom: City\nSent: Tuesday\n\n已修复",
                "> 已修复\n> 谢谢\n"
            })
    void m12TheEarlierMailIsLeftOut(String history) {
        assertThat(QuotedHistory.without("还是不亮。\n请再看看。\n\n" + history)).isEqualTo("还是不亮。\n请再看看。");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"发件人已经不在了，怎么办", "在路上写道：有坑", "> 开头的一句\n下面是我的话", "On the road nobody wrote anything", "-- 李建国"})
    void m12OwnWordsStay(String words) {
        assertThat(QuotedHistory.without("您好\n" + words)).isEqualTo("您好\n" + words);
    }

    @Test
    void m12OfAnAnswerThatOnlyRepeatsAllStays() {
        assertThat(QuotedHistory.without("> 已修复")).isEqualTo("> 已修复");
    }

    @Test
    void m12OnlyAnAnswerIsTrimmedAndHtmlAsWell() {
        String body = "请看下面\n\n-----Original Message-----\nFrom: neighbour\nthe lamp is broken\n";
        String html = "<p>还是不亮</p><blockquote type=\"cite\"><p>已修复</p></blockquote>";
        Inbound forwarded = Mails.item(Mails.mail("Content-Type: text/plain; charset=UTF-8\n", body));
        Inbound answer = Mails.item(Mails.mail("Subject: 回复：x\nContent-Type: text/plain; charset=UTF-8\n", body));
        Inbound inHtml = Mails.item(Mails.mail("Subject: Re: x\nContent-Type: text/html; charset=UTF-8\n", html));

        assertThat(forwarded.text()).contains("the lamp is broken");
        assertThat(answer.text()).isEqualTo("请看下面");
        assertThat(inHtml.text()).isEqualTo("还是不亮");
    }
}
