package cn.wenzheng.channel.outbox;

import cn.wenzheng.channel.Delivery.TextLimit;
import cn.wenzheng.channel.Means;
import cn.wenzheng.petition.delivery.AnswerDelivery.Occasion;
import java.text.MessageFormat;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Words a message as its means want it: in private whole and with the citizen's page, in public masked or not at all. */
@Component
class AnswerTexts {

    /** What is for the citizen alone is never carried into the open. */
    private static final Set<Occasion> FOR_HIM_ALONE = Set.of(Occasion.MESSAGE, Occasion.QUESTION);

    private static final int SUBJECT = 60;

    private final OutboxSettings settings;
    private final String address;

    AnswerTexts(OutboxSettings settings, @Value("${wenzheng.address}") String address) {
        this.settings = settings;
        this.address = address;
    }

    /** The pieces that go out, one call each. */
    List<String> pieces(OutboundReply reply, Means means, TextLimit limit) {
        if (means == Means.EVENT) {
            return List.of(reply.textPrivate());
        }
        if (means == Means.TEMPLATE) {
            return List.of(MessageFormat.format(settings.noticeLine(), reply.petition(), occasion(reply)));
        }
        String words = means.isPublic() ? openWords(reply) : reply.textPrivate();
        String tail =
                means.isPublic() ? "" : MessageFormat.format(settings.linkLine(), String.valueOf(link(reply, means)));
        String numbered = words.contains(reply.petition())
                ? words
                : words + MessageFormat.format(settings.numberLine(), reply.petition());
        return Pieces.of(numbered, tail, reply.petition(), limit);
    }

    /** What everybody reads. */
    String openWords(OutboundReply reply) {
        Occasion told = reply.told();
        return told != null && FOR_HIM_ALONE.contains(told)
                ? MessageFormat.format(settings.publicNote(), reply.petition())
                : reply.textPublic();
    }

    /** True when these words may stand in public without anybody's look. */
    boolean isClear(OutboundReply reply) {
        Occasion told = reply.told();
        return reply.clear() || told != null && FOR_HIM_ALONE.contains(told);
    }

    String subject(OutboundReply reply) {
        String subject = reply.isEvent() ? reply.occasion() : reply.petition() + " " + occasion(reply);
        return subject.length() <= SUBJECT ? subject : subject.substring(0, SUBJECT);
    }

    /** The citizen's own page, with its code where no server sees it; null where everybody reads along. */
    @Nullable
    String link(OutboundReply reply, Means means) {
        return means.isPublic() || means == Means.EVENT
                ? null
                : address + "/track/" + reply.petition() + "#" + reply.queryCode();
    }

    private static String occasion(OutboundReply reply) {
        Occasion told = reply.told();
        return told == null ? reply.occasion() : told.zh();
    }
}
