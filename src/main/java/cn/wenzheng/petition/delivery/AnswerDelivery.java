package cn.wenzheng.petition.delivery;

import cn.wenzheng.organization.ClosedList;
import cn.wenzheng.petition.Channel;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Brings what a citizen is to hear to where he spoke; kept by room {@code channel}. */
public interface AnswerDelivery {

    /**
     * Takes the city's words on their way, in the caller's transaction: either both stay or neither. A petition whose citizen
     * only looks at his page needs nothing.
     */
    void tell(Message message);

    /**
     * What the citizen is to hear.
     *
     * @param channel where the petition came in; most need no delivery, and nothing has to be looked up for them
     * @param text his own copy; what everybody may read is made from it
     * @param unit the unit that says it or, for {@link Occasion#DISPATCHED}, that is spoken to in public
     */
    record Message(
            String petition,
            Channel channel,
            Occasion occasion,
            String text,
            @Nullable String unit,
            Instant at) {}

    /** What is told. */
    enum Occasion implements ClosedList {
        FIRST_ANSWER("首次答复", "First answer"),
        REFUSAL("不予受理告知", "Refusal"),
        DISPATCHED("公开转办", "Dispatched in the open"),
        MESSAGE("留言", "Message"),
        QUESTION("提问", "Question"),
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
