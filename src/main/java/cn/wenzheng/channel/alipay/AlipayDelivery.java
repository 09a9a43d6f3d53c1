package cn.wenzheng.channel.alipay;

import cn.wenzheng.channel.Account;
import cn.wenzheng.channel.Delivery;
import cn.wenzheng.channel.Means;
import cn.wenzheng.channel.Outcome;
import cn.wenzheng.channel.PlatformHttp;
import cn.wenzheng.channel.Reply;
import cn.wenzheng.petition.Channel;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers on Alipay: a chat message to who has chatted, a notice to who came by the mini-program. */
@Component
class AlipayDelivery implements Delivery {

    /** A chat message's end is not documented; a template's data has this. */
    private static final int MOST = 2048;

    private final Gateway gateway;
    private final FormIds formIds;
    private final Duration chatWindow;
    private final boolean chats;

    AlipayDelivery(Gateway gateway, FormIds formIds, AlipaySettings settings) {
        this.gateway = gateway;
        this.formIds = formIds;
        this.chatWindow = settings.chatWindow();
        this.chats = settings.lifeAccount().enabled();
    }

    @Override
    public Channel channel() {
        return Channel.ALIPAY;
    }

    /** Without a template a citizen of the mini-program finds his answer on his page, and nobody rings. */
    @Override
    public List<Means> means(Account account, boolean publicSource, String occasion) {
        boolean notices = Notice.isSetFor(account);
        if (chats) {
            return notices ? List.of(Means.PRIVATE_MESSAGE, Means.TEMPLATE) : List.of(Means.PRIVATE_MESSAGE);
        }
        return notices ? List.of(Means.TEMPLATE) : List.of();
    }

    /** Who came by the mini-program has no chat with the city. */
    @Override
    public List<Means> means(Account account, boolean publicSource, String occasion, @Nullable String item) {
        return means(account, publicSource, occasion).stream()
                .filter(means -> means != Means.PRIVATE_MESSAGE || !isMiniProgram(item))
                .toList();
    }

    @Override
    public TextLimit limit(Account account, Means means) {
        return new Signs(MOST);
    }

    @Override
    public AfterUnknown afterUnknown(Means means) {
        return AfterUnknown.ASK;
    }

    @Override
    public Outcome deliver(Reply reply, Account account) {
        if (reply.means() == Means.TEMPLATE) {
            return notify(reply, account);
        }
        return isOpen(reply)
                ? send(account, "alipay.open.public.message.custom.send", Notice.chat(reply), reply.now())
                : new Outcome.WindowClosed("chat-window");
    }

    private Outcome notify(Reply reply, Account account) {
        String item = reply.contact().inReplyTo();
        String content = Notice.content(reply, account, formIds.of(account, item));
        if (content == null) {
            return new Outcome.Refused("data", "text-too-long");
        }
        Outcome outcome = send(account, "alipay.open.app.mini.templatemessage.send", content, reply.now());
        if (outcome instanceof Outcome.Sent) {
            formIds.used(account, item);
        }
        return outcome;
    }

    private static boolean isMiniProgram(@Nullable String item) {
        return item != null && item.startsWith(MiniProgramDesk.PREFIX);
    }

    private boolean isOpen(Reply reply) {
        Instant spoke = reply.contact().spokeAt();
        return spoke != null
                && !spoke.plus(chatWindow).isBefore(reply.now())
                && !isMiniProgram(reply.contact().inReplyTo());
    }

    private Outcome send(Account account, String method, String content, Instant now) {
        try {
            JsonNode answer = gateway.call(account, method, Map.of("biz_content", content), now);
            return AlipayErrors.outcome(answer);
        } catch (Gateway.NoKey noKey) {
            return new Outcome.TokenInvalid("app-private-key");
        } catch (Gateway.NotProved forged) {
            return new Outcome.Unknown("not-signed");
        } catch (PlatformHttp.NotWritten notWritten) {
            return new Outcome.NotNow(null, "unreachable");
        } catch (PlatformHttp.NoAnswer noAnswer) {
            return new Outcome.Unknown("no-answer");
        }
    }

    private record Signs(int most) implements TextLimit {

        @Override
        public int length(String text) {
            return text.codePointCount(0, text.length());
        }
    }

    /** Where the forms are known that a citizen's notices may refer to. */
    interface FormIds {

        /** The form he sent with the item that is answered; null when he has subscribed instead, or it is used up. */
        @Nullable
        String of(Account account, @Nullable String externalId);

        /** A form is good for one notice. */
        void used(Account account, @Nullable String externalId);
    }
}
