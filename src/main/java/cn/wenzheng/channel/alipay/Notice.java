package cn.wenzheng.channel.alipay;

import cn.wenzheng.channel.Account;
import cn.wenzheng.channel.Reply;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * The JSON of what is sent.
 *
 * <p>The setting {@code notice-template} is the template's id and, where they are others than {@code keyword1} and
 * {@code keyword2}, the fields for the petition's number and for the short state, separated by blanks.
 */
final class Notice {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SETTING = "notice-template";
    private static final int MOST_DATA = 2048;
    private static final int MOST_PAGE = 128;

    private Notice() {}

    static boolean isSetFor(Account account) {
        return !account.settings().getOrDefault(SETTING, "").isBlank();
    }

    /** A message in the conversation view. */
    static String chat(Reply reply) {
        ObjectNode message = JSON.createObjectNode();
        message.put(isUserId(reply) ? "to_user_id" : "open_id", reply.contact().person());
        message.put("msg_type", "text").put("chat", "1");
        message.putObject("text").put("content", reply.text());
        return message.toString();
    }

    /**
     * The number, a short state, and the way to the citizen's page where it is short enough.
     *
     * @param formId null when the citizen has subscribed
     * @return null when the data are longer than the platform takes
     */
    static @Nullable String content(Reply reply, Account account, @Nullable String formId) {
        String[] words = account.settings().getOrDefault(SETTING, "").strip().split("\\s+");
        ObjectNode data = JSON.createObjectNode();
        data.putObject(words.length > 1 ? words[1] : "keyword1").put("value", reply.petition());
        data.putObject(words.length > 2 ? words[2] : "keyword2").put("value", reply.state());
        if (data.toString().length() > MOST_DATA) {
            return null;
        }
        ObjectNode notice = JSON.createObjectNode();
        notice.put(
                isUserId(reply) ? "to_user_id" : "to_open_id", reply.contact().person());
        if (formId != null) {
            notice.put("form_id", formId);
        }
        notice.put("user_template_id", words[0]);
        String link = reply.link();
        if (link != null && link.length() <= MOST_PAGE) {
            notice.put("page", link);
        }
        return notice.put("data", data.toString()).toString();
    }

    /** The older, global id of a person; the newer one belongs to the app. */
    private static boolean isUserId(Reply reply) {
        return reply.contact().person().matches("2088\\d{12}");
    }
}
