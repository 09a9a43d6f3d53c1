package cn.wenzheng.channel.outbox;

import cn.wenzheng.channel.Delivery.TextLimit;
import cn.wenzheng.channel.Means;
import cn.wenzheng.petition.delivery.AnswerDelivery.Occasion;
import java.text.MessageFormat;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Words a message as its means want it: in private whole and with the citizen's page, in public masked or not at all. */
@Component
class AnswerTexts {

    /** What is for the citizen alone is never carried into the open. */
    private static final Set<Occasion> FOR_HIM_ALONE = Set.of(Occasion.MESSAGE, Occasion.QUESTION, Occasion.EXTENSION);

    private static final int SUBJECT = 60;

    /** More pieces than this are no answer any more. */
    private static final int MOST = 20;

    /** More comments than this below a citizen's post are a nuisance. */
    private static final int MOST_IN_PUBLIC = 3;

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("M月d日 HH:mm");

    private final OutboxSettings settings;
    private final String address;
    private final Clock clock;

    AnswerTexts(OutboxSettings settings, @Value("${wenzheng.address}") String address, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.address = address;
    }

    /** The pieces that go out, one call each; none when it is too long for these means. */
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
        return Pieces.of(numbered, tail, reply.petition(), limit, means.isPublic() ? MOST_IN_PUBLIC : MOST);
    }

    /** What everybody reads. */
    String openWords(OutboundReply reply) {
        return isForHimAlone(reply) ? note(reply) : reply.textPublic();
    }

    /** What it is and when it was said: no platform takes the same words twice. */
    private String note(OutboundReply reply) {
        String moment = MOMENT.withZone(clock.getZone()).format(reply.madeAt());
        return MessageFormat.format(settings.publicNote(), reply.petition(), occasion(reply), moment);
    }

    /** True when everybody only reads that there is something for him. */
    boolean isForHimAlone(OutboundReply reply) {
        Occasion told = reply.told();
        return told != null && FOR_HIM_ALONE.contains(told);
    }

    /** True when these words may stand in public without anybody's look. */
    boolean isClear(OutboundReply reply) {
        return reply.clear() || isForHimAlone(reply);
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
