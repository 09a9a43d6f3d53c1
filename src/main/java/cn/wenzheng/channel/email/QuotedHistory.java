package cn.wenzheng.channel.email;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The end of an answer that only repeats what was answered. It is left out where people read; the mail itself stays in its
 * mailbox as it came.
 */
final class QuotedHistory {

    /** Lines after which a mail program has put the earlier mail. */
    private static final Pattern BEGINS = Pattern.compile("""
            (?ix)
              \\s* -{2,} \\s* (original \\s message | forwarded \\s message | 原始邮件 | 原邮件 | 原始信息 | 回复的原邮件 | 转发的邮件) \\s* -{2,} .*
            | \\s* _{20,} \\s*
            | \\s* on \\s .{5,200} \\s wrote: \\s*
            | \\s* (在|于)? \\s* \\d{4} \\s* [-/年] .{1,200} (写道|写到) \\s* [:：] \\s*
            | \\s* 在 .{5,200} (写道|写到) \\s* [:：] \\s*
            """);

    private static final Pattern SENDER = Pattern.compile("(?i)\\s*\\*?(from|发件人|寄件者)\\s*[:：]\\*?.*");
    private static final Pattern SENT =
            Pattern.compile("(?i)\\s*\\*?(sent|date|to|发送时间|发送日期|日期|收件人|寄件日期)\\s*[:：]\\*?.*");
    private static final Pattern QUOTED = Pattern.compile("\\s*[>＞].*");

    private QuotedHistory() {}

    /** The new words of an answer; all of it when nothing would be left. */
    static String without(String text) {
        List<String> lines = text.lines().toList();
        int end = lines.size();
        for (int line = 0; line < lines.size(); line++) {
            if (begins(lines, line)) {
                end = line;
                break;
            }
        }
        while (end > 0
                && (lines.get(end - 1).isBlank()
                        || QUOTED.matcher(lines.get(end - 1)).matches())) {
            end--;
        }
        String kept = String.join("\n", lines.subList(0, end)).strip();
        return kept.isEmpty() ? text.strip() : kept;
    }

    private static boolean begins(List<String> lines, int at) {
        String line = lines.get(at);
        if (line.length() > 400) {
            return false;
        }
        // "On … wrote:" is often broken into two lines.
        String two = at + 1 < lines.size() ? line + " " + lines.get(at + 1) : line;
        boolean head = SENDER.matcher(line).matches()
                && lines.subList(at + 1, Math.min(at + 4, lines.size())).stream()
                        .anyMatch(next -> SENT.matcher(next).matches());
        boolean broken = line.strip().toLowerCase(Locale.ROOT).startsWith("on ")
                && two.length() <= 400
                && BEGINS.matcher(two).matches();
        return head || broken || BEGINS.matcher(line).matches();
    }
}
