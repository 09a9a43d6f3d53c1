package cn.wenzheng.petition.delivery;

import cn.wenzheng.organization.ClosedList;
import cn.wenzheng.organization.Limits;
import cn.wenzheng.petition.PetitionCommand;
import org.jspecify.annotations.Nullable;

/** What a person may decide about an answer that does not go out by itself. */
public sealed interface DeliveryCommand {

    /** A public text holds personal data. */
    record Clear(
            ClearStep step,
            @Nullable String words,
            @Nullable String reason) implements DeliveryCommand {
        public Clear(@Nullable ClearStep step, @Nullable String words, @Nullable String reason) {
            this.step = Limits.required("step", step);
            this.words = textOr(words, this.step == ClearStep.CHANGE);
            this.reason = noteOr(reason, this.step == ClearStep.OVERRIDE || this.step == ClearStep.GIVE_UP);
        }
    }

    /** It cannot be delivered as it is. */
    record Redirect(
            RedirectStep step,
            @Nullable String words,
            @Nullable String reason) implements DeliveryCommand {
        public Redirect(@Nullable RedirectStep step, @Nullable String words, @Nullable String reason) {
            this.step = Limits.required("step", step);
            this.words = textOr(words, this.step == RedirectStep.CHANGE);
            this.reason = noteOr(reason, this.step == RedirectStep.GIVE_UP);
        }
    }

    /** It has left and nobody knows whether it arrived. */
    record Settle(SettleStep step, @Nullable String reason) implements DeliveryCommand {
        public Settle(@Nullable SettleStep step, @Nullable String reason) {
            this.step = Limits.required("step", step);
            this.reason = noteOr(reason, this.step == SettleStep.GIVE_UP);
        }
    }

    private static @Nullable String textOr(@Nullable String words, boolean wanted) {
        return wanted
                ? Limits.required("words", words, PetitionCommand.TEXT)
                : Limits.optional("words", words, PetitionCommand.TEXT);
    }

    private static @Nullable String noteOr(@Nullable String reason, boolean wanted) {
        return wanted
                ? Limits.required("reason", reason, PetitionCommand.NOTE)
                : Limits.optional("reason", reason, PetitionCommand.NOTE);
    }

    /** What becomes of a public text with personal data. */
    enum ClearStep implements ClosedList {
        MASKED("按隐去后的文字发送", "Send it masked"),
        CHANGE("改写后发送", "Change the words and send"),
        OVERRIDE("说明理由，按原文发送", "Send it as it is, with a reason"),
        GIVE_UP("不再发送", "Do not send it");

        private final Words words;

        ClearStep(String zh, String en) {
            this.words = new Words(zh, en);
        }

        @Override
        public Words words() {
            return words;
        }
    }

    /** What becomes of an answer that cannot be delivered here. */
    enum RedirectStep implements ClosedList {
        RESEND("再发一次", "Send it again"),
        CHANGE("改写后再发", "Change the words and send"),
        OTHER_WAY("换一种方式发送", "Send it another way"),
        BY_HAND("已人工告知", "Told by hand"),
        GIVE_UP("不再发送", "Do not send it");

        private final Words words;

        RedirectStep(String zh, String en) {
            this.words = new Words(zh, en);
        }

        @Override
        public Words words() {
            return words;
        }
    }

    /** What becomes of an answer whose fate nobody knows. */
    enum SettleStep implements ClosedList {
        ARRIVED("平台上已有，已送达", "It is there: arrived"),
        RESEND("平台上没有，再发一次", "It is not there: send again"),
        BY_HAND("已人工告知", "Told by hand"),
        GIVE_UP("不再发送", "Do not send it");

        private final Words words;

        SettleStep(String zh, String en) {
            this.words = new Words(zh, en);
        }

        @Override
        public Words words() {
            return words;
        }
    }
}
