package cn.wenzheng.petition;

import java.time.Instant;
import java.util.List;

/** What has happened to a petition; told inside the transaction in which it happened. */
public sealed interface PetitionEvent {

    String number();

    Instant at();

    record Received(String number, Channel channel, Instant at) implements PetitionEvent {}

    record Accepted(String number, String category, Instant at) implements PetitionEvent {}

    record Refused(String number, RefusalReason reason, Instant at) implements PetitionEvent {}

    /** The centre has answered by itself; {@code closed} when nobody is called back about it. */
    record AnsweredAtOnce(String number, String unit, boolean closed, Instant at) implements PetitionEvent {}

    /** The petitioner is asked for what is missing. */
    record AskedBack(String number, Instant until, Instant at) implements PetitionEvent {}

    /** He has not said it in time: it is decided with what is known. */
    record SupplementOverdue(String number, Instant at) implements PetitionEvent {}

    /** A decision was taken back before anybody was told of it; everything is as before {@code decided}. */
    record DecisionUndone(String number, Instant decided, Instant at) implements PetitionEvent {}

    /** The petitioner has taken it back before he was told of the last decision, and never will be; nor will its units. */
    record NeverTold(String number, Instant at) implements PetitionEvent {}

    record Assigned(String number, String lead, List<String> assisting, Instant at) implements PetitionEvent {}

    /** The lead has changed hands; {@code from} has nothing to do with it any more. */
    record Reassigned(String number, String from, String lead, Instant at) implements PetitionEvent {}

    record Answered(String number, String unit, boolean lead, Instant at) implements PetitionEvent {}

    record Returned(String number, String unit, boolean lead, ReturnGround ground, Instant at)
            implements PetitionEvent {}

    /** Returned too often: the supervision office has to rule whose it is. */
    record RulingAsked(String number, Instant at) implements PetitionEvent {}

    /** The answer was let out, or sent back to the lead. */
    record Reviewed(String number, String lead, boolean passed, Instant at) implements PetitionEvent {}

    /** Supervision has taken it up with the unit. */
    record Supervised(String number, String unit, Instant at) implements PetitionEvent {}

    /** Taken on as one of many about the same matter. */
    record Attached(String number, String matter, Instant at) implements PetitionEvent {}

    /** Waits for its matter no longer and is to be assigned. */
    record LeftMatter(String number, Instant at) implements PetitionEvent {}

    /**
     * The petitioner is not content with what his matter was answered.
     *
     * @param goesOn true when a unit takes it up again for him alone
     */
    record Unhappy(String number, boolean goesOn, Instant at) implements PetitionEvent {}

    /** What has happened to a petition of a matter, told to whoever keeps the matter. */
    record InMatter(String matter, PetitionEvent happened) implements PetitionEvent {

        @Override
        public String number() {
            return happened.number();
        }

        @Override
        public Instant at() {
            return happened.at();
        }
    }

    record Closed(String number, Instant at) implements PetitionEvent {}

    record Withdrawn(String number, Instant at) implements PetitionEvent {}

    /** The citizen has said something: a message, an addition, an urging, a rating; {@code how} tells which. */
    record CitizenSpoke(String number, TimelineEvent how, Instant at) implements PetitionEvent {}

    /** The units' clocks stand still until then, or until somebody lets them run on. */
    record Paused(String number, PauseReason reason, Instant until, Instant at) implements PetitionEvent {}

    record Resumed(String number, MoveCause cause, Instant at) implements PetitionEvent {}

    record ClassifiedAnew(String number, String category, Instant at) implements PetitionEvent {}

    /** A unit waits for the centre's word on more time. */
    record ExtensionAsked(String number, String unit, int days, Instant at) implements PetitionEvent {}

    record ExtensionDecided(String number, String unit, boolean granted, Instant at) implements PetitionEvent {}
}
