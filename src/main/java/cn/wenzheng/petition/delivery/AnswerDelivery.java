package cn.wenzheng.petition.delivery;

import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.ClosedList;
import cn.wenzheng.petition.Channel;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Brings what a citizen is to hear to where he spoke; kept by room {@code channel}. */
public interface AnswerDelivery {

    /**
     * Takes the city's words on their way, in the caller's transaction: either both stay or neither. A petition whose citizen
     * only looks at his page needs nothing.
     */
    void tell(Message message);

    /** What everybody will read of an answer, before it is let out; empty when the citizen is answered in private. */
    Optional<Preview> preview(String petition, String text);

    /** How the citizen calls himself where he spoke; empty where he has no name there. */
    Optional<String> nameThere(String petition);

    /** Every message to the citizen of a petition and where it stands, the newest last; with what this reader may see. */
    List<Carried> carried(String petition, Actor actor);

    /**
     * A message on its way or arrived.
     *
     * @param means the way it went; null before the first try
     * @param tries how often a platform was called for it
     * @param trouble a code: why it waits or did not arrive
     * @param words what somebody has to decide about: the words as they would go out; null while nobody has to
     * @param original the words as they were written, for those who may read what was said; null for all others
     */
    record Carried(
            String id,
            Occasion occasion,
            Channel channel,
            DeliveryState state,
            @Nullable String means,
            int tries,
            Instant at,
            @Nullable Instant waitUntil,
            @Nullable String trouble,
            @Nullable String words,
            @Nullable String original) {}

    /**
     * A text as it would stand in public.
     *
     * @param holdsPersonalData true when somebody will have to clear it before it is sent
     */
    record Preview(String text, boolean holdsPersonalData) {}

    /**
     * What the citizen is to hear.
     *
     * @param channel where the petition came in; most need no delivery, and nothing has to be looked up for them
     * @param text his own copy; what everybody may read is made from it
     * @param unit the unit that says it or, for {@link Occasion#DISPATCHED}, that is spoken to in public
     * @param precedence when it leaves, where more waits than a channel takes
     * @param pasted true when an operator has copied the words from a platform where the city has no account: somebody tells
     *     the citizen there by hand
     */
    record Message(
            String petition,
            Channel channel,
            Occasion occasion,
            String text,
            @Nullable String unit,
            Precedence precedence,
            boolean pasted,
            Instant at) {}

    /** What is told. */
    enum Occasion implements ClosedList {
        /** That it has arrived, said by itself; by mail only. */
        RECEIPT("收件回执", "Receipt"),
        FIRST_ANSWER("首次答复", "First answer"),
        REFUSAL("不予受理告知", "Refusal"),
        DISPATCHED("公开转办", "Dispatched in the open"),
        MESSAGE("留言", "Message"),
        QUESTION("提问", "Question"),
        EXTENSION("延期告知", "Extension"),
        ANSWER("办理答复", "Answer");

        private final Words words;

        Occasion(String zh, String en) {
            this.words = new Words(zh, en);
        }

        @Override
        public Words words() {
            return words;
        }
    }
}
