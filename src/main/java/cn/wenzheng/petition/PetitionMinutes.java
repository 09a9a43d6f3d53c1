package cn.wenzheng.petition;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whose minutes a petition's life has been so far (责任时间); kept by room {@code deadline}. */
public interface PetitionMinutes {

    /**
     * The whole life of a petition, up to now or to its end.
     *
     * @param age whole minutes since it was received; the parts' minutes add up to it
     * @param parts one for each owner, in the order in which they first had it
     * @param beside the assisting units' own minutes, which run at the same time and belong to no sum
     */
    record Shares(long age, List<Share> parts, List<Beside> beside) {}

    /**
     * What one owner has had of it.
     *
     * @param unit the lead unit; null for the centre and the petitioner
     * @param workingMinutes those within the owner's working hours
     * @param charged false for the minutes of a unit whose return was agreed to: held, but not counted against it
     */
    record Share(MinuteOwner owner, @Nullable String unit, long minutes, long workingMinutes, boolean charged) {}

    /** What an assisting unit has had its own part. */
    record Beside(String unit, long minutes, long workingMinutes) {}

    /** The shares of a petition that exists; one statement. */
    Shares of(String petition);
}
