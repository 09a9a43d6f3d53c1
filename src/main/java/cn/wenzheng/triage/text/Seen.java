package cn.wenzheng.triage.text;

import java.util.HashMap;
import java.util.Map;

/** How often something was seen, and where. */
final class Seen {

    /** How many times a pair must have been seen to be believed by half. */
    private static final double DOUBT = 2;

    private final Map<String, Integer> fields = new HashMap<>();
    private int titles;
    private int texts;

    void count(String field, boolean title) {
        fields.merge(field, 1, Integer::sum);
        titles += title ? 1 : 0;
        texts += title ? 0 : 1;
    }

    double often() {
        return titles + texts;
    }

    /** How many times likelier in a title than in a text, as a logarithm. */
    double titled(Seen all) {
        double times = (titles + 0.5) / Math.max(1, all.titles) / ((texts + 0.5) / Math.max(1, all.texts));
        return Math.log(times) * often() / (often() + DOUBT);
    }

    /** How much it says about the field. */
    double telling(Seen all) {
        double telling = 0;
        for (Map.Entry<String, Integer> field : all.fields.entrySet()) {
            double usual = field.getValue() / all.often();
            double here = (fields.getOrDefault(field.getKey(), 0) + DOUBT * usual) / (often() + DOUBT);
            telling += here * Math.log(here / usual);
        }
        return telling;
    }
}
