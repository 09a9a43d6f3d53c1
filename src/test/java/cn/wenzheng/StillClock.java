package cn.wenzheng;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** The city's clock, standing still wherever a test puts it. */
public final class StillClock extends Clock {

    private static final ZoneId CITY = ZoneId.of("Asia/Shanghai");

    private Instant now = local("2026-03-10 10:00");

    /** The instant of a local time, for example {@code 2026-03-10 10:00}. */
    public static Instant local(String time) {
        return LocalDateTime.parse(time.replace(' ', 'T')).atZone(CITY).toInstant();
    }

    public void shows(String time) {
        now = local(time);
    }

    public void shows(Instant instant) {
        now = instant;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return CITY;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("the city has one zone");
    }
}
