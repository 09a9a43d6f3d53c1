package cn.wenzheng.deadline;

import cn.wenzheng.organization.ClosedList;
import java.math.BigInteger;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says in plain sentences how a limit came about, in the language of the request. */
@Component
class DeadlineExplanation {

    private final MessageSource messages;
    private final WorkingTime work;

    DeadlineExplanation(MessageSource messages, WorkingTime work) {
        this.messages = messages;
        this.work = work;
    }

    String arrival(Instant at) {
        return say("arrival", moment(at));
    }

    /** How much of the promise a stretch of working or rest time used up. */
    String burn(Promise.Burn burn) {
        long whole = Promise.WHOLE.units();
        long divisor =
                BigInteger.valueOf(burn.units()).gcd(BigInteger.valueOf(whole)).longValue();
        String share = whole == burn.units() ? say("all") : burn.units() / divisor + "/" + whole / divisor;
        return say(
                burn.span().working() ? "working" : "rest",
                moment(burn.span().from()),
                moment(burn.span().to()),
                share);
    }

    String promise(Instant promisedBy) {
        return say("promise", moment(promisedBy));
    }

    String unit(String name) {
        return say("unit", name);
    }

    /** How much time a stage has and until when. */
    String stage(ClosedList stage, Budget budget, Instant due) {
        return say("stage", word(stage), granted(budget), moment(due));
    }

    String level(ServiceLevel level) {
        return say("level." + level.name().toLowerCase(Locale.ROOT));
    }

    private String granted(Budget budget) {
        if (budget instanceof Elapsed elapsed) {
            return say("hours", elapsed.granted().toHours());
        }
        if (budget instanceof WorkingDays days) {
            return say("days", days.ofDay() == 1 ? days.parts() : days.parts() + "/" + days.ofDay());
        }
        return say("as-promise");
    }

    private String word(ClosedList value) {
        return Locale.ENGLISH.getLanguage().equals(locale().getLanguage()) ? value.en() : value.zh();
    }

    /** The minute, cut and not rounded up, so that nobody is late by what he reads. */
    private String moment(Instant at) {
        return DateTimeFormatter.ofPattern(say("time"), locale()).format(at.atZone(work.zone()));
    }

    private String say(String key, Object... arguments) {
        return messages.getMessage("deadline." + key, arguments, locale());
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }
}
