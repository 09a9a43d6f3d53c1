package cn.wenzheng.channel.wechat;

import cn.wenzheng.channel.Account;
import cn.wenzheng.channel.Delivery;
import cn.wenzheng.channel.Means;
import cn.wenzheng.channel.Outcome;
import cn.wenzheng.channel.Reply;
import cn.wenzheng.petition.Channel;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.mp.api.WxMpService;
import me.chanjar.weixin.mp.bean.kefu.WxMpKefuMessage;
import me.chanjar.weixin.mp.bean.subscribe.WxMpSubscribeMessage;
import me.chanjar.weixin.mp.enums.WxMpApiUrl;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers on WeChat: a customer-service message, and beyond its window a notice that the answer is there. */
@Component
class WechatDelivery implements Delivery {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final WechatServices services;
    private final int textMaxBytes;

    WechatDelivery(WechatServices services, WechatSettings settings) {
        this.services = services;
        this.textMaxBytes = settings.textMaxBytes();
    }

    @Override
    public Channel channel() {
        return Channel.WECHAT;
    }

    /** Without a template of its own an account has no second way. */
    @Override
    public List<Means> means(Account account, boolean publicSource, String occasion) {
        return Notice.isSetFor(account)
                ? List.of(Means.PRIVATE_MESSAGE, Means.TEMPLATE)
                : List.of(Means.PRIVATE_MESSAGE);
    }

    @Override
    public TextLimit limit(Account account, Means means) {
        return means == Means.TEMPLATE ? new Signs(Notice.LONGEST) : new Bytes(textMaxBytes);
    }

    @Override
    public AfterUnknown afterUnknown(Means means) {
        return AfterUnknown.ASK;
    }

    @Override
    public Outcome deliver(Reply reply, Account account) {
        WxMpService service = services.of(account);
        try {
            String unused = service.getAccessToken();
        } catch (WxErrorException | RuntimeException noToken) {

            return WechatErrors.ofToken(noToken, reply.now());
        }
        try {
            return new Outcome.Sent(idIn(send(service, reply, account)));
        } catch (WxErrorException | RuntimeException failed) {
            return WechatErrors.ofSending(failed, reply.now());
        }
    }

    private static String send(WxMpService service, Reply reply, Account account) throws WxErrorException {
        String openid = reply.contact().person();
        if (reply.means() != Means.TEMPLATE) {
            return service.getKefuService()
                    .sendKefuMessageWithResponse(WxMpKefuMessage.TEXT()
                            .toUser(openid)
                            .content(reply.text())
                            .build());
        }
        Notice notice = Notice.of(account);
        WxMpSubscribeMessage message = WxMpSubscribeMessage.builder()
                .toUser(openid)
                .templateId(notice.template())
                .page(reply.link())
                .dataMap(notice.data(reply))
                .build();
        // The library's own call fails on an answer without an id, and the documented answer has none.
        return service.post(WxMpApiUrl.SubscribeMsg.SEND_SUBSCRIBE_MESSAGE_URL, message.toJson());
    }

    /** The id, where the answer tells one; an answer that is no JSON is no receipt. */
    private static @Nullable String idIn(String answer) {
        try {
            return JSON.readTree(answer).path("msgid").asText(null);
        } catch (JsonProcessingException notJson) {
            throw new IllegalStateException("answer is no JSON");
        }
    }

    private record Bytes(int most) implements TextLimit {

        @Override
        public int length(String text) {
            return text.getBytes(StandardCharsets.UTF_8).length;
        }
    }

    private record Signs(int most) implements TextLimit {

        @Override
        public int length(String text) {
            return text.codePointCount(0, text.length());
        }
    }

    /**
     * The account's template, as its setting names it: the template's id and, where they are others, the fields for the
     * petition's number and for the short state, separated by blanks.
     */
    private record Notice(String template, String number, String state) {

        /** What a field of kind {@code thing} takes. */
        static final int LONGEST = 20;

        private static final String SETTING = "notice-template";

        static boolean isSetFor(Account account) {
            return !account.settings().getOrDefault(SETTING, "").isBlank();
        }

        static Notice of(Account account) {
            String[] words =
                    account.settings().getOrDefault(SETTING, "").strip().split("\\s+");
            return new Notice(words[0], words.length > 1 ? words[1] : "thing1", words.length > 2 ? words[2] : "thing2");
        }

        Map<String, String> data(Reply reply) {
            return Map.of(number, reply.petition(), state, shortened(reply.state()));
        }

        private static String shortened(String words) {
            int signs = words.codePointCount(0, words.length());
            return signs <= LONGEST ? words : words.substring(0, words.offsetByCodePoints(0, LONGEST - 1)) + "…";
        }
    }
}
