package cn.wenzheng.deadline;

import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Limits;
import cn.wenzheng.organization.Refusal;
import cn.wenzheng.petition.Stage;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A new row of the service levels, as an administrator asks for it.
 *
 * @param amount 5, or 0.5 for half a working day
 * @param nextDay true when the day of the start is not counted; working days only
 * @param extensions how many extensions can be granted, handling in working days only; left out, it stays as it is
 * @param from the first day on which it counts; left out or today, it counts from now on
 */
record LevelChange(
        @Nullable ServiceLevel level,
        @Nullable Stage stage,
        @Nullable BigDecimal amount,
        @Nullable Measure measure,
        @Nullable Boolean nextDay,
        @Nullable Integer extensions,
        @Nullable Integer extensionDays,
        @Nullable LocalDate from,
        @Nullable String reason) {

    private static final int REASON = 500;
    private static final int LAST_YEAR = 2999;
    private static final int MOST_EXTENSIONS = 10;
    private static final int MOST_DAYS = 60;
    private static final int DECIMALS = 2;
    private static final int HUNDRED = 100;

    /** The row to write; refused when it contradicts itself or reaches into the past. */
    LevelLimit after(LevelLimit present, Actor actor, Instant now, ZoneId zone) {
        Measure counted = Limits.required("measure", measure);
        int hundredths = hundredths(counted);
        int shared =
                BigInteger.valueOf(hundredths).gcd(BigInteger.valueOf(HUNDRED)).intValue();
        boolean extensible = present.stage() == Stage.HANDLING && counted == Measure.WORKING_DAYS;
        if (!extensible && (isSet(extensions) || isSet(extensionDays))) {
            throw Refusal.invalid("extensions", "level-extension-handling");
        }
        return new LevelLimit(
                present.level(),
                present.stage(),
                begin(now, zone),
                counted,
                hundredths / shared,
                HUNDRED / shared,
                nextDay(counted),
                inRange("extensions", extensions, extensible ? present.extensions() : 0, MOST_EXTENSIONS),
                inRange("extensionDays", extensionDays, extensible ? present.extensionDays() : 0, MOST_DAYS),
                Limits.required("reason", reason, REASON),
                actor.id(),
                now);
    }

    private static boolean isSet(@Nullable Integer number) {
        return number != null && number != 0;
    }

    /** Whole amounts, and hundredths of working days. */
    private int hundredths(Measure counted) {
        BigDecimal wanted = Limits.required("amount", amount).stripTrailingZeros();
        int decimals = counted == Measure.WORKING_DAYS ? DECIMALS : 0;
        if (wanted.signum() <= 0
                || wanted.scale() > decimals
                || wanted.compareTo(BigDecimal.valueOf(counted.most())) > 0) {
            throw Refusal.invalid("amount", "level-amount", String.valueOf(counted.most()));
        }
        if (stage == Stage.PROMISE && counted != Measure.PROMISE_MINUTES) {
            throw Refusal.invalid("measure", "level-promise-measure");
        }
        return wanted.movePointRight(DECIMALS).intValueExact();
    }

    private boolean nextDay(Measure counted) {
        boolean asked = Boolean.TRUE.equals(nextDay);
        if (asked && counted != Measure.WORKING_DAYS) {
            throw Refusal.invalid("nextDay", "level-next-day");
        }
        return asked;
    }

    private Instant begin(Instant now, ZoneId zone) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        if (from == null || from.equals(today)) {
            return now;
        }
        if (from.isBefore(today)) {
            throw Refusal.invalid("from", "level-from-past");
        }
        if (from.getYear() > LAST_YEAR) {
            throw Refusal.invalid("from", "date-out-of-range");
        }
        return from.atStartOfDay(zone).toInstant();
    }

    private static int inRange(String field, @Nullable Integer wanted, int present, int most) {
        int value = wanted == null ? present : wanted;
        if (value < 0 || value > most) {
            throw Refusal.invalid(field, "level-extension-range", MOST_EXTENSIONS, MOST_DAYS);
        }
        return value;
    }
}
