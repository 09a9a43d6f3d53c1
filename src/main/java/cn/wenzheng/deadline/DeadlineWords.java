package cn.wenzheng.deadline;

import cn.wenzheng.organization.ClosedList;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;

/** The words for days, hours and budgets, in the language of the request. */
record DeadlineWords(MessageSource messages, ZoneId zone) {

    /** A budget as people say it: 5 working days, 2 hours. */
    String granted(Budget budget) {
        if (budget instanceof Promise promise) {
            return say("promise-minutes", String.valueOf(promise.minutes()));
        }
        if (budget instanceof WorkingDays days) {
            return say(isOne(days) ? "working-day" : "working-days", amount(days));
        }
        if (budget instanceof DaysAfter after) {
            return say(isOne(after.days()) ? "day-after" : "days-after", amount(after.days()));
        }
        return length(((Elapsed) budget).granted());
    }

    private static boolean isOne(WorkingDays days) {
        return days.parts() <= days.ofDay();
    }

    private static String amount(WorkingDays days) {
        return days.ofDay() == 1 ? String.valueOf(days.parts()) : days.parts() + "/" + days.ofDay();
    }

    private String length(Duration length) {
        if (length.toMinutesPart() > 0) {
            return say("minutes", String.valueOf(length.toMinutes()));
        }
        return length.toDays() > 2 && length.toHoursPart() == 0
                ? say("calendar-days", String.valueOf(length.toDays()))
                : say("hours", String.valueOf(length.toHours()));
    }

    /** How much of the promise a stretch of working or rest time used up. */
    String burn(Promise.Burn burn, Promise promise) {
        long whole = promise.units();
        long divisor =
                BigInteger.valueOf(burn.units()).gcd(BigInteger.valueOf(whole)).longValue();
        String share = whole == burn.units() ? say("all") : burn.units() / divisor + "/" + whole / divisor;
        return say(
                burn.span().working() ? "working" : "rest",
                moment(burn.span().from()),
                moment(burn.span().to()),
                share);
    }

    /** The minute, cut and not rounded up, so that nobody is late by what he reads. */
    String moment(Instant at) {
        return pattern("time").format(at.atZone(zone));
    }

    String hour(Instant at) {
        return pattern("time-of-day").format(at.atZone(zone));
    }

    String date(LocalDate day) {
        return pattern("date").format(day);
    }

    private DateTimeFormatter pattern(String key) {
        return DateTimeFormatter.ofPattern(say(key), locale());
    }

    String word(ClosedList value) {
        return Locale.ENGLISH.getLanguage().equals(locale().getLanguage()) ? value.en() : value.zh();
    }

    String say(String key, Object... arguments) {
        return messages.getMessage("deadline." + key, arguments, locale());
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }
}
